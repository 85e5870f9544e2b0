/** Archives shown again. */
import { z } from 'zod';
import { id, timestamp } from '../model/primitives.ts';
import { archivedUrl, replayArchive, replayBounds, replayId } from '../model/replay.ts';
import { mainCall, nothing } from './call.ts';

export const replayContract = {
  /**
   * Opens an archive (WACZ or WARC) in a sealed session of its own, in place of any open before, and shows the page
   * asked for, or the archive's first. Resolves once the archive is read; what is shown then comes as events.
   */
  'replay.open': mainCall(
    z.object({ replayId, fileId: id, page: z.object({ url: archivedUrl, at: timestamp }).nullable() }),
    replayArchive,
  ),
  /** Lays the replay over the window's pane, or takes it out of sight and silences it. */
  'replay.place': mainCall(z.object({ replayId, bounds: replayBounds }), nothing),
  'replay.show': mainCall(z.object({ replayId, url: archivedUrl, at: timestamp }), nothing),
  'replay.step': mainCall(z.object({ replayId, step: z.enum(['back', 'forward', 'reload']) }), nothing),
  /** Gives the keyboard to the replayed page. */
  'replay.focus': mainCall(z.object({ replayId }), nothing),
  'replay.close': mainCall(z.object({ replayId }), nothing),
} as const;
