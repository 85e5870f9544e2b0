import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './places.mjs';

/**
 * What the environment of an Electron started from a checkout must say. The older test runtime carries a Node
 * that cannot load the database driver, so there the engine runs on Node 24.
 */
export function appEnvironment(runtime) {
  return runtime.kind === 'test' ? { HOLDFAST_ENGINE_NODE: node24 } : {};
}

/** What an engine started without Electron must be told. */
export function engineEnvironment() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { HOLDFAST_MIGRATIONS: join(root, 'migrations'), HOLDFAST_VERSION: version, HOLDFAST_ROOT: root };
}

/** Chromium refuses its sandbox to root; a person's own account keeps it. */
export function appArguments(rest = []) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  return [...(asRoot ? ['--no-sandbox'] : []), root, ...rest];
}

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
