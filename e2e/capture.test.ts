import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Item } from '#shared/model/items.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { startTestSite, testKeyHash, type TestSite } from './support/test-site.ts';

let running: RunningApp;
let site: TestSite;
let folder: string;
const caseFolder = () => join(folder, 'Capture.holdfast');

test.beforeAll(async () => {
  site = await startTestSite();
  running = await launch();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-capture-'));
  await call(running.page, 'case.create', { folder: caseFolder(), title: 'Captures' });
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

async function capture(path: string, timeLimitMs = 30_000): Promise<Item> {
  const url = path.startsWith('/') ? site.url + path : path;
  const options = { timeLimitMs, width: 1280, height: 900, scroll: true };
  const { itemId } = await call(running.page, 'capture.run', { url, options });
  return call(running.page, 'items.get', { id: itemId });
}

async function bytesOf(item: Item, role: string): Promise<Buffer> {
  const file = item.files.find((one) => one.role === role);
  const { path } = await call(running.page, 'blobs.locate', { sha256: file?.sha256 ?? '' });
  return readFile(path);
}

test('a page becomes one item with everything the design names @packaged', async () => {
  const item = await capture('/hop');
  expect(item).toMatchObject({
    type: 'web',
    title: 'Three graves',
    source: 'The Test Paper',
    language: 'en',
    method: 'capture',
    completeness: 'whole',
    gaps: [],
  });
  expect(item.files.map((file) => file.role).sort()).toEqual([
    'headers',
    'mhtml',
    'print',
    'provenance',
    'report',
    'screenshot',
    'snapshot',
    'text',
    'thumbnail',
    'wacz',
  ]);
  expect(site.asked).toContain('/img/lazy.png');
  const text = await call(running.page, 'items.text', { id: item.id });
  expect(text?.text.startsWith('Three graves\nThe committee said')).toBe(true);
  expect(text?.text).toContain('الرقة: ١٬٢٣٦ جثة 🧷');
  const snapshot = (await bytesOf(item, 'snapshot')).toString();
  expect(snapshot.match(/<img [^>]*src="data:image\/png/g)).toHaveLength(2);
  expect(snapshot).toMatch(/color: rgb\(1, 2, 3\)[^}]*url\("data:image\/png/);
  expect(snapshot).toContain('framed words');
  expect(snapshot).not.toMatch(/<script|https?:\/\/[^"]*"[^>]*>[^<]*<\/script/);
  const png = await bytesOf(item, 'screenshot');
  expect([png.readUInt32BE(16), png.readUInt32BE(20) > 3000]).toEqual([1280, true]);
  expect((await bytesOf(item, 'print')).subarray(0, 5).toString()).toBe('%PDF-');
  const provenance = JSON.parse((await bytesOf(item, 'provenance')).toString()) as {
    capture: Record<string, unknown>;
  };
  expect(provenance.capture).toMatchObject({
    requestedUrl: `${site.url}/hop`,
    finalUrl: `${site.url}/article`,
    redirects: [
      { status: 302, location: `${site.url}/hop2` },
      { status: 302, location: `${site.url}/article` },
    ],
    status: 200,
    remoteAddress: new URL(site.url).host,
  });
  expect((provenance.capture['clockEvidence'] as unknown[]).length).toBe(1);
});

test('a snapshot shown again asks nobody', async () => {
  const item = await capture('/article');
  const before = site.asked.length;
  const snapshot = item.files.find((file) => file.role === 'snapshot');
  await running.page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts');
        frame.onload = () => setTimeout(resolve, 500);
        frame.src = `holdfast-snapshot://${id}/`;
        document.body.append(frame);
      }),
    snapshot?.id ?? '',
  );
  expect(site.asked.length).toBe(before);
});

test('a hostile page reaches nothing and is kept all the same', async () => {
  const item = await capture('/hostile');
  const text = await call(running.page, 'items.text', { id: item.id });
  expect(text?.text).toContain('hostile page');
  expect(text?.text).toContain('reached:.');
  const provenance = JSON.parse((await bytesOf(item, 'provenance')).toString()) as {
    capture: { resources: { blocked: { reason: string }[] } };
  };
  const reasons = provenance.capture.resources.blocked.map((one) => one.reason);
  expect(reasons).toEqual(expect.arrayContaining(['popup', 'download', 'navigation', 'permission: notifications']));
  expect(site.asked).not.toContain('/popup');
});

const refused: [string, string, object?][] = [
  ['/nothing-here', 'url-not-found', { status: 404 }],
  ['/gone', 'url-not-found', { status: 410 }],
  ['/error', 'url-status', { status: 500 }],
  ['/empty', 'url-status', { status: 204 }],
  ['/circle', 'url-failed'],
  ['/script-circle', 'url-failed'],
  ['/silent', 'url-timeout', { seconds: 3 }],
  ['/spin', 'url-timeout', { seconds: 3 }],
  ['http://127.0.0.1:9/', 'url-refused'],
  ['http://no-such-host.invalid/', 'url-refused'],
  ['file:///etc/hostname', 'url-scheme', { scheme: 'file' }],
  ['javascript:alert(1)', 'url-scheme'],
  ['holdfast-app://app/', 'url-scheme'],
  ['news.example', 'url-invalid'],
];
for (const [path, code, facts = {}] of refused)
  test(`${path} is refused as ${code}, and nothing is kept`, async () => {
    const before = await call(running.page, 'case.info', {});
    const address = path.startsWith('/') ? site.url + path : path;
    const timed = code === 'url-timeout' ? 3000 : 30_000;
    const error: unknown = await capture(path, timed).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code, facts });
    // A page that moves on by itself is named by where it had got to.
    if (path !== '/script-circle') expect(error).toMatchObject({ facts: { url: address } });
    const after = await call(running.page, 'case.info', {});
    expect(after?.counts.items).toBe(before?.counts.items);
    const { rows } = await call(running.page, 'journal.list', { direction: 'ascending', offset: before?.journal.entries ?? 0 });
    // What was never tried leaves nothing; a page that is not there is a dated fact, and that alone is recorded.
    if (code === 'url-scheme' || code === 'url-invalid') expect(rows).toEqual([]);
    else if (code === 'url-not-found')
      expect(rows).toMatchObject([{ action: 'address.gone', payload: { askedUrl: address, earlierId: null, keptItemId: null, ...facts } }]);
    else expect(rows).toMatchObject([{ action: 'capture.failed', payload: { name: expect.any(String) as unknown as string, code } }]);
  });

const partial: [string, string, number][] = [
  ['/unfinished', 'load-unfinished', 8000],
  ['/broken-parts', 'resources-failed', 30_000],
];
for (const [path, reason, limit] of partial)
  test(`${path} is kept as partial because of ${reason}`, async () => {
    const item = await capture(path, limit);
    expect(item.completeness).toBe('partial');
    expect(item.gaps.map((gap) => gap.reason)).toContain(reason);
  });

test('a tall page is in its screenshots from top to end', async () => {
  const item = await capture('/tall');
  expect(item.completeness).toBe('whole');
  const parts = item.files.filter(({ role }) => role === 'screenshot');
  const heights = await Promise.all(
    parts.map(async ({ sha256 }) => (await readFile((await call(running.page, 'blobs.locate', { sha256 })).path)).readUInt32BE(20)),
  );
  expect(heights.length).toBe(2);
  expect(heights[0]).toBe(16_000);
  expect(heights.reduce((sum, height) => sum + height)).toBeGreaterThan(30_000);
});

test('a capture can be cancelled and leaves nothing', async () => {
  const { page } = running;
  const before = await call(page, 'case.info', {});
  const asked = site.asked.length;
  const capturing = call(page, 'capture.run', { url: `${site.url}/silent`, jobId: 'to-cancel' });
  await expect.poll(() => site.asked.slice(asked)).toContain('/silent');
  expect(await call(page, 'jobs.cancel', { jobId: 'to-cancel' })).toEqual({ found: true });
  await expect(capturing).rejects.toMatchObject({ code: 'cancelled' });
  expect((await call(page, 'case.info', {}))?.journal).toEqual(before?.journal);
});

test('everything captured verifies', async () => {
  const report = await call(running.page, 'verify.run', {});
  expect(report.findings).toEqual([]);
});

test('a certificate nobody vouches for is refused, and nothing is asked of the site', async () => {
  const secure = await startTestSite({ tls: true });
  try {
    await expect(capture(`${secure.url}/article`)).rejects.toMatchObject({ code: 'url-certificate' });
    expect(secure.asked).toEqual([]);
  } finally {
    await secure.close();
  }
});

test('the certificate of a trusted site is kept', async () => {
  const secure = await startTestSite({ tls: true });
  const trusting = await launch({ args: [`--ignore-certificate-errors-spki-list=${testKeyHash}`] });
  const at = await mkdtemp(join(tmpdir(), 'holdfast-tls-'));
  try {
    await call(trusting.page, 'case.create', { folder: join(at, 'Tls.holdfast'), title: 'Tls' });
    const { itemId } = await call(trusting.page, 'capture.run', { url: `${secure.url}/article` });
    const item = await call(trusting.page, 'items.get', { id: itemId });
    const { path } = await call(trusting.page, 'blobs.locate', {
      sha256: item.files.find((file) => file.role === 'certificate')?.sha256 ?? '',
    });
    expect(await readFile(path, 'utf8')).toContain('-----BEGIN CERTIFICATE-----');
    expect(item.facts['certificateSubject']).toContain('Holdfast test server');
  } finally {
    await trusting.close();
    await secure.close();
    await rm(at, { recursive: true, force: true });
  }
});
