import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, root } from './places.mjs';
import { mustRun, run } from './run.mjs';
import { SetupProblem, say } from './say.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
// Hard links to the cached runtime would let the packager's fuses change it.
const env = { USE_HARD_LINKS: 'false', ELECTRON_BUILDER_DISABLE_UPDATE_NOTIFIER: '1' };

/**
 * The unpacked app of this machine's system. For tests it keeps the debugging port Playwright needs and says in
 * its manifest what it is; it lies outside the checkout, where it cannot borrow packages from node_modules.
 * @returns {Promise<string>} its executable
 */
export async function makePackage(runtime, { forTests }) {
  const output = forTests ? testFolder() : join(root, 'dist', 'release');
  const executable = join(output, 'linux-unpacked', 'holdfast');
  if (process.platform !== 'linux') throw new SetupProblem('The packaged app is tested on Linux only.');
  const stampFile = join(output, '.stamp');
  const hash = hashOf(root, ['out/.stamp', 'electron-builder.yml', 'electron-builder.test.yml', 'migrations', 'sample']) + runtime.version;
  if (existsSync(executable) && readStamp(stampFile) === hash) return executable;
  rmSync(output, { recursive: true, force: true });
  say('Packaging...');
  await mustRun('Packaging', node24, [...commandFor(runtime, forTests, output), '--linux', 'dir'], { cwd: root, env });
  writeStamp(stampFile, hash);
  return executable;
}

/** Builds one kind of installer; null when it was made, else why not. */
export async function makeInstaller(runtime, system, target) {
  const args = [...commandFor(runtime, false, join(root, 'dist', 'release')), `--${system}`, target];
  const { status, output } = await run(node24, args, { cwd: root, env, quiet: true });
  if (status === 0) return null;
  const lines = output.trim().split('\n');
  return (lines.find((line) => /⨯|error/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 200);
}

/** One folder for each checkout. */
function testFolder() {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(tmpdir(), `holdfast-package-${name}`);
}

function commandFor(runtime, forTests, output) {
  const config = forTests ? 'electron-builder.test.yml' : 'electron-builder.yml';
  const dist = runtime.dist === null ? [] : [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`];
  return [builder, '--config', config, '--publish', 'never', `-c.directories.output=${output}`, ...dist];
}
