import { net, type IncomingMessage, type Session } from 'electron';
import type { HeaderPairs } from '#shared/model/exchange.ts';
import type { BodySpool } from './body-spool.ts';
import type { ExchangeDraft } from './exchange-draft.ts';
import type { Recorder, Wanted } from './recorder.ts';

export type Beside = { session: Session; recorder: Recorder; spool: BodySpool; signal: AbortSignal; limitMs: number; of?: Wanted };

/**
 * Fetches once more what plays in the page but could not be had from it, in the page's own session, and records it as an
 * exchange of its own (`asked: 'again'`). Within the time and size left; what does not fit is cut and says so. Of its
 * request those headers are on record that are set here; Electron tells no others of such a request.
 */
export async function fetchBeside({ session, recorder, spool, signal, limitMs, of }: Beside): Promise<void> {
  const late = AbortSignal.timeout(Math.max(0, Math.round(limitMs)));
  const until = AbortSignal.any([signal, late]);
  for (const wanted of recorder.wantedBeside(of)) {
    if (until.aborted || spool.left === 0) break;
    recorder.add(await fetchAgain(wanted, session, spool, until));
  }
  signal.throwIfAborted();
}

/** Made by Chromium for each request anew, or true only of the request for a part. */
const ownHeaders = /^(range|if-.*|host|connection|cookie|accept-encoding|content-length|user-agent|sec-.*|:.*)$/i;

async function fetchAgain(wanted: ExchangeDraft, session: Session, spool: BodySpool, until: AbortSignal): Promise<ExchangeDraft> {
  const { url, page, resourceType } = wanted;
  const asked = wanted.requestHeaders.filter(([name]) => !ownHeaders.test(name));
  const requestHeaders: HeaderPairs = [...asked, ['User-Agent', session.getUserAgent()]];
  const draft: ExchangeDraft = { requestId: `again ${url}`, hop: 0, url, method: 'GET', at: new Date(), resourceType, asker: 'holdfast', asked: 'again', page, requestHeaders, requestBody: null, response: null, failure: null }; // prettier-ignore
  const request = net.request({ url, session, useSessionCookies: true, redirect: 'follow', cache: 'no-store' });
  for (const [name, value] of requestHeaders) request.setHeader(name, value);
  // What was asked last is what the answer belongs to.
  request.on('redirect', (_status, _method, to) => void (draft.url = to));
  const stop = () => request.abort();
  until.addEventListener('abort', stop, { once: true });
  try {
    const answer = await answerTo(request);
    draft.response = {
      status: answer.statusCode,
      statusText: answer.statusMessage,
      headers: rawPairs(answer),
      body: null,
      truncated: null,
    };
    await readInto(draft.response, answer, spool, until);
    request.abort();
  } catch (error) {
    if (draft.response === null) draft.failure = until.aborted ? 'ERR_TIMED_OUT' : reasonOf(error);
  } finally {
    until.removeEventListener('abort', stop);
  }
  return draft;
}

function answerTo(request: Electron.ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
    request.on('abort', () => reject(new Error('ERR_TIMED_OUT')));
    request.end();
  });
}

/** Bytes go to disk as they are taken, so that a recording of any length needs little memory. */
async function readInto(
  response: NonNullable<ExchangeDraft['response']>,
  answer: IncomingMessage,
  spool: BodySpool,
  until: AbortSignal,
): Promise<void> {
  const body = await spool.start();
  try {
    for await (const chunk of answer as unknown as AsyncIterable<Buffer>) {
      if (await body.add(chunk)) continue;
      response.truncated = 'length';
      break;
    }
    if (until.aborted) response.truncated ??= 'time';
  } catch {
    response.truncated = until.aborted ? 'time' : 'disconnect';
  } finally {
    response.body = await body.end();
  }
}

/** In the order and case they came in. */
function rawPairs({ rawHeaders }: IncomingMessage): HeaderPairs {
  return rawHeaders.flatMap((name, at): HeaderPairs => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : []));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^net::/, '') : String(error);
}
