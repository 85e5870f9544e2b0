import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun } from './run.mjs';
import { node24, root } from './places.mjs';
import { SetupProblem, say } from './say.mjs';

/** Installs exactly what package-lock.json says, unless that is what is installed already. */
export async function ensureDependencies() {
  if (!isInstalled()) {
    if (isLink(join(root, 'node_modules')))
      throw new SetupProblem(
        'node_modules is a link to a folder that does not match package-lock.json.',
        'Run npm ci in the folder it points to, or remove the link.',
      );
    say('Installing dependencies (npm ci)...');
    // No install script is needed but that of `node`, run below; one of them would compile what is there already.
    await mustRun('npm ci', 'npm', ['ci', '--ignore-scripts', '--no-progress'], { cwd: root });
  }
  await ensureNode24();
}

/**
 * npm writes node_modules/.package-lock.json last, so comparing it with package-lock.json tells a finished
 * install from a broken one without a stamp of our own.
 */
function isInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || present[path]?.version === entry.version,
  );
}

/** The `node` package fetches its binary in an install script. */
async function ensureNode24() {
  if (existsSync(node24)) return;
  const folder = dirname(dirname(node24));
  await mustRun('Installing Node 24', process.execPath, ['installArchSpecificPackage'], { cwd: folder });
  if (!existsSync(node24)) throw new SetupProblem('The npm package "node" brought no Node 24.', 'Delete node_modules and run again.');
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
