import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { checkWacz } from './check-wacz.ts';
import { changedWacz, makeWacz, packWithJsWacz, replaceEntry } from './make-wacz.ts';
import type { ZipEntry } from './zip-entries.ts';

const url = 'http://127.0.0.1:8080/page';
const exchanges = [
  { url, type: 'text/html', body: '<title>Page</title><body><p>words</p><img src="/a.png"></body>' },
  { url: 'http://127.0.0.1:8080/a.png', type: 'image/png', body: Buffer.from([1, 2, 3]) },
  { url: 'http://127.0.0.2/other?b=2&a=1', type: 'text/plain', body: 'other' },
];
let folder: string;
let good: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-wacz-'));
  good = await makeWacz(folder, exchanges);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const codesOf = async (path: string) => [...new Set((await checkWacz(path)).findings.map(({ code }) => code))];

test('against a file of another maker stands the one thing that is wrong with it', async () => {
  const packed = await packWithJsWacz(folder, exchanges, 'packed');
  const report = await checkWacz(packed);
  expect(report.findings.map(({ code, where }) => [code, where])).toEqual([['resource-hash', 'archive/packed.warc.gz']]);
  // js-wacz 0.1.6 gives every piece of a file to its hash twice.
  const warc = report.entries.find(({ name }) => name.startsWith('archive/'))?.data ?? Buffer.alloc(0);
  expect(report.findings[0]?.detail).toContain(createHash('sha256').update(warc).update(warc).digest('hex'));
});

test('nothing is held against a good file, and what it holds is read', async () => {
  const report = await checkWacz(good);
  expect(report.findings).toEqual([]);
  expect(report.pages.map((page) => page['url'])).toEqual([url]);
  expect(report.index.length).toBe(3);
});

const archive = 'archive/made.warc.gz';
const index = 'indexes/index.cdx';
const without = (name: string) => (entries: ZipEntry[]) => entries.filter((entry) => entry.name !== name);
const json = (edit: (value: Record<string, unknown>) => void) => (data: Buffer) => {
  const value = JSON.parse(data.toString()) as Record<string, unknown>;
  edit(value);
  return JSON.stringify(value);
};
/** Changes one field of the first line of the index. */
const field = (name: string, value: unknown) =>
  replaceEntry(index, (data) => {
    const [first = '', ...rest] = data.toString().split('\n');
    const at = first.indexOf('{');
    const fields = { ...(JSON.parse(first.slice(at)) as object), [name]: value };
    return [first.slice(0, at) + JSON.stringify(fields), ...rest].join('\n');
  });
const stray = (name: string) => (entries: ZipEntry[]) => [...entries, { name, method: 0, data: Buffer.from('x') }];
const text = (name: string, edit: (words: string) => string) => replaceEntry(name, (data) => edit(data.toString()));

const sealed: [string, string, (entries: ZipEntry[]) => ZipEntry[]][] = [
  ['a packed archive', 'not-stored', (entries) => entries.map((one) => (one.name === archive ? { ...one, method: 8 } : one))],
  ['no archive', 'archive-missing', without(archive)],
  ['a stray file in archive/', 'stray-file', stray('archive/notes.txt')],
  ['a stray file in pages/', 'stray-file', stray('pages/notes.txt')],
  ['a stray file in indexes/', 'stray-file', stray('indexes/notes.txt')],
  ['no pages', 'pages-missing', without('pages/pages.jsonl')],
  ['pages without their head', 'pages-head', text('pages/pages.jsonl', (words) => words.slice(words.indexOf('\n') + 1))],
  ['a page without a date', 'page-date', text('pages/pages.jsonl', (words) => words.replace(/"ts":"[^"]*"/, '"ts":"yesterday"'))],
  ['a page of another second', 'page-date-elsewhere', text('pages/pages.jsonl', (words) => words.replace('03:04:05Z', '03:04:06Z'))],
  ['a page that is not in the index', 'page-not-indexed', text('pages/pages.jsonl', (words) => words.replace(':8080/page', ':8080/pages'))],
  ['a page that is not JSON', 'json', text('pages/pages.jsonl', (words) => words.replace(/\}\n$/, '\n'))],
  ['no index', 'index-missing', without(index)],
  ['an index out of order', 'index-order', text(index, (words) => `${words.trim().split('\n').reverse().join('\n')}\n`)],
  ['an index that leaves one out', 'record-not-indexed', text(index, (words) => words.slice(words.indexOf('\n') + 1))],
  ['a line that is not CDXJ', 'index-line', text(index, (words) => words.replace('{', '['))],
  ['an offset inside a record', 'index-offset', field('offset', 3)],
  ['a length that is too short', 'index-length', field('length', 10)],
  ['a line that names another file', 'index-file', field('filename', 'other.warc.gz')],
  ['a line that leads to another address', 'index-url', field('url', 'http://127.0.0.9/')],
  ['a line with another digest', 'index-digest', field('digest', 'sha256:AAAA')],
  ['a line with another status', 'index-status', field('status', 404)],
  ['a line under another key', 'index-key', text(index, (words) => words.replace('/a.png ', '/a.pnf '))],
  ['a line of another time', 'index-date', text(index, (words) => words.replace('20260102030405', '20260102030404'))],
  ['a byte of the archive changed', 'unreadable', replaceEntry(archive, (data) => (data.writeUInt8(data.readUInt8(60) ^ 1, 60), data))],
  [
    'another profile',
    'profile',
    replaceEntry(
      'datapackage.json',
      json((value) => (value['profile'] = 'other')),
    ),
  ],
  [
    'another version',
    'wacz-version',
    replaceEntry(
      'datapackage.json',
      json((value) => (value['wacz_version'] = '1.0.0')),
    ),
  ],
  [
    'a main page that is not there',
    'main-page',
    replaceEntry(
      'datapackage.json',
      json((value) => (value['mainPageUrl'] = 'http://127.0.0.9/')),
    ),
  ],
  ['a record packed with its neighbour', 'unreadable', replaceEntry(archive, () => gzipSync('WARC/1.1\r\n'))],
  ['no digest of the manifest', 'digest-missing', without('datapackage-digest.json')],
];
for (const [what, code, change] of sealed)
  test(`${what} is found as ${code}`, async () => {
    expect(await codesOf(await changedWacz(good, change))).toContain(code);
  });

const unsealed: [string, string, (entries: ZipEntry[]) => ZipEntry[]][] = [
  ['a changed file', 'resource-hash', text('pages/pages.jsonl', (words) => words.replace('Page', 'Pagf'))],
  ['a longer file', 'resource-bytes', text('pages/pages.jsonl', (words) => `${words}\n`)],
  ['a file that is not listed', 'resource-unlisted', stray('extra.txt')],
  ['a file that is listed and missing', 'resource-missing', without(archive)],
  ['a changed manifest', 'digest-hash', replaceEntry('datapackage.json', (data) => `${data.toString()}\n`)],
  ['no manifest', 'datapackage-missing', without('datapackage.json')],
];
for (const [what, code, change] of unsealed)
  test(`${what} is found as ${code}`, async () => {
    expect(await codesOf(await changedWacz(good, change, false))).toContain(code);
  });

test('a zip that is cut off, and one without its extension', async () => {
  const copy = await changedWacz(good, (entries) => entries);
  const bare = copy.replace('.wacz', '.zip');
  await rename(copy, bare);
  expect(await codesOf(bare)).toEqual(['extension']);
  await truncate(bare, 2000);
  expect(await codesOf(bare)).toContain('zip-unreadable');
});
