import type { ParsedInput } from '#shared/contract.ts';
import type { MediaScan } from '#shared/model/media.ts';
import type { CaseContext } from '../../context.ts';
import { timelineJob } from '../timeline-job.ts';
import { scanRecording } from './scan-recording.ts';

/** @throws HoldfastError not-found, blob-missing, media-unreadable, helper-…; AbortError when cancelled */
export async function scanMedia(ctx: CaseContext, asked: ParsedInput<'media.scan'>): Promise<MediaScan> {
  return timelineJob(ctx, asked, scanRecording);
}
