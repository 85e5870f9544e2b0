import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { hostileArchive, hostileName, inlineFrameArchive } from './support/hostile-page.ts';
import { launch, root, type RunningApp } from './support/launch.ts';
import { listen, type ListeningPost } from './support/listening-post.ts';
import { makeWacz, makeWarc } from './support/make-archive.ts';
import { endNetLog, startNetLog } from './support/net-log.ts';
import { leaveWithoutPolicy } from './support/leave-without-policy.ts';
import { picture } from './support/pictures.ts';
import { articleArchive, markingArchive } from './support/replay-pages.ts';
import { replayView, screenPicture, type ReplayView } from './support/replay-view.ts';
import { seedArchives, type SeedArchive } from './support/seed-archives.ts';

let running: RunningApp;
let view: ReplayView;
let post: ListeningPost;
let folder: string;
let ids: Record<'article' | 'hostile' | 'inline' | 'first' | 'second' | 'cut' | 'garbage' | 'flipped' | 'warc', string>;

const graves = 'https://paper.example/graves';
const at = '2018-10-03T12:34:56.000Z';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-replay-'));
  post = await listen();
  const article = await makeWacz(articleArchive());
  const kept = (title: string, archive: Buffer, url: string | null = graves, name = 'archive.wacz'): SeedArchive => ({
    title,
    url,
    at,
    archive,
    name,
    mediaType: 'application/wacz+zip',
  });
  const seeds = {
    article: kept('Three graves', article),
    hostile: kept('Hostile', await makeWacz(hostileArchive(post.url)), 'https://hostile.example/'),
    inline: kept('Inline', await makeWacz(inlineFrameArchive()), 'https://hostile.example/inline'),
    first: kept('First marks', await makeWacz(markingArchive('one')), 'https://paper.example/marks'),
    second: kept('Second marks', await makeWacz(markingArchive('two')), 'https://paper.example/marks'),
    cut: kept('Cut off', article.subarray(0, Math.floor(article.length / 2))),
    flipped: kept('Flipped', flipped(article)),
    garbage: kept('Garbage', Buffer.from('these bytes are no archive at all')),
    warc: { ...kept('A WARC', await makeWarc(articleArchive()), graves, 'old.warc.gz'), mediaType: 'application/warc', isOriginal: true },
  };
  const made = await seedArchives(join(folder, 'Replays.holdfast'), Object.values(seeds), articleArchive()[2]!.body as Buffer);
  ids = Object.fromEntries(Object.keys(seeds).map((key, index) => [key, made[index]!])) as typeof ids;
  running = await launch();
  view = replayView(running.app);
  await call(running.page, 'case.open', { folder: join(folder, 'Replays.holdfast'), access: 'write' });
});
test.afterAll(async () => {
  await running.close();
  await post.close();
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(async () => {
  await running.page.reload();
  await expect(running.page.getByRole('row').first()).toBeVisible();
  expect(await view.count()).toBe(0);
});

/** The same archive with the compressed bytes of its first record turned over. */
function flipped(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  const member = bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08]));
  for (let index = member + 12; index < member + 200; index += 1) bytes[index] = bytes[index]! ^ 0xff;
  return bytes;
}

/** Opens an item from the library and asks for its replay. */
async function openReplay(item: keyof typeof ids): Promise<void> {
  const { page } = running;
  const { title, type } = await call(page, 'items.get', { id: ids[item] });
  await page.getByRole('row').filter({ hasText: title }).first().dblclick();
  if (type === 'web') await page.getByRole('radio', { name: 'Replay' }).click();
}
const address = () => running.page.getByRole('status', { name: 'Address of the page replayed' });
/** Keeps a picture of the whole screen, because the window's own leaves the replay out. */
async function keepScreen(name: string): Promise<void> {
  const pictures = join(root, 'test-results', 'pictures');
  await mkdir(pictures, { recursive: true });
  await writeFile(join(pictures, `${name}.png`), await screenPicture(running.app));
}
const words = () => view.inPage<string>('document.body.innerText');

