import { mkdir } from 'node:fs/promises';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import type { DownloadResult } from '#shared/model/download.ts';
import { headerOf } from '#shared/model/exchange.ts';
import { attachPage, type AttachedPage } from './attach-page.ts';
import { openCaptureWindow, type CaptureWindow } from './capture-window.ts';
import { parseCaptureUrl } from './capture-url.ts';
import { describeCapture } from './describe-capture.ts';
import { atMost, endedBy, NotAnswering } from './devtools.ts';
import { crashed } from './load-error.ts';
import type { SeenAnswer } from './record-absence.ts';
import { noMarks, redactHeaders } from './recorder/redact.ts';
import { pairsOf } from './recorder/wire-heads.ts';
import { ResourceLog } from './resource-log.ts';
import { DownloadTaker, describeDownload } from './take-download.ts';
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
  /** Hears how the site answered, when its answer is all there is to keep. */
  onAnswer?: (answer: SeenAnswer) => void;
  /** Whose session it is when the options ask for the case's. */
  caseId?: string;
};

/** What an address turned out to be. */
export type Captured = { kind: 'page'; result: CaptureResult } | { kind: 'download'; result: DownloadResult };

/** A capture under way. `stop` ends it with an error for the person. */
type Attempt = CaptureRequest & { stop: (error: HoldfastError) => void; onRest: () => void };

const mostAttempts = 4;
/** For the files of a page that has come to rest, in milliseconds, beyond the limit set for the page itself. */
const takingMs = 90_000;
/**
 * For what is under way to end once the time is up, and then for files to be closed, in milliseconds. So a capture is
 * over after its limit, `takingMs`, twice this and the time the session takes, whatever its page or Chromium do.
 */
const endingMs = 5000;

/**
 * Takes one page from the web into files in `folder`, or the one file that the address turns out to be, with everything
 * known about how it came. Runs in Electron's main process; the page is hostile and gets a window and a process of its
 * own that end with the capture, and so does its session unless the options ask for the case's.
 *
 * @throws HoldfastError url-invalid, url-scheme, url-refused, url-not-found, url-status, url-timeout, url-certificate,
 *   url-too-large, download-cut, file-empty, url-failed, capture-failed, cancelled
 */
export async function capturePage(request: CaptureRequest): Promise<Captured> {
  const url = parseCaptureUrl(request.url).href;
  const { timeLimitMs } = request.options;
  const ended = new AbortController();
  const stop = (error: HoldfastError) => ended.abort(error);
  const late = () => stop(new HoldfastError('url-timeout', { url, seconds: timeLimitMs / 1000 }));
  let limit = setTimeout(late, timeLimitMs);
  const onRest = () => {
    clearTimeout(limit);
    limit = setTimeout(late, takingMs);
  };
  const signal = AbortSignal.any([request.signal, ended.signal]);
  try {
    signal.throwIfAborted();
    await mkdir(request.folder, { recursive: true });
    return await tryRepeatedly({ ...request, url, signal, stop, onRest });
  } catch (error) {
    throw asCaptureError(error, signal, url);
  } finally {
    clearTimeout(limit);
  }
}

/** Only a window that never answered is tried anew: nothing has been asked of the site by then. */
async function tryRepeatedly(attempt: Attempt): Promise<Captured> {
  for (let number = 1; ; number++) {
    try {
      return await captureOnce(attempt);
    } catch (error) {
      if (!(error instanceof NotAnswering) || number >= mostAttempts) throw error;
    }
  }
}

async function captureOnce(attempt: Attempt): Promise<Captured> {
  const { url, options, signal, stop } = attempt;
  const resources = new ResourceLog();
  const circles = () => stop(new HoldfastError('url-failed', { url, problem: 'too many redirects' }));
  const capture = openCaptureWindow(options, resources, circles, attempt.caseId);
  let page: AttachedPage | null = null;
  const work = async () => {
    capture.contents.once('render-process-gone', (_event, { reason }) => stop(crashed(url, reason)));
    page = await attachPage(capture, options, attempt.folder, signal);
    return takeAttached(attempt, { capture, page, resources, startedAt });
  };
  const startedAt = new Date();
  try {
    return await endedBy(work(), signal, endingMs);
  } finally {
    await end(capture, page);
  }
}

type Attached = { capture: CaptureWindow; page: AttachedPage; resources: ResourceLog; startedAt: Date };

async function takeAttached(attempt: Attempt, { capture, page, resources, startedAt }: Attached): Promise<Captured> {
  const { url, options, signal, folder } = attempt;
  const download = new DownloadTaker(attempt);
  let arrived = false;
  capture.contents.once('did-navigate', () => void (arrived = true));
  // A file that the address itself is; what a page that has arrived wants saved stays refused.
  capture.onDownload((item) => !arrived && download.take(item));
  try {
    const taken = await takePage({ ...attempt, signal: AbortSignal.any([signal, download.began]), capture, page, resources });
    const recorded = await page.recorder.finish(noMarks, taken.isLoaded);
    const result = await describeCapture({ url, options, startedAt, capture, page, resources, taken, recorded, folder, marks: noMarks });
    return { kind: 'page', result };
  } catch (error) {
    attempt.onAnswer?.(answerOf(page));
    if (!download.began.aborted) throw error;
    const file = await download.saved;
    return { kind: 'download', result: await describeDownload({ ...attempt, startedAt, capture, page, resources, file }) };
  }
}

/** The window first and at once: with it ends whatever still waits for it, and nothing that hangs keeps it open. */
async function end(capture: CaptureWindow, page: AttachedPage | null): Promise<void> {
  const closed = capture.close();
  await atMost(endingMs, page?.recorder.close() ?? Promise.resolve()).catch(() => undefined);
  await closed;
}

function answerOf({ main }: AttachedPage): SeenAnswer {
  const { responseHeaders = {}, remoteAddress = null } = main.current ?? {};
  const headers = redactHeaders(pairsOf(responseHeaders), noMarks);
  return { responseHeaders: headers, remoteAddress, serverDate: headerOf(headers, 'date') };
}

/** Whatever broke because the capture was ended is told as the reason it was ended for. */
function asCaptureError(error: unknown, signal: AbortSignal, url: string): unknown {
  if (signal.aborted) return signal.reason instanceof HoldfastError ? signal.reason : new HoldfastError('cancelled', {});
  if (error instanceof HoldfastError) return error;
  const data = toErrorData(error);
  if (data.code !== 'internal') return error;
  return new HoldfastError('capture-failed', { url, problem: String(data.facts['message']) }, error);
}
