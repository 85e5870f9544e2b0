import { ensureBuild } from './setup/build.mjs';
import { ensureDebianPackages } from './setup/debian.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { runMain, say } from './setup/say.mjs';

/**
 * Brings a clean clone to where Holdfast can run. Every step looks first and does only what is missing.
 * @param {{ electron?: boolean, build?: boolean }} [need]
 * @returns {Promise<import('./setup/electron.mjs').ElectronRuntime | null>}
 */
export async function setUp({ electron = true, build = true } = {}) {
  await ensureDebianPackages();
  await ensureDependencies();
  const runtime = electron ? await ensureElectron() : null;
  if (build) await ensureBuild();
  return runtime;
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    await setUp();
    say('Ready: npm start, npm run demo, npm test.');
  });
}
