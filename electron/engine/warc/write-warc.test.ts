import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { WARCParser, type WARCRecord } from 'warcio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Exchange } from '#shared/model/exchange.ts';
import { writeWarc, type WrittenWarc } from './write-warc.ts';

let folder: string;
let count = 0;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'holdfast-warc-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

type Read = {
  type: string;
  url: string | null | undefined;
  headers: Map<string, string>;
  status: number | null;
  http: [string, string][];
  body: Buffer;
};

async function written(exchanges: Exchange[]): Promise<WrittenWarc & { path: string }> {
  const path = join(folder, `data-${count++}.warc.gz`);
  const result = await writeWarc({ path, exchanges, bodies: folder, info: { software: 'test' }, signal: new AbortController().signal });
  return { ...result, path };
}

/** Everything another reader makes of the file. */
async function readBack(path: string): Promise<Read[]> {
  const records: Read[] = [];
  for await (const record of new WARCParser(createReadStream(path), { keepHeadersCase: true, parseHttp: true })) {
    const body = Buffer.from(await record.readFully(false));
    const isResponse = record.warcType === 'response';
    const status = isResponse ? Number(record.httpHeaders?.statusCode) : null;
    const http = record.httpHeaders ? [...record.httpHeaders.headers] : [];
    records.push({ type: record.warcType, url: record.warcTargetURI, headers: warcHeaders(record), status, http, body }); // prettier-ignore
  }
  return records;
}

const warcHeaders = (record: WARCRecord) => new Map([...record.warcHeaders.headers].map(([name, value]) => [name.toLowerCase(), value]));

async function exchangeOf(body: Buffer | null, over: Partial<Exchange> = {}, response: object = {}): Promise<Exchange> {
  const name = `body-${count++}`;
  if (body !== null) await writeFile(join(folder, name), body);
  return {
    url: 'https://site.example/a?b=1',
    method: 'GET',
    startedAt: '2018-10-03T09:00:00.123Z',
    resourceType: 'Document',
    asker: 'page',
    asked: 'by-page',
    page: 0,
    request: { headers: [['Accept', '*/*']], body: null },
    response: {
      status: 200,
      statusText: 'OK',
      protocol: 'h2',
      headers: [['Content-Type', 'text/html'], ['Content-Encoding', 'br'], ['X-Two', 'a'], ['X-Two', 'b']],
      body: body && { name, size: body.length },
      truncated: null,
      ...response,
    },
    remoteAddress: '192.0.2.7',
    failure: null,
    ...over,
  }; // prettier-ignore
}

const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

test('another reader finds every record, with heads as they came and bodies byte for byte', async () => {
  const { path, records } = await written([await exchangeOf(Buffer.from('<p>الرقة 🧷</p>'))]);
  const read = await readBack(path);
  expect(read.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'request']);
  expect(records).toBe(3);
  const [, response, request] = read;
  expect(response).toMatchObject({ url: 'https://site.example/a?b=1', status: 200 });
  expect(response?.body.toString()).toBe('<p>الرقة 🧷</p>');
  expect(response?.http).toEqual([
    ['Content-Type', 'text/html'],
    ['X-Orig-Content-Encoding', 'br'],
    ['X-Two', 'a'],
    ['X-Two', 'b'],
    ['Content-Length', '22'],
  ]);
  expect(response?.headers.get('warc-ip-address')).toBe('192.0.2.7');
  expect(response?.headers.get('warc-protocol')).toBe('h2');
  expect(request?.headers.get('warc-concurrent-to')).toBe(response?.headers.get('warc-record-id'));
});

