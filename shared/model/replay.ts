import { z } from 'zod';
import { timestamp } from './primitives.ts';

/** Names one opening of one archive; the window chooses it, so that it can close what is still opening. */
export const replayId = z.uuid();

/** Address of an archived page. Only http and https pages are archived as pages. */
export const archivedUrl = z
  .string()
  .max(16_384)
  .regex(/^https?:\/\//i);

/** A page named by the archive. `at` is when it was captured. */
export const replayPage = z.object({ url: archivedUrl, at: timestamp, title: z.string().max(1000) });
export type ReplayPage = z.infer<typeof replayPage>;

/** Where the pane lies in the window, in CSS pixels; null while something else has to be seen there. */
const pixels = z.number().min(0).max(100_000);
export const replayBounds = z.object({ x: pixels, y: pixels, width: pixels, height: pixels }).nullable();
export type ReplayBounds = z.infer<typeof replayBounds>;

/** What an opened archive holds: its pages, as many as a list can show, and how many there are. */
export const replayArchive = z.object({ pages: z.array(replayPage), total: z.number().int() });
export type ReplayArchive = z.infer<typeof replayArchive>;

export type ReplayStep = 'back' | 'forward' | 'reload';

/**
 * What a replay shows now. `at`: when the page shown was captured, null while unknown. `missing`: the archive does
 * not hold this address. `damaged`: it names it, but the record cannot be read. `ended`: the process that ran the page
 * is gone.
 */
export type ReplayShown = {
  url: string;
  at: string | null;
  state: 'loading' | 'shown' | 'missing' | 'damaged' | 'ended';
  canGoBack: boolean;
  canGoForward: boolean;
};

/** A key pressed in the replayed page that the window knows. */
export type ReplayKey = { key: string; code: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean };
