import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { WARCParser } from 'warcio';
import yauzl from 'yauzl';
import type { Item } from '#shared/model/items.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { askToolbar, keepShown, openHandsOn, stateOf, type HandsOnWindow } from './support/hands-on-window.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { secrets, startLoginSite, type LoginSite } from './support/login-site.ts';
import { startTestSite } from './support/test-site.ts';

test.describe.configure({ mode: 'serial' });

let running: RunningApp;
let site: LoginSite;
let folder: string;
let open: HandsOnWindow;
let first: Item;
const caseFolder = () => join(folder, 'Hands.holdfast');

test.beforeAll(async () => {
  site = await startLoginSite();
  running = await launch();
  await answerQuestion(1);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-hands-'));
  await call(running.page, 'case.create', { folder: caseFolder(), title: 'Hands' });
});
test.afterAll(async () => {
  await running.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the person answers to whether an unkept page may be left: 0 stays, 1 leaves. */
const answerQuestion = (response: number) =>
  running.app.evaluate(({ dialog }, chosen) => {
    dialog.showMessageBox = () => Promise.resolve({ response: chosen, checkboxChecked: false });
  }, response);

const itemOf = (id: string) => call(running.page, 'items.get', { id });

async function bytesOf(item: Item, role: string): Promise<Buffer> {
  const file = item.files.find((one) => one.role === role);
  return readFile((await call(running.page, 'blobs.locate', { sha256: file?.sha256 ?? '' })).path);
}

/** Entries of a zip, unpacked. */
async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}

async function recordsOf(item: Item): Promise<{ type: string; url: string; body: string }[]> {
  const entries = await unzip(await bytesOf(item, 'wacz'));
  const warc = [...entries].find(([name]) => name.endsWith('.warc.gz'))?.[1] ?? Buffer.alloc(0);
  const records = [];
  for await (const record of new WARCParser([warc])) {
    records.push({
      type: record.warcType,
      url: record.warcTargetURI ?? '',
      body: Buffer.from(await record.readFully(false)).toString(),
    });
  }
  return records;
}

/** Every file of the case, packed ones unpacked as well. */
async function everythingIn(path: string): Promise<{ name: string; bytes: Buffer }[]> {
  const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const all: { name: string; bytes: Buffer }[] = [];
  for (const { parentPath, name } of names) {
    const bytes = await readFile(join(parentPath, name));
    all.push({ name, bytes });
    if (bytes.subarray(0, 2).toString() !== 'PK') continue;
    for (const [inside, unpacked] of await unzip(bytes)) {
      all.push({ name: `${name}/${inside}`, bytes: unpacked });
      if (inside.endsWith('.gz')) all.push({ name: `${name}/${inside} unpacked`, bytes: gunzipSync(unpacked) });
    }
  }
  return all;
}

test('a person logs in, expands comments and keeps the page as it stands', async () => {
  open = await openHandsOn(running, `${site.url}/login`);
  const { toolbar, view } = open;
  await view.fill('#user', secrets.user);
  await view.fill('#pw', secrets.password);
  await view.click('#in');
  await view.waitForURL(/members/);
  await view.click('#more');
  await view.getByText('an expanded comment').waitFor();
  // What looks like a token is ticked from the start.
  await toolbar.getByRole('button', { name: /^Withhold…/ }).click();
  await expect(toolbar.getByRole('checkbox', { name: /token=/ })).toBeChecked();
  await expect(toolbar.getByRole('checkbox', { name: /of=/ })).not.toBeChecked();
  expect(await barriers(toolbar)).toEqual([]);
  await toolbar.getByRole('button', { name: 'Withhold these' }).click();
  await expect.poll(async () => (await stateOf(toolbar)).marked).toBe(1);
  const asked = site.asked.length;
  first = await itemOf(await keepShown(toolbar));
  expect(site.asked.slice(asked), 'kept without asking the site again').toEqual([]);
  expect(first).toMatchObject({ type: 'web', title: 'شهادات من الرقة', method: 'capture', completeness: 'whole', gaps: [] });
  const text = await call(running.page, 'items.text', { id: first.id });
  expect(text?.text).toContain('an expanded comment of a witness');
});

test('its archive holds the page behind the login and what was expanded, and nothing of the login page', async () => {
  const records = await recordsOf(first);
  const answers = records.filter(({ type }) => type === 'response');
  expect(answers.some(({ url, body }) => url.includes('/members') && body.includes('Members read this'))).toBe(true);
  expect(answers.some(({ url, body }) => url.includes('/comments') && body.includes('an expanded comment'))).toBe(true);
  expect(answers.find(({ url }) => url.includes('/comments'))?.url).toBe(`${site.url}/comments?token=%5Bwithheld%5D&of=7`);
  expect(records.map(({ url }) => url).join('\n')).not.toContain('login-extra');
  expect(records.map(({ body }) => body).join('\n')).not.toContain('words of the login page');
});

test('cookie, password, user and marked token are nowhere in the case, and each withholding is logged', async () => {
  const provenance = JSON.parse((await bytesOf(first, 'provenance')).toString()) as {
    withheld: { where: string; name: string; url: string }[];
    capture: { handsOn: { addressShown: string; visited: { url: string }[]; inputs: { clicks: number; keys: number } } };
  };
  const wheres = new Set(provenance.withheld.map(({ where }) => where));
  for (const where of ['request-header', 'response-header', 'url', 'request-body', 'response-body', 'page', 'print'])
    expect(wheres).toContain(where);
  expect(provenance.capture.handsOn.addressShown).toBe(`${site.url}/members?token=%5Bwithheld%5D`);
  expect(provenance.capture.handsOn.visited.map(({ url }) => url)).toEqual([`${site.url}/login`, `${site.url}/members?…`]);
  expect(provenance.capture.handsOn.inputs.clicks).toBeGreaterThan(0);
  const report = JSON.parse((await bytesOf(first, 'report')).toString()) as { resources: { withheld: number } };
  expect(report.resources.withheld).toBe(provenance.withheld.length);
  await expectNoSecrets();
});

/** While a person browses, what is not kept lies in staging; it goes when the window closes. */
async function expectNoSecrets({ isOver = false } = {}): Promise<void> {
  const files = await everythingIn(caseFolder());
  expect(files.some(({ name }) => name.endsWith('unpacked'))).toBe(true);
  const forms = [secrets.password, encodeURIComponent(secrets.password), secrets.cookie, secrets.token, secrets.user];
  for (const { name, bytes } of files)
    for (const form of forms) expect((isOver || !name.startsWith('body-')) && bytes.includes(form), `${form} in ${name}`).toBe(false);
}

test('a second page is kept in the same sitting, from a link that wanted a window of its own', async () => {
  const { toolbar, view } = open;
  await view.click('#blank');
  await view.waitForURL(/second\/moved/);
  expect((await stateOf(toolbar)).note?.kind).toBe('popup-here');
  const second = await itemOf(await keepShown(toolbar));
  expect(second.title).toBe('Second');
  const records = await recordsOf(second);
  expect(records.some(({ url, body }) => url.includes('/second') && body.includes('second page of members'))).toBe(true);
  expect(records.map(({ url }) => url).join('\n')).not.toMatch(/members|comments|login/);
  expect(second.facts['finalUrl']).toBe(`${site.url}/second?token=%5Bwithheld%5D&page=3`);
  const { pages } = await stateOf(toolbar);
  expect(pages.filter((one) => one.kept.length > 0).length).toBe(2);
  await expectNoSecrets();
});

test('back brings the page again, and it can be kept again', async () => {
  const { toolbar, view } = open;
  await askToolbar(toolbar, 'go', { address: `${site.url}/members?token=${secrets.token}` });
  await view.waitForURL(/members/);
  const again = await itemOf(await keepShown(toolbar));
  expect((await call(running.page, 'items.text', { id: again.id }))?.text).not.toContain('an expanded comment');
  expect((await recordsOf(again)).some(({ url }) => url.includes('/members'))).toBe(true);
});

test('a page reaches neither toolbar nor bridge nor files, and opens no window', async () => {
  const { toolbar, view } = open;
  const before = running.app.windows().length;
  await askToolbar(toolbar, 'go', { address: `${site.url}/hostile` });
  await expect.poll(() => view.title()).toBe('reached:.nulltrue');
  await view.evaluate(() => document.getElementById('go')?.click());
  await view.waitForTimeout(300);
  expect(view.url()).toBe(`${site.url}/hostile`);
  expect(running.app.windows().length).toBe(before);
  expect(site.asked).not.toContain('/popup-unasked');
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'holdfast-app://app/', 'data:text/html,x', 'chrome://gpu']) {
    const answer = await askToolbar(toolbar, 'go', { address });
    expect(answer, address).toMatchObject({ ok: false, error: { code: 'url-scheme' } });
  }
});

test('the toolbar has its own small bridge, and nobody else may use it', async () => {
  const { toolbar } = open;
  expect(await toolbar.evaluate(() => 'holdfast' in globalThis)).toBe(false);
  expect(await askToolbar(toolbar, 'case.info', {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
  // The program's own window, a frame in the toolbar, and a toolbar page in another window are refused alike.
  const refused = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => Promise<unknown>> })
      ._invokeHandlers;
    const ask = handlers.get('holdfast:hands-on');
    const main = BrowserWindow.getAllWindows().find((one) => !one.webContents.getURL().includes('hands-on'));
    const bar = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('hands-on'));
    if (ask === undefined || main === undefined || bar === undefined) return 'not set up';
    const tries = [
      { sender: main.webContents, senderFrame: main.webContents.mainFrame },
      { sender: bar.webContents, senderFrame: null },
      { sender: bar.webContents, senderFrame: main.webContents.mainFrame },
    ];
    const answers = [];
    for (const event of tries)
      answers.push(
        await Promise.resolve()
          .then(() => ask(event, 'state', {}))
          .then(
            () => 'answered',
            () => 'refused',
          ),
      );
    return answers.join(' ');
  });
  expect(refused).toBe('refused refused refused');
});

test('a page whose stream never ends can be kept twice, each time with what had come', async () => {
  const { toolbar, view } = open;
  await askToolbar(toolbar, 'go', { address: `${site.url}/live` });
  const kept: string[] = [];
  for (const event of ['event-3', 'event-40']) {
    await view.getByText(event).waitFor();
    const item = await itemOf(await keepShown(toolbar));
    const stream = (await recordsOf(item)).find(({ type, url }) => type === 'response' && url.endsWith('/events'));
    kept.push(stream?.body ?? '');
    expect(stream?.body).toContain(event);
  }
  expect(kept[1]?.startsWith((kept[0] ?? '').trimEnd())).toBe(true);
  expect(kept[1]?.length).toBeGreaterThan(kept[0]?.length ?? 0);
  await view.evaluate(() => document.getElementById('file')?.click());
  await expect.poll(async () => (await stateOf(toolbar)).note?.kind).toBe('download');
  expect(view.url()).toBe(`${site.url}/live`);
});

test('a page that its service worker would answer from an earlier visit is fetched and recorded all the same', async () => {
  const { toolbar, view } = open;
  for (let visit = 0; visit < 2; visit++) {
    await askToolbar(toolbar, 'go', { address: `${site.url}/worker?visit=${visit}` });
    await view.waitForURL(new RegExp(`visit=${visit}`));
    await expect.poll(() => view.title()).toBe('ready');
  }
  await askToolbar(toolbar, 'go', { address: `${site.url}/worker` });
  await view.waitForURL(/worker$/);
  await view.getByText('data of the worker page').waitFor();
  const records = await recordsOf(await itemOf(await keepShown(toolbar)));
  const answers = records.filter(({ type }) => type === 'response').map(({ url }) => url);
  expect(answers).toEqual(expect.arrayContaining([`${site.url}/worker`, `${site.url}/worker-data`]));
});

test('a video that the person plays is recorded', async () => {
  const { toolbar, view } = open;
  await askToolbar(toolbar, 'go', { address: `${site.url}/watch` });
  await view.locator('#video').click();
  await view.evaluate(() => document.querySelector('video')?.play());
  await expect.poll(() => view.evaluate(() => document.querySelector('video')?.currentTime ?? 0)).toBeGreaterThan(0);
  const records = await recordsOf(await itemOf(await keepShown(toolbar)));
  const video = records.filter(({ type, url }) => type === 'response' && url.endsWith('/video.mp4'));
  expect(Math.max(...video.map(({ body }) => body.length))).toBeGreaterThan(10_000);
});

test('a login of HTTP itself is asked for in the toolbar, and written down nowhere', async () => {
  const { toolbar, view } = open;
  await askToolbar(toolbar, 'go', { address: `${site.url}/http-login` });
  await toolbar.getByRole('textbox', { name: 'Name' }).fill(secrets.user);
  await toolbar.getByRole('textbox', { name: 'Password' }).fill(secrets.password);
  await toolbar.getByRole('button', { name: 'Log in' }).click();
  await view.getByText('behind the login').waitFor();
  const item = await itemOf(await keepShown(toolbar));
  const records = await recordsOf(item);
  expect(records.filter(({ type }) => type === 'request').length).toBeGreaterThan(0);
  expect(JSON.stringify(records)).not.toContain(Buffer.from(`${secrets.user}:${secrets.password}`).toString('base64'));
  await expectNoSecrets();
});

