/**
 * What crosses a process boundary: between window and main (IPC) and between main or command line and the
 * engine (message port or child process). Everything here is plain JSON.
 */
import type { ErrorData } from './errors.ts';
import type { EngineEvent } from './model/events.ts';

/** A call on its way to the engine. `id` is unique within the connection. */
export type WireCall = { kind: 'call'; id: number; name: string; input: unknown };

/** Exactly one answer a call, then any number of events. */
export type WireAnswer = { kind: 'result'; id: number; value: unknown } | { kind: 'failure'; id: number; error: ErrorData };

export type WireEvent = { kind: 'event'; event: EngineEvent };

/** Sent once by the engine when it can take calls. */
export type WireReady = { kind: 'ready'; pid: number; node: string };

export type FromEngine = WireAnswer | WireEvent | WireReady;
