import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasDisplay } from './launch.mjs';
import { SetupProblem } from './say.mjs';

/**
 * A display for windows nobody looks at: the one there is, or an Xvfb of our own that ends with `close`.
 * @returns {Promise<{ env: Record<string, string>, close: () => void }>}
 */
export async function openDisplay() {
  if (hasDisplay() && !process.env.HOLDFAST_OWN_DISPLAY) return { env: {}, close: () => undefined };
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(child, 'error').then(([error]) => {
    throw new SetupProblem(`No display, and Xvfb did not start: ${error.message}`, 'apt-get install xvfb');
  });
  const ended = once(child, 'exit').then(([status]) => {
    throw new SetupProblem(`No display, and Xvfb ended at once (status ${status}).`);
  });
  failed.catch(() => undefined);
  ended.catch(() => undefined);
  const [number] = await Promise.race([once(child.stdio[3], 'data'), failed, ended]);
  const close = () => child.kill();
  process.once('exit', close);
  return { env: { DISPLAY: `:${String(number).trim()}` }, close };
}

/**
 * As many displays as windows are tested side by side, so that none covers another or takes its focus; the one there is
 * when there is one. `HOLDFAST_E2E_DISPLAYS` lists them.
 * @param {number} count
 */
export async function openDisplays(count) {
  const first = await openDisplay();
  if (first.env.DISPLAY === undefined) return first;
  const displays = [first];
  while (displays.length < count) displays.push(await openDisplay());
  const names = displays.map(({ env }) => env.DISPLAY);
  return { env: { ...first.env, HOLDFAST_E2E_DISPLAYS: names.join(' ') }, close: () => displays.forEach(({ close }) => close()) };
}