test('a certificate nobody vouches for needs the person, and the record says that they accepted it', async () => {
  const secure = await startTestSite({ tls: true });
  try {
    const { toolbar, view } = open;
    await askToolbar(toolbar, 'go', { address: `${secure.url}/article` });
    await expect(toolbar.getByRole('alert')).toContainText('Holdfast test server');
    expect(secure.asked).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await toolbar.emulateMedia({ colorScheme });
      await expect(toolbar.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect(await barriers(toolbar), colorScheme).toEqual([]);
    }
    await toolbar.getByRole('button', { name: 'Accept this certificate' }).click();
    await view.waitForURL(/article/);
    expect((await stateOf(toolbar)).page.security).toBe('accepted');
    const item = await itemOf(await keepShown(toolbar));
    const provenance = JSON.parse((await bytesOf(item, 'provenance')).toString()) as { capture: { trust: object; certificates: object[] } };
    expect(provenance.capture.trust).toEqual({ problem: 'ERR_CERT_AUTHORITY_INVALID', consented: true });
    expect(provenance.capture.certificates.length).toBe(1);
  } finally {
    await secure.close();
  }
});

test('a site that cannot be reached is told in words, and nothing can be kept of it', async () => {
  const { toolbar } = open;
  await askToolbar(toolbar, 'go', { address: 'http://127.0.0.1:9/' });
  await expect(toolbar.getByRole('alert')).toContainText('cannot be reached');
  await expect(toolbar.getByRole('button', { name: 'Keep this page' })).toBeDisabled();
});

test('captures by themselves wait outside while a person browses; closed without a page on screen, nothing is asked', async () => {
  const options = { session: 'case' } as const;
  await expect(call(running.page, 'capture.run', { url: `${site.url}/members`, options })).rejects.toMatchObject({ code: 'session-busy' });
  // The window is gone before the click has been answered.
  await open.toolbar.getByRole('button', { name: 'Done' }).click().catch(() => undefined); // prettier-ignore
  await expect.poll(() => running.app.windows().length).toBe(1);
  await expect.poll(() => readdir(join(caseFolder(), 'staging')).catch(() => [])).toEqual([]);
  await expectNoSecrets({ isOver: true });
});

test('a capture in the case’s session sees the page behind the login, one in a fresh session does not', async () => {
  const take = async (session: 'case' | 'fresh') => {
    const { itemId } = await call(running.page, 'capture.run', { url: `${site.url}/members`, options: { session } });
    return (await call(running.page, 'items.text', { id: itemId }))?.text ?? '';
  };
  expect(await take('case')).toContain('Members read this');
  expect(await take('fresh')).toContain('words of the login page');
});

test('the login outlives the program, is nobody else’s, and is gone once wiped', async () => {
  const { userData } = running;
  await running.quit();
  running = await launch({ userData });
  await answerQuestion(1);
  await call(running.page, 'case.open', { folder: caseFolder() });
  expect(await call(running.page, 'handsOn.sessionInfo', {})).toEqual({ cookies: 1, sites: [{ site: '127.0.0.1', cookies: 1 }] });
  open = await openHandsOn(running, `${site.url}/members`);
  await open.view.getByText('comments', { exact: true }).waitFor();
  await open.toolbar.getByRole('button', { name: 'Session…' }).click();
  await open.toolbar.getByRole('button', { name: 'Wipe the session' }).click();
  await open.view.waitForURL(/login/);
  expect(await call(running.page, 'handsOn.sessionInfo', {})).toEqual({ cookies: 0, sites: [] });
  const { rows } = await call(running.page, 'journal.list', { direction: 'descending', limit: 1, offset: 0 });
  expect(rows[0]).toMatchObject({ action: 'capture.session-wiped', payload: { cookies: 1, sites: 1 } });
});

test('closing the case asks about a page on screen, and closes the window when the person leaves it', async () => {
  await answerQuestion(0);
  await expect(call(running.page, 'case.close', {})).rejects.toMatchObject({ code: 'hands-on-open' });
  expect(await call(running.page, 'case.info', {})).not.toBeNull();
  await answerQuestion(1);
  await call(running.page, 'case.close', {});
  expect(running.app.windows().length).toBe(1);
  await call(running.page, 'case.open', { folder: caseFolder() });
  expect((await call(running.page, 'verify.run', {})).findings).toEqual([]);
});
