import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** A running Holdfast. `close` ends it as a person would and takes its profile away. */
export type RunningApp = {
  app: ElectronApplication;
  page: Page;
  /** Holds this person's settings, recent cases and sample; pass it to `launch` again for a restart. */
  userData: string;
  /** Errors the window wrote to its console; a test of what works expects none. */
  consoleErrors: string[];
  /** Closes the program, keeping the profile for another start. */
  quit(): Promise<void>;
  close(): Promise<void>;
};

export type LaunchOptions = { userData?: string; args?: string[]; env?: Record<string, string> };

/** The checkout these tests belong to. */
export const root = join(import.meta.dirname, '..', '..');

/**
 * Starts the real program: the one of this checkout, or the package at HOLDFAST_PACKAGED.
 * HOLDFAST_E2E_ELECTRON names the Electron to run the checkout with.
 */
export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'holdfast-e2e-')));
  const app = await _electron.launch({
    ...command(options.args ?? []),
    env: { ...environment(), HOLDFAST_USER_DATA: userData, HOLDFAST_WAIT_FOR_DRIVER: '1', ...options.env },
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: 30_000,
  });
  await letGo(app);
  const page = await app.firstWindow();
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForLoadState('domcontentloaded');
  const quit = () => app.close();
  return {
    app,
    page,
    userData,
    consoleErrors,
    quit,
    async close() {
      await quit();
      await rm(userData, { recursive: true, force: true });
    },
  };
}

/** Opens the program's driver gate. Playwright does so too, but on a busy machine before there is one. */
async function letGo(app: ElectronApplication): Promise<void> {
  const end = performance.now() + 30_000;
  const open = () =>
    app.evaluate(() => {
      const gate = (globalThis as { __playwright_run?: () => void }).__playwright_run;
      gate?.();
      return gate !== undefined;
    });
  // An answer may be lost while the program is still starting; it is asked again, and a program that died says so below.
  while (!(await open().catch(() => false)) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Windows of tests that run side by side cover one another; one that is covered would be given no frames to draw. */
const alive = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling'];

function command(args: string[]): { executablePath: string; args: string[] } {
  // A machine without a GPU loses the GPU process while Chromium starts, and with it now and then the first page.
  const switches = ['--disable-gpu', ...alive, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const packaged = process.env['HOLDFAST_PACKAGED'];
  if (packaged) return { executablePath: packaged, args: [...switches, ...args] };
  const electron = process.env['HOLDFAST_E2E_ELECTRON'];
  if (!electron) throw new Error('HOLDFAST_E2E_ELECTRON is not set: run the tests with npm test -- e2e [NAME]');
  return { executablePath: electron, args: [...switches, root, ...args] };
}

function environment(): Record<string, string> {
  const own = Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  // A worker has a display to itself: no window covers another's, or takes its focus.
  const displays = own['HOLDFAST_E2E_DISPLAYS']?.split(' ') ?? [];
  const display = displays[Number(own['TEST_PARALLEL_INDEX'] ?? 0) % Math.max(1, displays.length)];
  return display === undefined ? own : { ...own, DISPLAY: display };
}
