import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DevTools } from '../devtools.ts';
import { BodySpool } from './body-spool.ts';
import type { ExchangeDraft } from './exchange-draft.ts';
import { LiveBodies } from './live-bodies.ts';

let folder: string;
let spool: BodySpool;
let live: LiveBodies;
let sent: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-live-'));
  spool = new BodySpool(folder, 1024);
  sent = [];
  const send = ((method: string) => Promise.resolve(sent.push(method) && { bufferedData: '' })) as DevTools['send'];
  live = new LiveBodies({ send, detach: () => undefined }, spool);
});
afterEach(() => rm(folder, { recursive: true }));

function expecting(requestId: string, resourceType: string): ExchangeDraft {
  const draft: ExchangeDraft = {
    requestId, hop: 0, url: 'https://a/', method: 'GET', at: new Date(), resourceType, asker: 'page', page: 1,
    requestHeaders: [], requestBody: null, failure: null,
    response: { status: 200, statusText: 'OK', headers: [], body: null, truncated: null },
  }; // prettier-ignore
  live.expect(draft);
  live.take('Network.responseReceived', { requestId }, '');
  return draft;
}
const came = (requestId: string, words: string) =>
  live.take('Network.dataReceived', { requestId, data: Buffer.from(words).toString('base64') }, '');

test('a body that still comes is told again and again, each time with what there is by then', async () => {
  const { response } = expecting('s', 'EventSource');
  came('s', 'one ');
  await live.tell(true);
  expect(response).toMatchObject({ body: { size: 4 }, truncated: 'time' });
  came('s', 'two ');
  await live.tell(true);
  expect(response).toMatchObject({ body: { size: 8 }, truncated: 'time' });
  came('s', 'end');
  live.take('Network.loadingFinished', { requestId: 's' }, '');
  await live.tell(true);
  await live.tell(true);
  expect(response).toMatchObject({ body: { size: 11 }, truncated: null });
  expect(await readFile(join(folder, response?.body?.name ?? ''), 'utf8')).toBe('one two end');
});

test('a page that has loaded is whole, one that was cut stays cut, and closing loses nothing', async () => {
  const page = expecting('d', 'Document');
  const cut = expecting('c', 'EventSource');
  came('d', 'page');
  came('c', 'half');
  live.take('Network.loadingFailed', { requestId: 'c' }, '');
  await live.tell(true);
  await live.close();
  came('c', 'late');
  await live.tell(true);
  expect(page.response).toMatchObject({ body: { size: 4 }, truncated: null });
  expect(cut.response).toMatchObject({ body: { size: 4 }, truncated: 'disconnect' });
  expect(page.response?.body?.name).not.toBe(cut.response?.body?.name);
});

test('beyond the limit a body is cut, and told so however often it is asked', async () => {
  const { response } = expecting('s', 'EventSource');
  came('s', 'x'.repeat(2000));
  await live.tell(true);
  live.take('Network.loadingFinished', { requestId: 's' }, '');
  await live.tell(true);
  expect(response).toMatchObject({ body: { size: 1024 }, truncated: 'length' });
});

test('a document is stopped as its bytes come, before any is written, and what comes after is not decoded', async () => {
  const { response } = expecting('d', 'Document');
  for (let piece = 0; piece < 4; piece++) came('d', 'x'.repeat(250));
  expect(sent).toEqual(['Network.streamResourceContent']);
  came('d', 'x'.repeat(250));
  expect(live.isDocumentTooLarge).toBe(true);
  expect(sent).toEqual(['Network.streamResourceContent', 'Page.stopLoading']);
  const decode = vi.spyOn(Buffer, 'from');
  live.take('Network.dataReceived', { requestId: 'd', data: 'eHh4' }, '');
  expect(decode).not.toHaveBeenCalled();
  decode.mockRestore();
  await live.tell(true);
  expect(response).toMatchObject({ body: { size: 1024 }, truncated: 'length' });
  expect(sent).toHaveLength(2);
});
