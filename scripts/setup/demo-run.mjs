import { appArguments, appEnvironment } from './launch.mjs';
import { run } from './run.mjs';

/** Runs the demo once, its case and case file under `into`; gives the exit status. */
export async function runDemo(runtime, display, into) {
  const args = appArguments(['--headless=demo', `--into=${into}`]);
  const { status } = await run(runtime.executable, args, {
    env: { ...appEnvironment(runtime), ...display.env },
    // Chromium complains on stderr about desktop services a bare machine has not got; failures of the demo are
    // told on stdout.
    stdio: ['ignore', 'inherit', process.env.HOLDFAST_VERBOSE ? 'inherit' : 'ignore'],
  });
  return status;
}
