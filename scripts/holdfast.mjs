import { join } from 'node:path';
import { appArguments, appEnvironment, engineEnvironment } from './setup/launch.mjs';
import { node24, root } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const runtime = await setUp();
  const env = {
    ...engineEnvironment(),
    ...appEnvironment(runtime),
    HOLDFAST_ELECTRON_COMMAND: JSON.stringify([runtime.executable, ...appArguments()]),
  };
  const cli = join(root, 'out', 'cli', 'main.js');
  const { status } = await run(node24, [cli, ...process.argv.slice(2)], { env, cwd: process.env.INIT_CWD });
  return status;
});
