/** Addresses that wait to be captured. */
import { z } from 'zod';
import { captureOptions } from '../model/capture.ts';
import { id, pageOf, pageRequest, sha256 } from '../model/primitives.ts';
import { listFate, pauseReason, queueAsked, queueCounts, queueEntry, queueState, queueStatus } from '../model/queue.ts';
import { engineCall, mainCall, nothing, path } from './call.ts';

export const queueContract = {
  /** A list as text, or the path of a .txt or .csv file that holds one. */
  'queue.add': engineCall(
    z.union([
      z.object({ text: z.string().max(32_000_000), options: captureOptions.optional() }),
      z.object({ path, options: captureOptions.optional() }),
    ]),
    z.object({ fates: z.array(listFate) }),
    'queue',
    'journal',
    'case',
  ),
  'queue.list': engineCall(
    z.object({ states: z.array(queueState).optional(), cleared: z.boolean().default(false), ...pageRequest }),
    z.object({ ...pageOf(queueEntry).shape, counts: queueCounts }),
  ),
  /** Failed and cancelled entries wait again; without ids, all that failed. */
  'queue.retry': engineCall(
    z.object({
      ids: z.array(id).max(100_000).optional(),
      certificateConsent: sha256.optional(),
      timeLimitMs: captureOptions.shape.timeLimitMs.unwrap().optional(),
    }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** Waiting entries are cancelled, running ones among them; without ids, all. */
  'queue.cancel': engineCall(
    z.object({ ids: z.array(id).max(100_000).optional() }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** Takes ended entries off the list. They and the journal stay. */
  'queue.clear': engineCall(
    z.object({ states: z.array(queueState).default(['done', 'cancelled']) }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** What the case remembers of whether its queue was asked to run; null before it ever was. */
  'queue.asked': engineCall(nothing, queueAsked.nullable()),
  /** Of the program to its case: that the queue was started, or why it stands still. */
  'queue.ask': engineCall(
    z.object({
      asked: z.enum(['running', 'paused']),
      reason: pauseReason.nullable().default(null),
      error: queueAsked.shape.error.default(null),
    }),
    nothing,
    'queue',
    'journal',
    'case',
  ),
  /** Of the program to its case: the entry to take next, apart from those that rest and those of busy hosts. */
  'queue.next': engineCall(z.object({ busyHosts: z.array(z.string()), resting: z.array(id) }), queueEntry.nullable()),
  /** Of the program to its case: a try that failed, for good or to be tried `again`. */
  'queue.fail': engineCall(
    z.object({ id, error: queueAsked.shape.error.unwrap(), again: z.boolean() }),
    queueEntry,
    'queue',
    'journal',
    'case',
  ),
  /** Takes up the queue of the open case: what waits is captured, at most three at a time and never two of one host. */
  'queue.run': mainCall(nothing, queueStatus),
  /** Nothing more is taken; what runs comes to its end. */
  'queue.pause': mainCall(nothing, queueStatus),
  'queue.status': mainCall(nothing, queueStatus),
} as const;
