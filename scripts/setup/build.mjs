import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { node24, root } from './places.mjs';
import { say } from './say.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const stampFile = join(root, 'out', '.stamp');

/** Builds `out/` when a source changed since the last build. */
export async function ensureBuild() {
  const hash = hashOf(root, sources);
  if (readStamp(stampFile) === hash) return;
  say('Building...');
  rmSync(stampFile, { force: true });
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await mustRun('The build', node24, [cli, 'build', '--logLevel', 'warn'], { cwd: root });
  writeStamp(stampFile, hash);
}
