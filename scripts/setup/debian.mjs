import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, run } from './run.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';

/** Installs the missing packages of debian-packages.txt when it may, else says exactly what to run. */
export async function ensureDebianPackages() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingPackages();
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600', ...missing];
  if (process.getuid() !== 0) {
    say(`Some system packages are missing. Parts of Holdfast will not work until you run:`);
    say(`  sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`);
    return;
  }
  say(`Installing ${missing.length} Debian packages...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('apt-get update', 'apt-get', ['update', '-q'], { env });
  await mustRun('apt-get install', 'apt-get', install, { env });
}

/** Names in the list that are neither installed nor provided by something installed (libgtk-3-0t64 provides libgtk-3-0). */
async function missingPackages() {
  const wanted = readFileSync(join(root, 'scripts', 'debian-packages.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}\t${Package}\t${Provides}\n'], {
    quiet: true,
  });
  const present = new Set();
  for (const line of output.split('\n')) {
    const [status, name, provides = ''] = line.split('\t');
    if (!status?.startsWith('ii')) continue;
    present.add(name);
    for (const provided of provides.split(',')) present.add(provided.trim().split(' ')[0]);
  }
  return wanted.filter((name) => !present.has(name));
}
