import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { root } from './launch.ts';

/** The same Chromium as Holdfast's, with nothing of Holdfast in it. */
export type PlainBrowser = {
  app: ElectronApplication;
  /** A window of 1280 by 900 with a session of its own that is forgotten with it. */
  open(): Promise<Page>;
  close(): Promise<void>;
};

/** Arguments are Chromium's own, such as `--proxy-server=…`. */
export async function startPlainBrowser(args: string[] = []): Promise<PlainBrowser> {
  const executablePath = process.env['HOLDFAST_E2E_ELECTRON'];
  if (!executablePath) throw new Error('HOLDFAST_E2E_ELECTRON is not set: run the tests with npm test -- e2e [NAME]');
  const userData = await mkdtemp(join(tmpdir(), 'holdfast-plain-'));
  const asRoot = process.getuid?.() === 0;
  const switches = ['--disable-gpu', `--user-data-dir=${userData}`, ...(asRoot ? ['--no-sandbox'] : []), ...args];
  const app = await _electron.launch({
    executablePath,
    args: [...switches, join(root, 'e2e', 'support', 'plain-browser')],
    chromiumSandbox: !asRoot,
  });
  let opened = 0;
  return {
    app,
    async open() {
      const window = app.waitForEvent('window');
      await app.evaluate(
        async ({ app: electron, BrowserWindow }, partition) => {
          await electron.whenReady();
          const made = new BrowserWindow({ width: 1280, height: 900, useContentSize: true, webPreferences: { partition, sandbox: true } });
          await made.loadURL('about:blank');
        },
        `window-${(opened += 1)}`,
      );
      return window;
    },
    async close() {
      await app.close();
      await rm(userData, { recursive: true, force: true });
    },
  };
}
