import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import type { Item } from '#shared/model/items.ts';
import { call } from './support/calls.ts';
import { attachment, startDownloadSite, type DownloadSite } from './support/download-site.ts';
import { launch, root, type RunningApp } from './support/launch.ts';

const bidi = '\u202e';
let running: RunningApp;
let site: DownloadSite;
let folder: string;
let pdf: Buffer;
let photo: Buffer;
let clip: Buffer;
const caseFolder = () => join(folder, 'Downloads.holdfast');
/** The smallest zip there is: the end record of an empty archive (APPNOTE 4.3.16). */
const zip = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');
const large = Buffer.alloc(3 * 1024 * 1024, 7);

test.beforeAll(async () => {
  pdf = await readFile(join(root, 'sample', 'report.pdf'));
  photo = await readFile(join(root, 'sample', 'photo-april.jpg'));
  clip = await readFile(join(root, 'sample', 'committee-video.mp4'));
  site = await startDownloadSite({
    '/file.zip': attachment(zip, 'attachment; filename="x.zip"', 'application/zip'),
    '/report': (response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf),
    '/traversal': attachment(zip, 'attachment; filename="../../../../tmp/evil.zip"'),
    '/marks': attachment(zip, `attachment; filename*=UTF-8''${encodeURIComponent(`annexe${bidi}piz.zip`)}`),
    '/empty.zip': attachment('', 'attachment; filename="empty.zip"'),
    '/stalls.zip': (response) => {
      response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment', 'content-length': 1000 });
      response.write('PK');
    },
    '/breaks.zip': (response) => {
      response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment', 'content-length': 1000 });
      response.write('PK', () => setTimeout(() => response.destroy(), 200));
    },
    '/large.bin': attachment(large, 'attachment; filename="large.bin"'),
    '/growing.bin': (response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' });
      const more = setInterval(() => response.write(Buffer.alloc(256 * 1024)), 20);
      response.on('close', () => clearInterval(more));
    },
    '/hop': (response) => void response.writeHead(302, { location: '/file.zip' }).end(),
    '/lies.pdf': attachment('<!doctype html><p>Please log in</p>', 'attachment; filename="report.pdf"', 'application/pdf'),
    '/packed.csv': (response) =>
      void response
        .writeHead(200, {
          'content-type': 'text/csv',
          'content-disposition': 'attachment; filename="dead.csv"',
          'content-encoding': 'gzip',
        })
        .end(gzipSync('name,age\nالرقة,3\n')),
    '/gone.zip': (response) => void response.writeHead(410, { 'content-disposition': 'attachment' }).end('gone'),
    '/photo': (response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(photo),
    '/clip': (response) => void response.writeHead(200, { 'content-type': 'video/mp4' }).end(clip),
    '/page': (response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<p>a page</p><script>setTimeout(() => { location = "/file.zip"; }, 100)</script>'),
  });
  running = await launch();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-download-'));
  await call(running.page, 'case.create', { folder: caseFolder(), title: 'Downloads' });
});
test.afterAll(async () => {
  await running.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});
test.afterEach(async () => {
  const left = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(left, 'no capture window outlives its capture').toBe(1);
  expect(await readdir(join(caseFolder(), 'staging')).catch(() => [])).toEqual([]);
});

type Options = { timeLimitMs?: number; sizeLimitBytes?: number };
async function capture(path: string, options: Options = {}): Promise<Item> {
  const { itemId } = await call(running.page, 'capture.run', { url: site.url + path, options: { timeLimitMs: 20_000, ...options } });
  return call(running.page, 'items.get', { id: itemId });
}

async function bytesOf(item: Item, role: string): Promise<Buffer> {
  const file = item.files.find((one) => one.role === role);
  const { path } = await call(running.page, 'blobs.locate', { sha256: file?.sha256 ?? '' });
  return readFile(path);
}

type Provenance = { kind: string; bytes: object; capture: Record<string, unknown>; files: { role: string; sha256: string }[] };
const provenanceOf = async (item: Item) => JSON.parse((await bytesOf(item, 'provenance')).toString()) as Provenance;

test('an address that is a zip becomes a file item with the bytes as sent and the record of how they came @packaged', async () => {
  const item = await capture('/file.zip');
  expect(item).toMatchObject({
    type: 'document',
    title: 'x',
    originalName: 'x.zip',
    method: 'capture',
    completeness: 'whole',
    source: '127.0.0.1',
  });
  expect(item.sourceUrl).toBe(`${site.url}/file.zip`);
  expect(item.files.map((file) => file.role).sort()).toEqual(['headers', 'original', 'provenance']);
  expect(await bytesOf(item, 'original')).toEqual(zip);
  const record = await provenanceOf(item);
  expect(record).toMatchObject({ kind: 'download', bytes: { contentEncoding: null } });
  expect(record.capture).toMatchObject({
    status: 200,
    remoteAddress: new URL(site.url).host,
    file: { suggestedName: 'x.zip', size: zip.length },
  });
  expect(record.capture['clockEvidence']).toHaveLength(1);
  const sha256 = createHash('sha256').update(zip).digest('hex');
  expect(record.files.find((file) => file.role === 'original')?.sha256).toBe(sha256);
  const headers = JSON.parse((await bytesOf(item, 'headers')).toString()) as { response: [string, string][] };
  expect(headers.response.map(([name, value]) => `${name.toLowerCase()}: ${value}`)).toContain(
    'content-disposition: attachment; filename="x.zip"',
  );
});

test('a picture and a recording shown by their addresses are what they are', async () => {
  for (const [path, type] of [
    ['/photo', 'image'],
    ['/clip', 'video'],
  ] as const) {
    const item = await capture(path);
    expect(item).toMatchObject({ type, method: 'capture', sourceUrl: site.url + path });
    expect(await bytesOf(item, 'original')).toEqual(path === '/photo' ? photo : clip);
  }
});

test('a PDF shown by its address is no page of a viewer but the PDF, with its text', async () => {
  const item = await capture('/report');
  expect(item).toMatchObject({ type: 'pdf', method: 'capture', sourceUrl: `${site.url}/report` });
  expect(await bytesOf(item, 'original')).toEqual(pdf);
  const text = await call(running.page, 'items.text', { id: item.id });
  expect(text?.map.kind).toBe('pages');
  expect(text?.text.length).toBeGreaterThan(500);
  const headers = JSON.parse((await bytesOf(item, 'headers')).toString()) as { response: [string, string][] };
  const names = headers.response.map(([name]) => name.toLowerCase());
  expect(names).toContain('content-type');
  expect(names, 'the headers are those that were received').not.toContain('content-disposition');
});

test('a name that is a path or reads backwards stays a name', async () => {
  const item = await capture('/traversal');
  expect(item.originalName).not.toMatch(/[/\\]/);
  expect(item.originalName).toMatch(/evil\.zip$/);
  expect(item.files.find((file) => file.role === 'original')?.name).toMatch(/^[\w.-]*evil\.zip$/);
  expect(item.files.every((file) => !/^\.|[/\\]/.test(file.name))).toBe(true);
  const marked = await capture('/marks');
  expect(marked.originalName).toBe('annexe_piz.zip');
});

test('redirects on the way to a file are kept', async () => {
  const item = await capture('/hop');
  expect(item).toMatchObject({
    type: 'document',
    sourceUrl: `${site.url}/file.zip`,
    facts: { requestedUrl: `${site.url}/hop`, redirects: 1 },
  });
  expect((await provenanceOf(item)).capture['redirects']).toEqual([
    { url: `${site.url}/hop`, status: 302, location: `${site.url}/file.zip` },
  ]);
});

test('a body sent packed is kept unpacked, and that is recorded', async () => {
  const item = await capture('/packed.csv');
  expect((await bytesOf(item, 'original')).toString()).toBe('name,age\nالرقة,3\n');
  expect((await provenanceOf(item)).bytes).toEqual({ contentEncoding: 'gzip' });
});

test('the same file captured twice is two items of the same bytes', async () => {
  const [one, other] = [await capture('/file.zip'), await capture('/file.zip')];
  expect(one.id).not.toBe(other.id);
  const original = (item: Item) => item.files.find((file) => file.role === 'original')?.sha256;
  expect(original(one)).toBe(original(other));
});

const refused: [string, string, Options, object?][] = [
  ['/empty.zip', 'file-empty', {}],
  ['/stalls.zip', 'url-timeout', { timeLimitMs: 3000 }, { seconds: 3 }],
  ['/breaks.zip', 'download-cut', {}],
  ['/large.bin', 'url-too-large', { sizeLimitBytes: 1024 * 1024 }, { megabytes: 1 }],
  ['/growing.bin', 'url-too-large', { sizeLimitBytes: 1024 * 1024 }, { megabytes: 1 }],
  ['/lies.pdf', 'type-mismatch', {}],
  ['/gone.zip', 'url-not-found', {}, { status: 410 }],
];
for (const [path, code, options, facts = {}] of refused)
  test(`${path} is refused as ${code}, and nothing is kept`, async () => {
    const before = await call(running.page, 'case.info', {});
    const error: unknown = await capture(path, options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code, facts });
    const { url, path: named } = (error as { facts: { url?: string; path?: string } }).facts;
    expect(url ?? named).toBe(site.url + path);
    const { rows } = await call(running.page, 'journal.list', { direction: 'ascending', offset: before?.journal.entries ?? 0 });
    expect(rows.map(({ action }) => action)).toEqual([code === 'url-not-found' ? 'address.gone' : 'capture.failed']);
  });

test('a download can be cancelled and leaves nothing', async () => {
  const { page } = running;
  const before = await call(page, 'case.info', {});
  const asked = site.asked.length;
  const capturing = call(page, 'capture.run', { url: `${site.url}/stalls.zip`, jobId: 'cancel-download' });
  await expect.poll(() => site.asked.slice(asked)).toContain('/stalls.zip');
  await expect.poll(() => readdir(join(caseFolder(), 'staging'), { recursive: true })).not.toEqual([]);
  expect(await call(page, 'jobs.cancel', { jobId: 'cancel-download' })).toEqual({ found: true });
  await expect(capturing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await call(page, 'case.info', {}))?.journal).toEqual(before?.journal);
});

test('a page that wants to save something stays a page', async () => {
  const item = await capture('/page');
  expect(item.type).toBe('web');
  expect(item.files.map((file) => file.role)).toContain('mhtml');
});

test('everything downloaded verifies', async () => {
  expect((await call(running.page, 'verify.run', {})).findings).toEqual([]);
});
