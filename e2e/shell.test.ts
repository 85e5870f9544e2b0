import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';

const run = promisify(execFile);

test('the window is sandboxed, knows no Node and cannot reach the network @packaged', async () => {
  const running = await launch();
  const { app, page } = running;
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
    const seen = await page.evaluate(async (address) => {
      const reached = await fetch(address).then(
        () => true,
        () => false,
      );
      const opened = window.open(address) !== null;
      const granted = await navigator.permissions.query({ name: 'geolocation' });
      return { reached, opened, geolocation: granted.state, node: 'require' in globalThis || 'process' in globalThis };
    }, url);
    expect(seen).toEqual({ reached: false, opened: false, geolocation: 'denied', node: false });
    await page.evaluate((address) => (location.href = address), url);
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/^holdfast-app:\/\/app\//);
    // Past the content security policy too: the session itself refuses.
    const main = await app.evaluate(async ({ session }, address) => {
      return session.defaultSession.fetch(address).then(
        () => true,
        () => false,
      );
    }, url);
    expect([main, asked]).toEqual([false, 0]);
  } finally {
    server.close();
    await running.close();
  }
});

test('calls are parsed at the door, and answered by the engine @packaged', async () => {
  const running = await launch();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  try {
    const made = await call(running.page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'قضية "1" 🧷' });
    expect(made.title).toBe('قضية "1" 🧷');
    await expect(call(running.page, 'case.create', { folder: 1 } as never)).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(call(running.page, 'no.such' as never, {} as never)).rejects.toMatchObject({ code: 'unknown-call' });
    expect((await call(running.page, 'recent.list', {}))[0]?.title).toBe('قضية "1" 🧷');
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('an engine that is killed comes back with the case open', async () => {
  const running = await launch();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  try {
    const { caseId } = await call(running.page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
    const restarted = running.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const bridge = (globalThis as unknown as { holdfast: { on(f: (e: { type: string }) => void): void } }).holdfast;
          bridge.on(({ type }) => type === 'engine-restarted' && resolve());
        }),
    );
    const pid = await running.app.evaluate(({ app }) => app.getAppMetrics().length && process.pid);
    const child = execFileSync('pgrep', ['-P', String(pid), '-f', 'engine/main.js'])
      .toString()
      .trim();
    process.kill(Number(child), 'SIGKILL');
    await restarted;
    expect((await call(running.page, 'case.info', {}))?.caseId).toBe(caseId);
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('a blob is served whole, in ranges and never as something that runs @packaged', async () => {
  const running = await launch();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  try {
    const source = join(folder, 'notes.txt');
    await writeFile(source, 'The figure comes from the caption.');
    await call(running.page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
    const { outcomes } = await call(running.page, 'items.import', { paths: [source] });
    expect(outcomes[0]?.fate).toBe('kept');
    const sha256 = outcomes[0]?.fate === 'kept' ? outcomes[0].sha256 : '';
    const got = await running.page.evaluate(async (hash) => {
      const address = `holdfast-blob://blob/${hash}?type=text/html`;
      const whole = await fetch(address);
      const part = await fetch(address, { headers: { range: 'bytes=4-9' } });
      const outside = await fetch(address, { headers: { range: 'bytes=400-' } });
      return [whole.status, whole.headers.get('content-type'), part.status, await part.text(), outside.status];
    }, sha256);
    expect(got).toEqual([200, 'application/octet-stream', 206, 'figure', 416]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('a case named on the command line is open, and a second start hands its case to the first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const [one, two] = [join(folder, 'One.holdfast'), join(folder, 'Two "2".holdfast')];
  const first = await launch();
  const userData = first.userData;
  await call(first.page, 'case.create', { folder: one, title: 'One' });
  await call(first.page, 'case.create', { folder: two, title: 'Two' });
  await first.quit();
  const running = await launch({ userData, args: [one] });
  const title = async () => (await call(running.page, 'case.info', {}))?.title;
  try {
    await expect.poll(title).toBe('One');
    const command = await running.app.evaluate(() => process.argv);
    const env = { ...process.env, HOLDFAST_USER_DATA: userData };
    const status = await new Promise((resolve) => {
      spawn(command[0]!, [...command.slice(1).filter((argument) => argument !== one), two], { env, stdio: 'ignore' }).once('exit', resolve);
    });
    expect(status).toBe(0);
    await expect.poll(title).toBe('Two');
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('the installed program is a command too @packaged', async () => {
  const program = process.env['HOLDFAST_PACKAGED'] ?? '';
  test.skip(program === '', 'a checkout has npm run holdfast');
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const holdfast = (...args: string[]) => run(program, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args], { cwd: folder });
  try {
    await writeFile(join(folder, 'notes.txt'), 'The figure comes from the caption.');
    await holdfast('init', '--title', 'One', '--case', 'One.holdfast');
    await holdfast('import', 'notes.txt', '--case', 'One.holdfast');
    const { stdout } = await holdfast('list', '--case', 'One.holdfast', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, rows: [{ title: 'notes' }] });
    await expect(holdfast('show', 'nothing', '--case', 'One.holdfast')).rejects.toMatchObject({ code: 1 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
