import { z } from 'zod';
import { jobId } from './primitives.ts';
import type { ReplayKey, ReplayShown } from './replay.ts';

/** Parts of a case a change can touch; the window refreshes what shows them. */
export const topics = [
  'case',
  'items',
  'passages',
  'claims',
  'parties',
  'incidents',
  'journal',
  'proof',
  'queue',
  'drafts',
  'vocabulary',
] as const;
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;

export const jobKinds = [
  'import',
  'capture',
  'video',
  'verify',
  'export',
  'verify-file',
  'open-file',
  'merge',
  'backup',
  'restore',
  'repair',
  'sample',
  'ocr',
  'redaction',
  'proxy',
  'timeline',
  'text',
] as const;

/** A running or ended job. `done` and `total` in `unit`; `total` null when unknown. */
export const job = z.object({
  id: jobId,
  kind: z.enum(jobKinds),
  /** What it works on now: a file name, a URL, a check. */
  subject: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['bytes', 'files', 'steps']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  error: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
});
export type Job = z.infer<typeof job>;

export type EngineEvent =
  | { type: 'changed'; topics: Topic[] }
  | { type: 'job'; job: Job }
  /** A menu or key command for the window, sent by main. */
  | { type: 'command'; command: string }
  /** What a replay shows now, and a key pressed in it; sent by main. */
  | { type: 'replay'; replayId: string; shown: ReplayShown }
  | { type: 'replay-key'; replayId: string; pressed: ReplayKey }
  /** The engine process ended and was started again; everything must be asked anew. */
  | { type: 'engine-restarted' };
