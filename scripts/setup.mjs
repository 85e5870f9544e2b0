import { ensureBuild } from './setup/build.mjs';
import { ensureDebianPackages } from './setup/debian.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { runMain, say } from './setup/say.mjs';

/**
 * Brings a clean clone to where Holdfast can run. Every step looks first and does only what is missing.
 * @param {{ electron?: boolean, build?: boolean, quiet?: boolean }} [need] `quiet`: say only what is being done
 * @returns {Promise<import('./setup/electron.mjs').ElectronRuntime | null>}
 */
export async function setUp({ electron = true, build = true, quiet = false } = {}) {
  await ensureDebianPackages();
  await ensureDependencies();
  const runtime = electron ? await ensureElectron(quiet) : null;
  if (build) await ensureBuild();
  return runtime;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await setUp();
    say('Ready: npm start, npm run demo, npm test.');
  });
}
