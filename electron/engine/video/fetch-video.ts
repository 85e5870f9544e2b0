/** The video of a page, fetched with yt-dlp into the staging folder of its capture. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { FetchedVideo, VideoHelper } from '#shared/model/video.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { findHelper } from '../media/find-helper.ts';
import { collectFiles } from './collect-files.ts';
import { folderSize, folderState } from './folder-state.ts';
import { helperEnvironment } from './helper-environment.ts';
import { identifyHelper } from './identify-helper.ts';
import { runHelper } from './run-helper.ts';
import { stagedFolder } from '../store/staged-folder.ts';
import { videoArguments } from './video-arguments.ts';
import { videoFailure } from './video-failure.ts';

type Input = ParsedInput<'video.fetch'>;
type Ready = VideoHelper & { state: 'ready' };

/**
 * Fetches the video at an address as a job of its own, which the person can cancel by itself. Whatever the helper or
 * the site does wrong is a gap of the capture and not its end.
 * @throws HoldfastError wrong-input (not http or https; a folder that is not of this case's staging), helper-failed
 *   when files that were there before have been touched; AbortError when cancelled
 */
export async function fetchVideo(ctx: CaseContext, input: Input): Promise<FetchedVideo> {
  const url = webAddress(input.url);
  const folder = await stagedFolder(ctx, input.folder, 'video.fetch');
  const start = { id: input.jobId, kind: 'video', subject: url, unit: 'bytes' } as const;
  return ctx.jobs.run(start, async (job) => {
    const helper = await identifyHelper(job.signal);
    if (helper.state !== 'ready') return { files: [], gaps: [videoFailure.ofHelper(helper)] };
    const before = await folderState(folder);
    const fetched = await fetchWith(ctx, helper, { ...input, url, folder }, job);
    if (fetched.state !== before) {
      const problem = 'it changed files that are not its own';
      throw new HoldfastError('helper-failed', { helper: 'yt-dlp', path: url, problem });
    }
    return fetched.video;
  });
}

/** `state`: of the capture's folder after the helper ended and before anything of ours was moved there. */
type Fetched = { video: FetchedVideo; state: string };

async function fetchWith(ctx: CaseContext, helper: Ready, input: Input, { signal, progress }: JobHandle): Promise<Fetched> {
  const { url, limits, folder } = input;
  const scratch = await ctx.store.stagingPath(`video-${randomUUID()}`);
  const [home, out] = [join(scratch, 'home'), join(scratch, 'out')];
  await mkdir(home, { recursive: true, mode: 0o700 });
  await mkdir(out, { mode: 0o700 });
  const ffmpeg = await findHelper('ffmpeg').catch(() => null);
  const args = videoArguments({ url, ffmpeg, limits });
  const startedAt = ctx.ports.now().toISOString();
  const late = () => new HoldfastError('helper-timeout', { helper: 'yt-dlp', seconds: Math.round(limits.timeLimitMs / 1000) });
  const watch = async () => {
    const done = await folderSize(out);
    progress({ done });
    return done > limits.sizeLimitBytes ? videoFailure.tooLarge(limits.sizeLimitBytes) : null;
  };
  try {
    const run = { program: helper.path, args, cwd: out, environment: helperEnvironment(home), signal, timeLimitMs: limits.timeLimitMs };
    const outcome = await runHelper({ ...run, late, watch });
    const state = await folderState(folder);
    if ((await folderSize(out)) > limits.sizeLimitBytes) throw videoFailure.tooLarge(limits.sizeLimitBytes);
    if (outcome.code !== 0) return { video: { files: [], gaps: [videoFailure.ofOutcome(outcome, limits)] }, state };
    const parameters = parametersOf(helper, args, { startedAt, endedAt: ctx.ports.now().toISOString() });
    const { files, info, left } = await collectFiles(out, folder, parameters);
    if (files.length === 0) return { video: { files, gaps: [videoFailure.ofOutcome(outcome, limits, left)] }, state };
    return { video: { files, gaps: videoFailure.ofRest(info, left) }, state };
  } catch (error) {
    signal.throwIfAborted();
    return { video: { files: [], gaps: [videoFailure.ofError(toErrorData(error))] }, state: await folderState(folder) };
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Enough to say what fetched it and to fetch it so again. The paths of this computer are left out. */
function parametersOf({ version, sha256 }: Ready, args: readonly string[], times: { startedAt: string; endedAt: string }): Facts {
  const at = args.indexOf('--ffmpeg-location');
  const told = at < 0 ? [...args] : args.toSpliced(at, 2);
  return { tool: 'yt-dlp', version, sha256, arguments: told, ...times };
}

function webAddress(given: string): string {
  const url = URL.parse(given);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '') return url.href;
  throw new HoldfastError('wrong-input', { name: 'video.fetch', field: 'url', problem: 'is not an http or https address' });
}
