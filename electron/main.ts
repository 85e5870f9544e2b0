/** Where Electron starts. Everything that must happen before Chromium is ready happens here, in this order. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import { developerSwitch } from './build-kind.ts';
import { openRequests } from './case-arguments.ts';
import { commandIn, runCommand } from './command-line.ts';
import { driverReady } from './driver-gate.ts';
import { hardenPages } from './hardening.ts';
import { headlessIn, runHeadless, type Headless } from './headless.ts';
import { silenceChromium } from './network-silence.ts';
import { openProgram } from './open-window.ts';
import { declareSchemes } from './schemes.ts';

const userData = developerSwitch('HOLDFAST_USER_DATA');
if (userData !== null) app.setPath('userData', userData);
const command = commandIn(process.argv, app.isPackaged);
const headless = headlessIn(process.argv);
const onOpenRequest = openRequests(app);
declareSchemes();
silenceChromium();
// Every page in a sandbox, except where Chromium itself was told that it cannot have one (root, in development).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
hardenPages(() => session.defaultSession);

// Where there is no GPU its process dies while Chromium starts, and a page opened at that moment never answers; where
// nobody looks, none is needed.
if (headless !== null || command !== null || !mayHaveGpu()) app.disableHardwareAcceleration();
if (command !== null) void obeyAndLeave(command);
else if (headless !== null) void workAndLeave(headless);
else if (app.requestSingleInstanceLock()) void showAndStay();
else app.quit();

/** Linux shows a GPU as a device file: the kernel's own, NVIDIA's, or the one Windows lends to its subsystem. */
function mayHaveGpu(): boolean {
  return process.platform !== 'linux' || ['/dev/dri', '/dev/nvidiactl', '/dev/dxg'].some((device) => existsSync(device));
}

async function obeyAndLeave(args: string[]): Promise<void> {
  await app.whenReady();
  app.exit(await runCommand(args));
}

/** Works beside a window that may be open: Chromium's own files go to a folder of their own. */
async function workAndLeave(kind: Headless): Promise<void> {
  const sessionData = mkdtempSync(join(tmpdir(), 'holdfast-session-'));
  app.setPath('sessionData', sessionData);
  app.on('window-all-closed', () => undefined);
  await app.whenReady();
  let status = 1;
  try {
    status = await runHeadless(kind, process.argv);
  } catch (error) {
    const { title, remedy } = errorWords(toErrorData(error));
    process.stdout.write(`${title} ${remedy}\n`);
  }
  process.once('exit', () => rmSync(sessionData, { recursive: true, force: true }));
  app.exit(status);
}

async function showAndStay(): Promise<void> {
  await Promise.all([app.whenReady(), driverReady()]);
  const shell = openProgram(onOpenRequest);
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  // The case is closed before the program ends, so that its lock is let go.
  app.once('will-quit', (event) => {
    event.preventDefault();
    const stopped = shell.queue.stop();
    shell.running.cancelAll();
    void stopped.then(() => shell.engine.close()).finally(() => app.exit(0));
  });
}
