import { join } from 'node:path';
import { openDisplay } from './setup/display.mjs';
import { appArguments, appEnvironment, engineEnvironment } from './setup/launch.mjs';
import { node24, root } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup.mjs';

/** npm run -s holdfast -- ARGS: the command line on the engine of this checkout; only `capture` needs Electron. */
await runMain(async () => {
  const args = process.argv.slice(2);
  const needsChromium = args.includes('capture');
  const runtime = await setUp({ electron: needsChromium, quiet: true });
  const display = needsChromium ? await openDisplay() : null;
  const env = { ...engineEnvironment(), ...display?.env };
  if (runtime !== null) {
    Object.assign(env, appEnvironment(runtime));
    env.HOLDFAST_ELECTRON_COMMAND = JSON.stringify([runtime.executable, ...appArguments()]);
  }
  const cli = join(root, 'out', 'cli', 'main.js');
  const { status } = await run(node24, [cli, ...args], { env, cwd: process.env.INIT_CWD });
  display?.close();
  return status;
});
