import { join } from 'node:path';
import type { DownloadItem } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { CaptureOptions } from '#shared/model/capture.ts';
import { headerOf, type HeaderPairs } from '#shared/model/exchange.ts';
import type { DownloadResult } from '#shared/model/download.ts';
import type { AttachedPage } from './attach-page.ts';
import type { CaptureWindow } from './capture-window.ts';
import { readCertificates } from './certificate-chains.ts';
import { softwareVersions } from './describe-capture.ts';
import { noMarks, redactHeaders } from './recorder/redact.ts';
import { pairsOf } from './recorder/wire-heads.ts';
import type { ResourceLog } from './resource-log.ts';

export type DownloadRequest = { url: string; folder: string; options: CaptureOptions; signal: AbortSignal };
type SavedFile = DownloadResult['file'] & { url: string };

/** The name in staging; what the site calls it is never a name on this disk. */
const stagedName = 'download';

/**
 * Takes the one download that an address may turn out to be. `take` is asked with each download of the session and lets
 * the first through; `began` tells whoever waits for a page that there will be none; `saved` is the whole file.
 */
export class DownloadTaker {
  readonly #request: DownloadRequest;
  readonly #began = new AbortController();
  readonly #saved = Promise.withResolvers<SavedFile>();

  constructor(request: DownloadRequest) {
    this.#request = request;
    this.#saved.promise.catch(() => undefined);
  }

  get began(): AbortSignal {
    return this.#began.signal;
  }

  /** @throws HoldfastError url-too-large, download-cut, file-empty, disk-full; the signal's reason */
  get saved(): Promise<SavedFile> {
    return this.#saved.promise;
  }

  take(item: DownloadItem): boolean {
    const { signal } = this.#request;
    if (this.#began.signal.aborted || signal.aborted) return false;
    this.#began.abort(new Error('the address is a download'));
    this.#save(item).then(this.#saved.resolve, this.#saved.reject);
    return true;
  }

  async #save(item: DownloadItem): Promise<SavedFile> {
    const { url, folder, options, signal } = this.#request;
    item.setSavePath(join(folder, stagedName));
    const limit = options.sizeLimitBytes;
    const tooLarge = () => new HoldfastError('url-too-large', { url, megabytes: Math.max(1, Math.round(limit / 1024 ** 2)) });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const look = () => {
      if (Math.max(item.getReceivedBytes(), item.getTotalBytes()) > limit) reject(tooLarge());
    };
    item.on('updated', (_event, state) => (state === 'interrupted' ? reject(cut(url, 'the connection was lost')) : look()));
    item.once('done', (_event, state) => (state === 'completed' ? resolve() : reject(cut(url, state))));
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    try {
      look();
      await promise;
      look();
      return {
        name: stagedName,
        url: item.getURL(),
        suggestedName: item.getFilename(),
        mediaType: item.getMimeType(),
        size: item.getReceivedBytes(),
      };
    } finally {
      signal.removeEventListener('abort', abort);
      await ended(item);
    }
  }
}

function cut(url: string, problem: string): HoldfastError {
  return new HoldfastError('download-cut', { url, problem });
}

/** Ends a download under way and waits for Chromium to let go of its file. */
async function ended(item: DownloadItem): Promise<void> {
  if (item.getState() === 'completed' || item.getState() === 'cancelled') return;
  const done = new Promise((resolve) => item.once('done', resolve));
  item.cancel();
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 1000))]);
}

type Described = DownloadRequest & {
  startedAt: Date;
  capture: CaptureWindow;
  page: AttachedPage;
  resources: ResourceLog;
  file: SavedFile;
};

/**
 * Puts down how the file came. Chromium takes a download that broke off for whole when the site gave no way to go on
 * with it, so its length is held against the one that was announced.
 * @throws HoldfastError download-cut, file-empty
 */
export async function describeDownload({ url, options, startedAt, capture, page, resources, file }: Described): Promise<DownloadResult> {
  const main = page.main.current;
  if (!main?.status) throw new HoldfastError('capture-failed', { url, problem: 'no answer was recorded' });
  const responseHeaders = pairsOf(main.responseHeaders);
  const { url: finalUrl, ...saved } = file;
  const announced = announcedLength(responseHeaders);
  if (announced !== null && announced !== saved.size) throw cut(url, `${saved.size} of ${announced} bytes came`);
  if (saved.size === 0) throw new HoldfastError('file-empty', { path: url });
  return {
    requestedUrl: url,
    finalUrl,
    redirects: page.main.redirects,
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    utcOffsetMinutes: -startedAt.getTimezoneOffset(),
    status: main.status,
    requestHeaders: redactHeaders(pairsOf(main.requestHeaders), noMarks),
    responseHeaders: redactHeaders(responseHeaders, noMarks),
    remoteAddress: main.remoteAddress,
    tls: main.tls,
    certificates: readCertificates(await page.chains.of(main.url)),
    userAgent: capture.session.getUserAgent(),
    options,
    software: softwareVersions(),
    clockEvidence: clockOf(finalUrl, responseHeaders, resources),
    file: saved,
  };
}

/** Null when the body was encoded: what is saved is decoded, and its length another. */
function announcedLength(headers: HeaderPairs): number | null {
  const length = headerOf(headers, 'content-length');
  return length === null || !/^\d+$/.test(length) || headerOf(headers, 'content-encoding') !== null ? null : Number(length);
}

/** The session may count a download as given up, and then has noted no `Date` of it. */
function clockOf(url: string, headers: HeaderPairs, resources: ResourceLog): DownloadResult['clockEvidence'] {
  const date = headerOf(headers, 'date');
  if (resources.clock.length > 0 || date === null) return resources.clock;
  return [{ url, serverDate: date, localDate: new Date().toISOString() }];
}
