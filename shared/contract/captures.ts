/** Pages taken from the web, by the program or by hand, and the videos of pages. */
import { z } from 'zod';
import { captureReport } from '../model/capture-report.ts';
import { captureOptions, stagedCapture } from '../model/capture.ts';
import { stagedDownload } from '../model/download.ts';
import { id, jobId } from '../model/primitives.ts';
import { fetchedVideo, videoHelper, videoLimits, videoSign } from '../model/video.ts';
import { engineCall, mainCall, nothing, path } from './call.ts';

export const capturesContract = {
  /** Notes that the logins and traces of the case's browsing session were taken from this computer. */
  'captures.sessionWiped': engineCall(z.object({ cookies: z.number().int(), sites: z.number().int() }), nothing, 'journal', 'case'),
  'captures.keep': engineCall(
    /** `queueId`: the entry of the capture queue that is done with this item, written in the same transaction. */
    z.object({ staged: stagedCapture, jobId: jobId.optional(), queueId: id.optional() }),
    z.object({ itemId: id }),
    'items',
    'journal',
    'case',
    'queue',
  ),
  /** A download that an address turned out to be, read and kept as an import of its kind would be. */
  'captures.keepDownload': engineCall(
    z.object({ staged: stagedDownload, jobId: jobId.optional(), queueId: id.optional() }),
    z.object({ itemId: id }),
    'items',
    'journal',
    'case',
    'queue',
  ),
  /** Which signs of a video a staged page bears; none when there is nothing to fetch. */
  'video.find': engineCall(
    z.object({ folder: path, url: z.string(), jsonLd: z.array(z.string()) }),
    z.object({ signs: z.array(videoSign) }),
  ),
  /** Fetches the video at an address into a staging folder of the case, as a job of its own. What fails is a gap. */
  'video.fetch': engineCall(
    z.object({ url: z.string().max(8192), folder: path, limits: videoLimits, jobId: jobId.optional() }),
    fetchedVideo,
  ),
  'video.helper': engineCall(nothing, videoHelper),
  /** How good a capture is, as it was found when it was kept; null for what was not captured. */
  'captures.report': engineCall(z.object({ itemId: id }), captureReport.nullable()),
  'capture.run': mainCall(
    z.object({ url: z.string().max(8192), options: captureOptions.optional(), jobId: jobId.optional() }),
    z.object({ itemId: id }),
  ),
  /** Opens the window in which a person browses and keeps pages, in the case's own session. */
  'handsOn.open': mainCall(z.object({ url: z.string().max(8192).optional() }), nothing),
  'handsOn.sessionInfo': mainCall(
    nothing,
    z.object({ cookies: z.number().int(), sites: z.array(z.object({ site: z.string(), cookies: z.number().int() })) }),
  ),
  'handsOn.wipe': mainCall(nothing, nothing),
} as const;
