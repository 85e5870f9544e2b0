import type { ParsedInput } from '#shared/contract.ts';
import type { MediaFrames } from '#shared/model/media.ts';
import type { CaseContext } from '../../context.ts';
import { openSource } from '../media-source.ts';
import { framesBetween } from './frames-between.ts';

/** @throws HoldfastError not-found, blob-missing, media-unreadable, media-no-picture, helper-… */
export async function readFrames(ctx: CaseContext, { fileId, from, to }: ParsedInput<'media.frames'>): Promise<MediaFrames> {
  const { signal } = new AbortController();
  return framesBetween(await openSource(ctx, fileId, signal), { from, to }, signal);
}
