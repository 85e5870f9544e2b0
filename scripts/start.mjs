import { appArguments, appEnvironment, hasDisplay } from './setup/launch.mjs';
import { run } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const runtime = await setUp();
  if (!hasDisplay()) {
    say('Holdfast is ready, but this machine has no display to show its window on.');
    say('On a desktop run npm start again. Without one: npm run demo does the whole job,');
    say('npm run -s holdfast -- --help is the command line, and');
    say('xvfb-run -a npm start opens the window on a display that is not there.');
    return 0;
  }
  const { status } = await run(runtime.executable, appArguments(process.argv.slice(2)), { env: appEnvironment(runtime) });
  return status;
});
