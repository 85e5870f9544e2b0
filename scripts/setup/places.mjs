import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node 24, from the npm package `node`: the Node of this machine may be too old for the database driver. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Where downloads are kept between checkouts. */
export function cacheFolder() {
  if (process.env.HOLDFAST_CACHE) return process.env.HOLDFAST_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'holdfast');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'holdfast', 'cache');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'holdfast');
}
