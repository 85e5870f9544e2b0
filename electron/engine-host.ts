import type { EngineClient } from '#engine/engine.ts';
import type { CallInput, CallOutput, EngineCallName } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import type { FromEngine } from '#shared/wire.ts';
import type { EngineLink } from './engine-link.ts';

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** More ends than this within a minute, and the engine is left stopped. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;

/**
 * Keeps one engine process running and speaks `shared/wire.ts` with it. If it ends by itself, every waiting call
 * fails, it is started again, the case that was open is opened again, and listeners hear `engine-restarted`.
 */
export class EngineHost implements EngineClient {
  readonly #start: () => EngineLink;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #endedAt: number[] = [];
  #link: EngineLink | null;
  #lastId = 0;
  #closing = false;
  #openCase: unknown = null;

  constructor(start: () => EngineLink) {
    this.#start = start;
    this.#link = this.#connect();
  }

  /** @throws HoldfastError as the engine answered, or `internal` when the engine ended instead of answering. */
  async call<Name extends EngineCallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const value = await this.#send(name, input);
    this.#rememberCase(name, input);
    return value as CallOutput<Name>;
  }

  on(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Closes the case, then ends the process; a process that does not listen is ended after five seconds. */
  async close(): Promise<void> {
    const link = this.#link;
    if (link === null || this.#closing) return;
    this.#closing = true;
    const ended = new Promise<void>((resolve) => link.onExit(() => resolve()));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, 5000)));
    await Promise.race([this.#send('case.close', {}).catch(() => undefined), patience, ended]);
    clearTimeout(timer);
    link.stop();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
  }

  #send(name: string, input: unknown): Promise<unknown> {
    const link = this.#link;
    if (link === null) return Promise.reject(new HoldfastError('engine-ended', {}));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      link.post({ kind: 'call', id, name, input });
    });
  }

  #connect(): EngineLink {
    const link = this.#start();
    link.onMessage((message) => this.#receive(message));
    link.onExit(() => this.#ended());
    return link;
  }

  #receive(message: FromEngine): void {
    if (message.kind === 'event') this.#emit(message.event);
    if (message.kind !== 'result' && message.kind !== 'failure') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'result') waiting?.resolve(message.value);
    else waiting?.reject(new HoldfastError(message.error.code, message.error.facts));
  }

  #ended(): void {
    this.#link = null;
    for (const { reject } of this.#waiting.values()) reject(new HoldfastError('engine-ended', {}));
    this.#waiting.clear();
    if (this.#closing || !this.#mayRestart()) return;
    this.#link = this.#connect();
    const reopened = this.#openCase === null ? Promise.resolve(null) : this.#send('case.open', this.#openCase);
    const announce = () => this.#emit({ type: 'engine-restarted' });
    reopened.then(announce, announce);
  }

  #mayRestart(): boolean {
    const now = Date.now();
    this.#endedAt.push(now);
    return this.#endedAt.filter((at) => now - at < RESTART_WINDOW_MS).length <= MAX_RESTARTS;
  }

  #rememberCase(name: string, input: unknown): void {
    if (name === 'case.open') this.#openCase = input;
    if (name === 'case.create' || name === 'casefile.import') this.#openCase = { folder: (input as { folder: string }).folder };
    // A case file that is looked at goes with the engine; it is opened again by hand.
    if (name === 'case.close' || name === 'casefile.open') this.#openCase = null;
  }

  #emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