test('an archived page is there offline, with its styles, pictures, scripts and data @packaged', async () => {
  await openReplay('article');
  await expect(address()).toHaveText(graves);
  await expect.poll(words, { timeout: 30_000 }).toContain('Fetched: 1236');
  expect(await words()).toContain('Nearly 1,236 bodies have been exhumed.');
  expect(await words()).toContain('استُخرجت نحو 1236 جثة');
  expect(await words()).toContain('Written by the page’s own script.');
  expect(await view.inPage(`document.querySelector('#picture').naturalWidth`)).toBe(320);
  expect(await view.inPage(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(1, 2, 3)');
  await expect(running.page.getByTitle('Captured 2018-10-03 12:34:56 UTC')).toBeVisible();
  const pane = (await running.page.locator('.replay-pane').boundingBox())!;
  await expect
    .poll(view.bounds)
    .toEqual({ x: Math.round(pane.x), y: Math.round(pane.y), width: Math.round(pane.width), height: Math.round(pane.height) });
  await expect.poll(view.isVisible).toBe(true);
  await keepScreen('replay-screen');
});

test('links lead through the archive, there and back; what was not archived is said in words', async () => {
  const { page } = running;
  await openReplay('article');
  await expect.poll(words, { timeout: 30_000 }).toContain('Fetched: 1236');
  await page.getByRole('button', { name: '2 pages' }).click();
  const list = page.getByRole('navigation', { name: 'Pages of this archive' });
  await expect(list.getByRole('button')).toHaveCount(2);
  await expect(list.getByRole('button', { name: 'Three graves' })).toHaveAttribute('aria-current', 'page');
  await view.click('#more');
  await expect(address()).toHaveText(/^https:\/\/paper\.example\/more\?page=2&q=/);
  await expect.poll(words).toContain('A second page.');
  await expect(page.getByTitle('Captured 2018-10-04 08:00:00 UTC')).toBeVisible();
  await keepScreen('replay-pages-screen');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(address()).toHaveText(graves);
  await expect.poll(words).toContain('Fetched: 1236');
  await view.click('#absent');
  await expect(page.getByRole('heading', { name: 'This page is not in the archive' })).toBeVisible();
  expect(await view.isVisible()).toBe(false);
  await picture(page, 'replay-missing');
  await list.getByRole('button', { name: 'المزيد' }).click();
  await expect.poll(words).toContain('A second page.');
  await expect.poll(view.isVisible).toBe(true);
});

test('a hostile page reaches nobody: no connection, no name looked up, neither the app nor the bridge nor a blob @packaged', async () => {
  const { app, page } = running;
  test.setTimeout(240_000);
  const log = join(folder, 'net-log.json');
  await startNetLog(app, log);
  await app.evaluate(({ app: program }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedOutside: asked });
    program.once('session-created', (session) =>
      session.webRequest.onCompleted(({ url }) => {
        if (!url.startsWith('holdfast-replay:')) asked.push(url);
      }),
    );
  });
  const { sha256 } = (await call(page, 'items.get', { id: ids.article })).files[0]!;
  await openReplay('hostile');
  await expect.poll(() => view.inPage(`document.querySelector('#native').textContent`), { timeout: 30_000 }).toBe('true');
  await view.inPage(`globalThis.secret = ${JSON.stringify(sha256)}`);
  await expect.poll(words, { timeout: 200_000, intervals: [1000] }).toContain('done:');
  expect((await words())!.split('done:')[1]!.trim()).toBe('');
  expect(await view.inPage(`document.querySelector('#native').textContent`), 'untouched functions to the end').toBe('true true');
  expect(await view.top()).toMatch(/^holdfast-replay:\/\/[0-9a-f]{32}\/$/);
  expect(await app.evaluate(() => (globalThis as unknown as { askedOutside: string[] }).askedOutside)).toEqual([]);
  const { lookups, connections } = await endNetLog(app, log);
  expect(lookups).toEqual([]);
  expect(connections).toEqual([]);
  expect(post.heard).toEqual([]);
  expect(app.windows().length).toBeLessThanOrEqual(2);
  expect(await call(page, 'case.info', {})).not.toBeNull();
});

test('a page that makes a frame past the archive is ended before the frame begins', async () => {
  const log = join(folder, 'net-log-inline.json');
  await startNetLog(running.app, log);
  await openReplay('inline');
  await expect(running.page.getByRole('heading', { name: 'The replayed page stopped' })).toBeVisible({ timeout: 30_000 });
  const { lookups, connections } = await endNetLog(running.app, log);
  expect(lookups).toEqual([]);
  expect(connections).toEqual([]);
});

