import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { WACZ } from '@harvard-lil/js-wacz';
import { WARCRecord, WARCSerializer } from 'warcio';
import yazl from 'yazl';
import { base32 } from './digest.ts';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** An exchange to be written: a GET and what was answered. */
export type MadeExchange = { url: string; type: string; body: string | Buffer; status?: string };

const date = '2026-01-02T03:04:05Z';
export const madeTs = '20260102030405';

async function serialize(record: WARCRecord): Promise<Buffer> {
  return Buffer.from(await WARCSerializer.serialize(record, { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:', base32: true } }));
}

/** A WARC.gz of warcio's own making: a warcinfo, then a response and its request for each exchange. */
export async function makeWarc(exchanges: MadeExchange[]): Promise<Buffer> {
  const info = WARCRecord.createWARCInfo({ filename: 'made.warc.gz', warcVersion: 'WARC/1.1', date }, { software: 'the tests' });
  const records = [await serialize(info)];
  for (const { url, type, body, status = '200 OK' } of exchanges) {
    const bytes = Buffer.from(body);
    const made = { url, date, warcVersion: 'WARC/1.1' as const };
    const httpHeaders = { 'Content-Type': type, 'Content-Length': String(bytes.length) };
    const response = WARCRecord.create({ ...made, type: 'response', statusline: `HTTP/1.1 ${status}`, httpHeaders }, [bytes]);
    const { pathname, search, host } = new URL(url);
    const warcHeaders = { 'WARC-Concurrent-To': response.warcHeader('WARC-Record-ID') ?? '' };
    const statusline = `GET ${pathname}${search} HTTP/1.1`;
    const request = WARCRecord.create({ ...made, type: 'request', statusline, httpHeaders: { Host: host }, warcHeaders }, []);
    records.push(await serialize(response), await serialize(request));
  }
  return Buffer.concat(records);
}

/** A good WACZ in `folder`: what js-wacz packs, with the hash mended that it gets wrong. */
export async function makeWacz(folder: string, exchanges: MadeExchange[], name = 'made'): Promise<string> {
  return changedWacz(await packWithJsWacz(folder, exchanges, name), (entries) => entries);
}

/** A WACZ at `folder/NAME.wacz` as js-wacz leaves it. */
export async function packWithJsWacz(folder: string, exchanges: MadeExchange[], name: string): Promise<string> {
  const warc = join(folder, `${name}.warc.gz`);
  await writeFile(warc, await makeWarc(exchanges));
  const output = join(folder, `${name}.wacz`);
  const main = exchanges[0]?.url;
  await new WACZ({ input: warc, output, title: 'Made by the tests', ts: date, ...(main ? { url: main } : {}) }).process(false);
  return output;
}

/**
 * Writes a WACZ again with a change. With `seal` its manifest is made true again, so that only the change itself can be
 * found; without, the manifest stays as it was.
 */
export async function changedWacz(path: string, change: (entries: ZipEntry[]) => ZipEntry[], seal = true): Promise<string> {
  const changed = change(await zipEntries(path));
  const entries = seal ? sealed(changed) : changed;
  const zip = new yazl.ZipFile();
  for (const { name, method, data } of entries) zip.addBuffer(data, name, { compress: method !== 0 });
  zip.end();
  const out = path.replace(/\.wacz$/, `-${createHash('sha1').update(String(Math.random())).digest('hex').slice(0, 8)}.wacz`);
  await pipeline(zip.outputStream, createWriteStream(out));
  return out;
}

/** Replaces the bytes of one entry. */
export const replaceEntry =
  (name: string, edit: (data: Buffer) => Buffer | string) =>
  (entries: ZipEntry[]): ZipEntry[] =>
    entries.map((entry) => (entry.name === name ? { ...entry, data: Buffer.from(edit(entry.data)) } : entry));

const hash = (data: Buffer) => `sha256:${createHash('sha256').update(data).digest('hex')}`;

function sealed(entries: ZipEntry[]): ZipEntry[] {
  const manifestEntry = entries.find(({ name }) => name === 'datapackage.json');
  if (!manifestEntry) return entries;
  const manifest = JSON.parse(manifestEntry.data.toString()) as Record<string, unknown>;
  const resources = entries.filter(({ name }) => !name.startsWith('datapackage'));
  manifest['resources'] = resources.map(({ name, data }) => ({
    name: name.split('/').at(-1),
    path: name,
    hash: hash(data),
    bytes: data.length,
  }));
  const data = Buffer.from(JSON.stringify(manifest));
  const digest = Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: hash(data) }));
  return entries.map((entry) => {
    if (entry.name === 'datapackage.json') return { ...entry, data };
    return entry.name === 'datapackage-digest.json' ? { ...entry, data: digest } : entry;
  });
}

/** A record written by hand, uncompressed, with true digests unless `headers` say otherwise. */
export function handRecord(type: string, headers: Record<string, string | null>, block: string): Buffer {
  const bytes = Buffer.from(block, 'latin1');
  const payload = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
  const digest = (of: Buffer) => `sha1:${base32(createHash('sha1').update(of).digest())}`;
  const all: Record<string, string | null> = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${crypto.randomUUID()}>`,
    'WARC-Date': date,
    'Content-Type': type === 'warcinfo' ? 'application/warc-fields' : `application/http;msgtype=${type}`,
    'WARC-Block-Digest': digest(bytes),
    ...(type === 'response' ? { 'WARC-Payload-Digest': digest(payload) } : {}),
    'Content-Length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}
