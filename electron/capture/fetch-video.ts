import { randomUUID } from 'node:crypto';
import { session as sessions } from 'electron';
import type { EngineClient } from '#engine/engine.ts';
import type { CallInput } from '#shared/contract.ts';
import { toErrorData } from '#shared/errors.ts';
import type { CaptureResult } from '#shared/model/capture.ts';
import type { FetchedVideo } from '#shared/model/video.ts';

type Engine = Pick<EngineClient, 'call'>;

/** A video takes longer than its page. */
const timeLimitMs = 900_000;

/**
 * What is kept of a taken page together with its video: asks the engine whether the page bears signs of one, then to
 * fetch it beside the page's files in `folder`. A page without a video, or a capture without that option, comes back
 * as it was. Failure is a gap; only the end of the capture itself throws.
 * @throws the signal's reason; HoldfastError helper-failed when files of the capture were touched
 */
export async function fetchVideo(engine: Engine, result: CaptureResult, folder: string, signal: AbortSignal): Promise<CaptureResult> {
  signal.throwIfAborted();
  if (!result.options.video) return result;
  const { finalUrl: url, jsonLd, options } = result;
  // A page that cannot be searched cannot be kept either; that is told where it is kept.
  const { signs } = await engine.call('video.find', { folder, url, jsonLd }).catch(() => ({ signs: [] }));
  signal.throwIfAborted();
  if (signs.length === 0) return result;
  const proxy = await proxyFor(url);
  const { files, gaps } = await fetched(
    engine,
    { url, folder, limits: { sizeLimitBytes: options.sizeLimitBytes, timeLimitMs, proxy } },
    signal,
  );
  return { ...result, files: [...result.files, ...files], gaps: [...result.gaps, ...gaps] };
}

async function fetched(engine: Engine, wanted: CallInput<'video.fetch'>, signal: AbortSignal): Promise<FetchedVideo> {
  const jobId = randomUUID();
  const cancel = () => void engine.call('jobs.cancel', { jobId }).catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await engine.call('video.fetch', { ...wanted, jobId });
  } catch (error) {
    signal.throwIfAborted();
    // Its own job was cancelled and the capture's was not: the person wants the page without its video.
    if (toErrorData(error).code !== 'cancelled') throw error;
    return { files: [], gaps: [{ reason: 'video-not-fetched', facts: { cause: 'cancelled' } }] };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/**
 * The way Chromium itself would go, as yt-dlp takes it: whoever hides behind a proxy must not be shown by a second
 * program that does not. Asked of a session of its own, because the window's is closed to the network.
 */
async function proxyFor(url: string): Promise<string | null> {
  const answer = await sessions.fromPartition('capture-proxy').resolveProxy(url);
  const first = /^(PROXY|HTTPS|SOCKS5?|SOCKS4) ([^\s;/]+)/.exec(answer);
  if (first === null) return null;
  const schemes: Record<string, string> = { PROXY: 'http', HTTPS: 'https', SOCKS: 'socks4', SOCKS4: 'socks4', SOCKS5: 'socks5h' };
  return `${schemes[first[1] ?? ''] ?? 'http'}://${first[2] ?? ''}`;
}
