import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '#shared/model/exchange.ts';
import type { BodySpool } from './body-spool.ts';
import { passedOnUpTo } from './body-plan.ts';

type Truncated = NonNullable<Exchange['response']>['truncated'];
export type ReadBody = { body: NonNullable<Exchange['response']>['body']; truncated: Truncated };

/** One command to the target whose request is held. */
export type Send = <Answer>(method: string, params: object) => Promise<Answer>;

/** The held request (DevTools Fetch `requestPaused`). */
export type Held = { requestId: string; responseStatusCode?: number; responseHeaders?: { name: string; value: string }[] };

type Content = { body: string; base64Encoded: boolean };

/** A small body in one piece; then the page goes on with it as it came. */
export async function readWhole(send: Send, held: Held, spool: BodySpool): Promise<ReadBody> {
  const { body: text, base64Encoded } = await send<Content>('Fetch.getResponseBody', { requestId: held.requestId });
  const { body, isWhole } = await spool.put(Buffer.from(text, base64Encoded ? 'base64' : 'utf8'));
  await send('Fetch.continueRequest', { requestId: held.requestId });
  return { body, truncated: isWhole ? null : 'length' };
}

const largestPiece = 1024 ** 2;

/**
 * A body of unknown or larger size, read to disk piece by piece and then given to the page from there. One that is too
 * large to give on is recorded all the same; the page has to do without it. `end` is in ms of `performance.now()`:
 * what has come by then is given on, and told to be cut.
 */
export async function readStream(send: Send, held: Held, spool: BodySpool, end: number): Promise<ReadBody> {
  const { stream } = await send<{ stream: string }>('Fetch.takeResponseBodyAsStream', { requestId: held.requestId });
  const spooled = await spool.start();
  let truncated: Truncated = null;
  try {
    truncated = await readPieces(send, stream, spooled, end);
  } catch {
    truncated = 'disconnect';
  }
  const body = await spooled.end();
  void send('IO.close', { handle: stream }).catch(() => undefined);
  await passOn(send, held, truncated === 'length' ? null : body.size <= passedOnUpTo ? join(spool.folder, body.name) : null);
  return { body, truncated };
}

type Sink = { add: (bytes: Buffer) => Promise<boolean> };
type Piece = { data: string; base64Encoded?: boolean; eof: boolean };

async function readPieces(send: Send, handle: string, sink: Sink, end: number): Promise<Truncated> {
  // A read waits until it is full or the body ends, so the first ones ask for little: a body that comes in drops is had too.
  for (let size = 256; ; size = Math.min(size * 2, largestPiece)) {
    const piece = await within(end, send<Piece>('IO.read', { handle, size }));
    if (piece === null) return 'time';
    const isTaken = await sink.add(Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8'));
    if (!isTaken) return 'length';
    if (piece.eof) return null;
  }
}

/** The body as recorded in place of the one taken; failed when there is none to give. */
async function passOn(send: Send, { requestId, responseStatusCode, responseHeaders }: Held, path: string | null): Promise<void> {
  if (path === null) {
    await send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  const body = (await readFile(path)).toString('base64');
  await send('Fetch.fulfillRequest', { requestId, responseCode: responseStatusCode, responseHeaders, body });
}

async function within<Value>(end: number, work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), Math.max(0, end - performance.now()))));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
