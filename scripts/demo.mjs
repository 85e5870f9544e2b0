import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisplay } from './setup/display.mjs';
import { appArguments, appEnvironment } from './setup/launch.mjs';
import { run } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const runtime = await setUp();
  const display = await openDisplay();
  const into = process.argv[2] ?? join(tmpdir(), 'holdfast-demo');
  const args = appArguments(['--headless=demo', `--into=${into}`]);
  const { status } = await run(runtime.executable, args, {
    env: { ...appEnvironment(runtime), ...display.env },
    // What Chromium says about missing desktop services on stderr is no part of the demo; a failure is on stdout too.
    stdio: ['ignore', 'inherit', process.env.HOLDFAST_VERBOSE ? 'inherit' : 'ignore'],
  });
  display.close();
  return status;
});
