import { mkdir } from 'node:fs/promises';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import { attachPage, type AttachedPage } from './attach-page.ts';
import { openCaptureWindow } from './capture-window.ts';
import { parseCaptureUrl } from './capture-url.ts';
import { describeCapture } from './describe-capture.ts';
import { NotAnswering } from './devtools.ts';
import { crashed } from './load-error.ts';
import { ResourceLog } from './resource-log.ts';
import { takePage } from './take-page.ts';
import type { CaptureStep } from './take-page.ts';

export type CaptureRequest = {
  url: string;
  options: CaptureOptions;
  /** Ends the capture; nothing of it is left running. */
  signal: AbortSignal;
  /** A folder of this capture alone; it is made, and the caller removes it. */
  folder: string;
  onStep?: (step: CaptureStep) => void;
  /** Whose session it is when the options ask for the case's. */
  caseId?: string;
};

/** A capture under way. `stop` ends it with an error for the person. */
type Attempt = CaptureRequest & { stop: (error: HoldfastError) => void };

const mostAttempts = 4;
const noMarks = { parameters: [], values: [] };

/**
 * Takes one page from the web into files in `folder`, with everything known about how it came. Runs in Electron's main
 * process; the page is hostile and gets a window, a session and a process of its own that end with the capture.
 *
 * @throws HoldfastError url-invalid, url-scheme, url-refused, url-not-found, url-status, url-timeout, url-certificate,
 *   url-download, url-failed, capture-failed, cancelled
 */
export async function capturePage(request: CaptureRequest): Promise<CaptureResult> {
  const url = parseCaptureUrl(request.url).href;
  const { timeLimitMs } = request.options;
  const ended = new AbortController();
  const stop = (error: HoldfastError) => ended.abort(error);
  const late = () => stop(new HoldfastError('url-timeout', { url, seconds: timeLimitMs / 1000 }));
  const limit = setTimeout(late, timeLimitMs);
  const signal = AbortSignal.any([request.signal, ended.signal]);
  try {
    signal.throwIfAborted();
    await mkdir(request.folder, { recursive: true });
    return await tryRepeatedly({ ...request, url, signal, stop });
  } catch (error) {
    throw asCaptureError(error, signal, url);
  } finally {
    clearTimeout(limit);
  }
}

/** Only a window that never answered is tried anew: nothing has been asked of the site by then. */
async function tryRepeatedly(attempt: Attempt): Promise<CaptureResult> {
  for (let number = 1; ; number++) {
    try {
      return await captureOnce(attempt);
    } catch (error) {
      if (!(error instanceof NotAnswering) || number >= mostAttempts) throw error;
    }
  }
}

async function captureOnce(attempt: Attempt): Promise<CaptureResult> {
  const { url, options, signal, stop } = attempt;
  const startedAt = new Date();
  const resources = new ResourceLog();
  const circles = () => stop(new HoldfastError('url-failed', { url, problem: 'too many redirects' }));
  const capture = openCaptureWindow(options, resources, circles, attempt.caseId);
  let page: AttachedPage | null = null;
  try {
    capture.contents.once('render-process-gone', (_event, { reason }) => stop(crashed(url, reason)));
    page = await attachPage(capture, options, attempt.folder, signal);
    let arrived = false;
    capture.contents.once('did-navigate', () => void (arrived = true));
    // When the address itself turns out to be a file to save, there is no page to wait for.
    capture.session.on('will-download', (_event, item) => {
      const facts = { url, name: item.getFilename(), mediaType: item.getMimeType() };
      if (!arrived) stop(new HoldfastError('url-download', facts));
    });
    const taken = await takePage({ ...attempt, capture, page, resources });
    const recorded = await page.recorder.finish(noMarks, taken.isLoaded);
    return await describeCapture({
      url,
      options,
      startedAt,
      capture,
      page,
      resources,
      taken,
      recorded,
      folder: attempt.folder,
      marks: noMarks,
    });
  } finally {
    await page?.recorder.close();
    await capture.close();
  }
}

/** Whatever broke because the capture was ended is told as the reason it was ended for. */
function asCaptureError(error: unknown, signal: AbortSignal, url: string): unknown {
  if (signal.aborted) return signal.reason instanceof HoldfastError ? signal.reason : new HoldfastError('cancelled', {});
  if (error instanceof HoldfastError) return error;
  const data = toErrorData(error);
  if (data.code !== 'internal') return error;
  return new HoldfastError('capture-failed', { url, problem: String(data.facts['message']) }, error);
}
