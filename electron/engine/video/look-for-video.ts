import { join } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { VideoSign } from '#shared/model/video.ts';
import type { CaseContext } from '../context.ts';
import { runWorker } from '../worker/run-worker.ts';
import { stagedFolder } from '../store/staged-folder.ts';
import type { VideoTask } from './video-worker.ts';

const limits = { timeLimitMs: 60_000, heapMegabytes: 1024 };

/**
 * The signs of a video on a staged page (`page.mhtml` in `folder`); nothing is asked of the network.
 * @throws HoldfastError wrong-input, file-missing, file-damaged, helper-timeout
 */
export async function lookForVideo(
  ctx: CaseContext,
  { folder, url, jsonLd }: ParsedInput<'video.find'>,
): Promise<CallOutput<'video.find'>> {
  const path = join(await stagedFolder(ctx, folder, 'video.find'), 'page.mhtml');
  const signal = new AbortController().signal;
  return { signs: await runWorker<VideoSign[]>('video', { path, url, jsonLd } satisfies VideoTask, { signal, ...limits }) };
}
