/** What the preload script puts on `window.holdfast`: all the window knows of the rest of the program. */
import type { ErrorData } from './errors.ts';
import type { EngineEvent } from './model/events.ts';

/** Errors cross as data, because a thrown error would lose its code on the way into the window. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: ErrorData };

export type Bridge = {
  call(name: string, input: unknown): Promise<Answer>;
  /** Every event of the engine and every menu command. Returns the way to stop listening. */
  on(listener: (event: EngineEvent) => void): () => void;
  /** The path on disk of a file dropped on the window. */
  pathOf(file: object): string;
};