test('law: digests are those of block and payload, each record is a gzip member where the index says it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 6 }), async (bodies) => {
      const exchanges = await Promise.all(bodies.map((body, at) => exchangeOf(Buffer.from(body), { url: `https://site.example/${at}` })));
      const { path, cdxj } = await written(exchanges);
      const bytes = await readFile(path);
      for (const line of cdxj) {
        const entry = JSON.parse(line.slice(line.indexOf('{'))) as { offset: number; length: number; digest: string; url: string };
        const record = gunzipSync(bytes.subarray(entry.offset, entry.offset + entry.length));
        const headEnd = record.indexOf('\r\n\r\n');
        const head = record.subarray(0, headEnd).toString();
        const block = record.subarray(headEnd + 4, record.length - 4);
        const payload = block.subarray(block.indexOf('\r\n\r\n') + 4);
        expect(head).toContain(`WARC-Block-Digest: ${sha256(block)}`);
        expect(head).toContain(`WARC-Payload-Digest: ${sha256(payload)}`);
        expect(head).toContain(`Content-Length: ${block.length}`);
        expect(head).toContain(`WARC-Target-URI: ${entry.url}`);
        expect(entry.digest).toBe(sha256(payload));
        expect(payload.equals(Buffer.from(bodies[Number(entry.url.split('/').at(-1))] ?? []))).toBe(true);
      }
      expect(cdxj.length).toBe(bodies.length);
    }),
    { numRuns: 25 },
  );
});

test('what failed is a request and the reason; what was cut says so; what was posted is indexed by what was posted', async () => {
  const failed = await exchangeOf(null, { response: null, failure: 'ERR_CONNECTION_REFUSED' });
  const cut = await exchangeOf(Buffer.from('half'), {}, { truncated: 'length' });
  await writeFile(join(folder, 'form'), 'q=raqqa');
  const request = {
    headers: [['Content-Type', 'application/x-www-form-urlencoded']] as [string, string][],
    body: { name: 'form', size: 7 },
  };
  const posted = await exchangeOf(Buffer.from('found'), { method: 'POST', request });
  const { path, cdxj } = await written([failed, cut, posted]);
  const read = await readBack(path);
  expect(read.map(({ type }) => type)).toEqual(['warcinfo', 'metadata', 'request', 'response', 'request', 'response', 'request']);
  expect(read[1]?.body.toString()).toBe('failure: ERR_CONNECTION_REFUSED\r\n');
  expect(read[3]?.headers.get('warc-truncated')).toBe('length');
  expect(read[6]?.body.toString()).toBe('q=raqqa');
  expect(cdxj).toHaveLength(2);
  expect(cdxj[1]).toContain('__wb_method=post&b=1&q=raqqa');
});

test('a header cannot end its line early', async () => {
  const { path } = await written([
    await exchangeOf(Buffer.from('x'), {}, { headers: [['X-Evil', 'a\r\nWARC-Type: revisit\r\n\r\nbody']] }),
  ]);
  const [, response] = await readBack(path);
  expect(response?.http[0]).toEqual(['X-Evil', 'a WARC-Type: revisit body']);
  expect(response?.body.toString()).toBe('x');
});

test('what a service worker answered is a resource of its bytes alone, and indexed', async () => {
  const made = await exchangeOf(
    Buffer.from('Words only the worker knows.'),
    { from: 'service-worker' },
    { headers: [['Content-Type', 'text/plain']] },
  );
  const { path, cdxj } = await written([made]);
  const records = await readBack(path);
  expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'resource']);
  expect(records[1]?.headers.get('content-type')).toBe('text/plain');
  expect(records[1]?.body.toString()).toBe('Words only the worker knows.');
  expect(cdxj[0]).toMatch(/"mime":"text\/plain","status":200/);
});

test('of a recording fetched once more the index leads to the whole alone', async () => {
  const part = await exchangeOf(Buffer.from('he'), { resourceType: 'Media' }, { status: 206 });
  const cut = await exchangeOf(null, { resourceType: 'Media' }, { body: null, truncated: 'unspecified' });
  const whole = await exchangeOf(Buffer.from('hello'), { resourceType: 'Media', asked: 'again', startedAt: '2018-10-03T09:00:09.000Z' });
  const other = await exchangeOf(Buffer.from('he'), { url: 'https://site.example/other' }, { status: 206 });
  const { path, cdxj } = await written([part, cut, whole, other]);
  expect((await readBack(path)).filter(({ type }) => type === 'response')).toHaveLength(4);
  expect(cdxj.map((line) => [line.split(' ')[1], /"status":(\d+)/.exec(line)?.[1]])).toEqual([
    ['20181003090009', '200'],
    ['20181003090000', '206'],
  ]);
});