test('without the policy of its pages the session alone still lets nothing out', async () => {
  const { app } = running;
  const log = join(folder, 'net-log-bare.json');
  await openReplay('article');
  await expect.poll(words, { timeout: 30_000 }).toContain('Fetched: 1236');
  await startNetLog(app, log);
  const answer = await app.evaluate(leaveWithoutPolicy, { post: post.url, name: hostileName });
  expect(answer).toEqual({ reached: [], fetched: 'refused', proxy: 'PROXY 127.0.0.1:1', preloads: [] });
  const { lookups, connections } = await endNetLog(app, log);
  expect(lookups).toEqual([]);
  expect(connections).toEqual([]);
  expect(post.heard).toEqual([]);
});

test('what listens here does hear a page that is not replayed', async () => {
  const { app } = running;
  const log = join(folder, 'net-log-control.json');
  await startNetLog(app, log);
  await app.evaluate(async ({ session }, url) => {
    const open = session.fromPartition('control');
    await open.fetch(`${url}/control`);
    await open.resolveHost('control-holdfast-test.example.org').catch(() => undefined);
  }, post.url);
  const { lookups, connections } = await endNetLog(app, log);
  expect(lookups.join()).toContain('control-holdfast-test.example.org');
  expect(connections.join()).toContain(new URL(post.url).host);
  expect(post.heard).toEqual(['tcp', 'GET /control HTTP/1.1']);
  post.heard.length = 0;
});

test('two archives know nothing of each other, nor an archive of its last opening', async () => {
  const { page } = running;
  const origins = new Set<string>();
  for (const item of ['first', 'second', 'first'] as const) {
    await page.keyboard.press('Control+1');
    await openReplay(item);
    await expect.poll(words, { timeout: 30_000 }).toBe('Found: nothing');
    expect(await view.count()).toBe(1);
    origins.add(new URL(await view.address()).host);
    await view.inPage('location.reload()');
    await expect.poll(words, { timeout: 30_000 }).toMatch(/^Found: .*database mark-/);
  }
  expect(origins.size).toBe(3);
});

test('the page gives way to whatever lies over it, and goes with its tab', async () => {
  const { page } = running;
  await openReplay('article');
  await expect.poll(view.isVisible, { timeout: 30_000 }).toBe(true);
  await expect.poll(words).toContain('Fetched: 1236');
  await view.press('K', ['control']);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(view.isVisible).toBe(false);
  await keepScreen('replay-covered-screen');
  await page.keyboard.press('Escape');
  await expect.poll(view.isVisible).toBe(true);
  const before = (await view.bounds())!;
  await page.keyboard.press('Control+.');
  await expect.poll(async () => (await view.bounds())!.width).toBeGreaterThan(before.width);
  await page.getByRole('radio', { name: 'Screenshot' }).click();
  await expect.poll(view.count).toBe(0);
  await page.getByRole('radio', { name: 'Replay' }).click();
  await expect.poll(view.isVisible, { timeout: 30_000 }).toBe(true);
  await view.press('Left', ['alt']);
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect.poll(view.count).toBe(0);
});

test('a damaged archive says what it is and what is still there', async () => {
  const { page } = running;
  for (const item of ['cut', 'garbage'] as const) {
    await page.keyboard.press('Control+1');
    await openReplay(item);
    await expect(page.getByRole('alert')).toContainText('archive.wacz cannot be replayed', { timeout: 30_000 });
    await expect.poll(view.count).toBe(0);
    await picture(page, `replay-${item}`);
  }
  await page.getByRole('radio', { name: 'Screenshot' }).click();
  await expect(page.getByRole('group', { name: 'Screenshot of Garbage' }).getByRole('img')).toBeVisible();
});

test('a record whose bytes are damaged is told from one that is not there', async () => {
  await openReplay('flipped');
  await expect(running.page.getByRole('heading', { name: 'The record of this page cannot be read' })).toBeVisible({ timeout: 30_000 });
  await picture(running.page, 'replay-flipped');
});

test('a WARC that was imported replays too; removing its item ends it', async () => {
  const { page } = running;
  await openReplay('warc');
  await expect.poll(words, { timeout: 30_000 }).toContain('Fetched: 1236');
  await call(page, 'items.remove', { id: ids.warc, reason: 'no longer needed' });
  await expect.poll(view.count).toBe(0);
});
