/** npm run bench [NAME]: runs the benchmarks under bench/ on Node 24. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engineEnvironment } from './setup/launch.mjs';
import { node24, root } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp({ electron: false });
  const folder = join(root, 'bench');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
  const wanted = names.filter((name) => process.argv[2] === undefined || name.startsWith(process.argv[2]));
  if (wanted.length === 0) say('There is no such benchmark in bench/.');
  let worst = 0;
  for (const name of wanted) {
    const { status } = await run(node24, ['--expose-gc', join(folder, name)], { env: engineEnvironment(), cwd: root });
    worst = Math.max(worst, status);
  }
  return wanted.length === 0 ? 1 : worst;
});
