import type { EngineClient } from '#engine/engine.ts';
import type { ErrorData } from '#shared/errors.ts';
import type { CaptureOptions } from '#shared/model/capture.ts';

/** The fate of one URL given to `capture`. */
export type CaptureOutcome = { url: string; itemId: string } | { url: string; error: ErrorData };

/** What the command line needs from the process round it. */
export type CliHost = {
  engine: EngineClient;
  /** Captures with Chromium, which lives in another process; absent where there is none. The case is closed meanwhile. */
  capture?: (folder: string, urls: string[], options: CaptureOptions, signal: AbortSignal) => AsyncIterable<CaptureOutcome>;
  out(text: string): void;
  err(text: string): void;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Paths are relative to it. */
  cwd: string;
};

/** 0 done, 1 findings or a refused input, 2 wrong use. */
export type ExitStatus = 0 | 1 | 2;

export type Invocation = {
  host: CliHost;
  positionals: string[];
  options: { [name: string]: string | boolean | undefined };
  json: boolean;
  /** Opens the case that is meant and gives its folder. `any`: for writing when possible, else for reading, and says so. */
  openCase(access: 'read' | 'write' | 'any'): Promise<string>;
  /** Prints `value` as one JSON document when asked for JSON, else the lines of `words`. */
  answer(value: unknown, words: () => string[]): void;
};

export type Command = {
  /** What stands after the name, as the help shows it. */
  usage: string;
  summary: string;
  options?: { [name: string]: { type: 'string' | 'boolean'; words: string } };
  /** How many arguments it takes. */
  least: number;
  most: number;
  run(invocation: Invocation): Promise<ExitStatus>;
};

/** A command used wrongly: exit status 2 and the usage. */
export class UsageError extends Error {}
