/** Looking into recordings, and files made from them. */
import { z } from 'zod';
import { itemFile } from '../model/items.ts';
import { mediaFrames, mediaScan, mediaScenes, mediaStretch, waveform, waveformCells } from '../model/media.ts';
import { id, jobId } from '../model/primitives.ts';
import { engineCall } from './call.ts';

export const mediaContract = {
  /** When the frames of a stretch are shown. */
  'media.frames': engineCall(z.intersection(z.object({ fileId: id }), mediaStretch), mediaFrames),
  /** Reads all packets: where the recording ends, its frames and their rhythm. A job where it takes long. */
  'media.scan': engineCall(z.object({ fileId: id, jobId: jobId.optional() }), mediaScan),
  /** Of all of it (a job), or of a stretch. */
  'media.waveform': engineCall(
    z.object({
      fileId: id,
      buckets: z.number().int().min(waveformCells.least).max(waveformCells.most),
      stretch: mediaStretch.optional(),
      jobId: jobId.optional(),
    }),
    waveform,
  ),
  'media.scenes': engineCall(z.object({ fileId: id, jobId: jobId.optional() }), mediaScenes),
  /** Keeps the frame shown at a time as a picture: that frame of the original, by its time stamp. */
  'media.still': engineCall(z.object({ itemId: id, fileId: id, time: z.number().min(0) }), itemFile, 'items', 'journal', 'case'),
  /** Makes a copy that plays in the window, frame for frame at the same times. */
  'media.makeProxy': engineCall(z.object({ itemId: id, fileId: id, jobId: jobId.optional() }), itemFile, 'items', 'journal', 'case'),
} as const;
