import type { WebContents } from 'electron';
import type { CertificateTrust } from './certificate-trust.ts';
import { untilAborted } from './devtools.ts';
import { loadError, statusError } from './load-error.ts';
import type { MainExchangeLog } from './main-exchange.ts';
import type { ResourceLog } from './resource-log.ts';

export type Loading = {
  url: string;
  contents: WebContents;
  main: MainExchangeLog;
  trust: CertificateTrust;
  signal: AbortSignal;
  /** For the page and everything in it, in milliseconds. */
  patienceMs: number;
  limitSeconds: number;
};

/**
 * Goes to an address and waits until its page has loaded. Answers `whole`; `broken` when the page was there but its answer
 * broke off; or `cut` when it was there but did not finish in the time given.
 * @throws HoldfastError url-refused, url-not-found, url-status, url-certificate, url-timeout, url-failed
 */
export async function loadPage(loading: Loading): Promise<'whole' | 'broken' | 'cut'> {
  const { contents, signal, patienceMs } = loading;
  const listening = new AbortController();
  const outcome = awaitLoad(loading, listening.signal);
  const patience = new Promise<'cut'>((resolve) => {
    const timer = setTimeout(() => resolve('cut'), patienceMs);
    listening.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    // Its own promise also rejects on moves by script; the events tell more.
    contents.loadURL(loading.url).catch(() => undefined);
    const ended = await untilAborted(Promise.race([outcome, patience]), signal);
    if (ended !== 'cut') return ended;
    if (!loading.main.current?.status) await untilAborted(outcome, signal);
    contents.stop();
    return 'cut';
  } finally {
    listening.abort();
    outcome.catch(() => undefined);
  }
}

function awaitLoad({ url, contents, main, trust, limitSeconds }: Loading, done: AbortSignal): Promise<'whole' | 'broken'> {
  return new Promise((resolve, reject) => {
    let isThere = false;
    const listen = (event: string, listener: (...args: never[]) => void) => {
      contents.on(event as 'did-stop-loading', listener);
      done.addEventListener('abort', () => void contents.off(event as 'did-stop-loading', listener));
    };
    const failed = (_event: unknown, code: number, description: string, address: string, isMainFrame: boolean) => {
      // Chromium has no words for an answer that began and broke off. Of a page that is there, what had come stands.
      if (isMainFrame && description === '' && isThere) {
        // A page that still believes to be loading is never printed.
        contents.stop();
        return resolve('broken');
      }
      const reason = description.replace(/^net::/, '') || (main.current?.status ? 'ERR_ANSWER_BROKE_OFF' : `ERR_NUMBER ${code}`);
      if (!isMainFrame || reason === 'ERR_ABORTED') return;
      // A file that is offered with a refusal is no download: Chromium calls the answer invalid, its status says more.
      const refused = reason === 'ERR_INVALID_RESPONSE' && main.current?.status ? statusError(main.current.status, main.current.url) : null;
      reject(refused ?? loadError(reason, address || url, limitSeconds, trust.verdictOf(address || url)));
    };
    listen('did-fail-load', failed);
    listen('did-navigate', (_event: unknown, address: string, status: number) => {
      isThere = true;
      const error = statusError(status, address);
      if (error) reject(error);
    });
    listen('did-stop-loading', () => {
      const page = main.current;
      // An answer without a page, such as 204, stops the loading and changes nothing.
      const error = page?.status ? statusError(page.status, page.url) : null;
      if (error) reject(error);
    });
    listen('did-finish-load', () => resolve('whole'));
  });
}

/** A page that sends the browser on as soon as it is there: waits until it stands still, or the time is over. */
export async function settle(contents: WebContents, log: ResourceLog, signal: AbortSignal, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  for (;;) {
    const quiet = performance.now() - log.lastChange >= quietMs && log.busy(patientMs) === 0 && !contents.isLoadingMainFrame();
    if (quiet) return true;
    if (performance.now() >= end) return false;
    await pause(100, signal);
  }
}

const quietMs = 600;
const patientMs = 5000;

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
