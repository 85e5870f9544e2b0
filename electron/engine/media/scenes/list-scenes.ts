import type { ParsedInput } from '#shared/contract.ts';
import type { MediaScenes } from '#shared/model/media.ts';
import type { CaseContext } from '../../context.ts';
import { timelineJob } from '../timeline-job.ts';
import { findScenes } from './find-scenes.ts';

/** @throws HoldfastError not-found, blob-missing, media-no-picture, helper-…; AbortError when cancelled */
export async function listScenes(ctx: CaseContext, asked: ParsedInput<'media.scenes'>): Promise<MediaScenes> {
  return timelineJob(ctx, asked, findScenes);
}
