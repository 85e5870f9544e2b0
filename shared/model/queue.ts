import { z } from 'zod';
import { captureOptions } from './capture.ts';
import { id, timestamp } from './primitives.ts';

/** What became of an address that was asked for. What runs now is waiting: only the process that runs it knows. */
export const queueStates = ['waiting', 'done', 'failed', 'cancelled'] as const;
export const queueState = z.enum(queueStates);
export type QueueState = z.infer<typeof queueState>;

/** An error as it is kept; codes of later versions are shown as they are. */
const keptError = z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) });

export const queueEntry = z.object({
  id,
  /** Order of the queue, counted up over the whole case. */
  position: z.number().int(),
  /** As asked. */
  url: z.string(),
  /** As the network knows it: no two entries of one host are captured at once. */
  host: z.string(),
  options: captureOptions,
  state: queueState,
  /** Tries that ended, since it was added or last queued anew. */
  attempts: z.number().int(),
  itemId: id.nullable(),
  /** Of its item, where a list shows it. */
  title: z.string().nullable(),
  /** Of the last try that failed. */
  error: keptError.nullable(),
  addedAt: timestamp,
  addedBy: z.string(),
  endedAt: timestamp.nullable(),
  /** Taken off the list by a person; the journal keeps it. */
  cleared: z.boolean(),
});
export type QueueEntry = z.infer<typeof queueEntry>;

export const queueCounts = z.object({
  waiting: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
});
export type QueueCounts = z.infer<typeof queueCounts>;

/** The fate of one line of a list. `id` is the entry that was added or waits already. */
export const listFate = z.discriminatedUnion('fate', [
  z.object({ fate: z.literal('added'), line: z.number().int(), url: z.string(), id }),
  z.object({ fate: z.literal('waiting'), line: z.number().int(), url: z.string(), id }),
  z.object({ fate: z.literal('refused'), line: z.number().int(), url: z.string(), error: keptError }),
]);
export type ListFate = z.infer<typeof listFate>;

/**
 * Why nothing is being taken: a person paused it, everything is done, the network is away, something of this computer
 * is in the way (`problem`, with its error), or the program ended while it ran and nobody has resumed it since.
 */
export const pauseReasons = ['person', 'finished', 'network-away', 'problem', 'restart'] as const;
export const pauseReason = z.enum(pauseReasons);
export type PauseReason = z.infer<typeof pauseReason>;

/** What the case remembers of its queue; null before it was ever started. */
export const queueAsked = z.object({
  asked: z.enum(['running', 'paused']),
  reason: pauseReason.nullable(),
  error: keptError.nullable(),
  at: timestamp,
  by: z.string(),
});
export type QueueAsked = z.infer<typeof queueAsked>;

/** What the program does with the queue now. Ids of entries are also the ids of their capture jobs. */
export const queueStatus = z.object({
  state: z.enum(['running', 'pausing', 'paused']),
  /** Null while it runs, and before it was ever started. */
  reason: pauseReason.nullable(),
  error: keptError.nullable(),
  running: z.array(id),
  /** Entries that failed for a passing reason and are tried once more then. */
  again: z.array(z.object({ id, at: timestamp })),
});
export type QueueStatus = z.infer<typeof queueStatus>;
