/** For tests: WARC and WACZ files written by other people's programs (warcio, js-wacz), not by ours. */
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { WACZ } from '@harvard-lil/js-wacz';
import { WARCRecord, WARCSerializer, type WARCRecordOpts } from 'warcio';
import yazl from 'yazl';

export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A record to be; `body` as it stands after the HTTP head. `gzip: false` leaves it unpacked. */
export type TestRecord = WARCRecordOpts & {
  body?: string | Uint8Array;
  gzip?: boolean;
  digest?: { algo: string; prefix: string; base32: boolean };
};

export async function makeRecord({ body = '', gzip = true, digest, ...options }: TestRecord): Promise<Buffer> {
  async function* chunks() {
    if (body.length > 0) yield typeof body === 'string' ? new TextEncoder().encode(body) : body;
  }
  const record = WARCRecord.create({ type: 'response', date: '2018-11-14T09:00:00Z', warcVersion: 'WARC/1.1', ...options }, chunks());
  return Buffer.from(await WARCSerializer.serialize(record, { gzip, ...(digest === undefined ? {} : { digest }) }));
}

export async function makeWarcInfo(gzip = true): Promise<Buffer> {
  const record = WARCRecord.createWARCInfo(
    { filename: 'test.warc.gz', warcVersion: 'WARC/1.1' },
    { software: 'Maker of tests 1.0', isPartOf: 'Raqqa' },
  );
  return Buffer.from(await WARCSerializer.serialize(record, { gzip }));
}

export function pageRecord(url: string, html: string | Uint8Array, more: TestRecord = {}): TestRecord {
  return { url, body: html, httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' }, ...more };
}

/** All members of an archive in order, so that a test can break one of them. */
export async function makeMembers(records: readonly TestRecord[], gzip = true): Promise<Buffer[]> {
  const members = [await makeWarcInfo(gzip)];
  for (const record of records) members.push(await makeRecord({ gzip, ...record }));
  return members;
}

export async function writeWarc(path: string, records: readonly TestRecord[], gzip = path.endsWith('.gz')): Promise<string> {
  await writeFile(path, Buffer.concat(await makeMembers(records, gzip)));
  return path;
}

/** A page with a style sheet and a picture of its own site. */
export function smallSite(host = 'https://news.example'): TestRecord[] {
  const html = `<!doctype html><html lang="en"><head><title>Graves found</title><link rel="stylesheet" href="/s.css"></head>
    <body><p>Nearly 1,236 bodies were exhumed.</p><img src="/i.png"><iframe src="/frame.html"></iframe></body></html>`;
  return [
    pageRecord(`${host}/a`, html),
    { url: `${host}/s.css`, body: 'p { color: red }', httpHeaders: { 'Content-Type': 'text/css' } },
    { url: `${host}/i.png`, body: pixel, httpHeaders: { 'Content-Type': 'image/png' } },
    pageRecord(`${host}/frame.html`, '<p>words in a frame</p>'),
    { type: 'request', url: `${host}/frame.html`, statusline: 'GET /frame.html HTTP/1.1', httpHeaders: { 'Sec-Fetch-Dest': 'iframe' } },
  ];
}

/** Packs a WARC as WACZ with js-wacz. `pages`: what it lists, an address once; without it js-wacz finds them by itself. */
export async function writeWacz(
  path: string,
  warc: string,
  pages?: readonly { url: string; ts: string; title: string }[],
): Promise<string> {
  const quiet = { log: () => {}, trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const output = join(path, '..', 'making.wacz');
  const wacz = new WACZ({ input: warc, output, log: quiet });
  for (const page of pages ?? []) wacz.addPage(page.url, page.title, page.ts);
  await wacz.process();
  await rename(output, path);
  return path;
}

/** A zip with these files, stored unless `compress`. */
export async function makeZip(files: Record<string, Buffer | string>, compress = false): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(Buffer.from(bytes as string), name, { compress });
  archive.end();
  return Buffer.concat((await (archive.outputStream as Readable).toArray()) as Buffer[]);
}
