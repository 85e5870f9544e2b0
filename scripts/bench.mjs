/** npm run bench [NAME]: runs the benchmarks under bench/ on Node 24; those of capture and of PDF with Electron and a display. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from './setup/display.mjs';
import { appEnvironment, engineEnvironment } from './setup/launch.mjs';
import { node24, root } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const folder = join(root, 'bench');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
  const wanted = names.filter((name) => process.argv[2] === undefined || name.startsWith(process.argv[2]));
  if (wanted.length === 0) say('There is no such benchmark in bench/.');
  const needsElectron = wanted.some((name) => /^(capture|pdf)/.test(name));
  const runtime = await setUp({ electron: needsElectron });
  const display = needsElectron ? await openDisplay() : null;
  const windows = runtime && display ? { ...appEnvironment(runtime), ...display.env, HOLDFAST_E2E_ELECTRON: runtime.executable } : {};
  let worst = 0;
  for (const name of wanted) {
    const { status } = await run(node24, ['--expose-gc', join(folder, name)], { env: { ...engineEnvironment(), ...windows }, cwd: root });
    worst = Math.max(worst, status);
  }
  display?.close();
  return wanted.length === 0 ? 1 : worst;
});
