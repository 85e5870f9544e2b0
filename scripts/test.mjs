/**
 * npm test: types, lint, layout, unit tests, build, end-to-end tests on the checkout, package, end-to-end tests on the
 * package. `npm test -- types|lint|unit|e2e|package [PATHS]` does one of them.
 */
import { openDisplays } from './setup/display.mjs';
import { endToEnd, layout, lint, types, unit } from './setup/check.mjs';
import { appEnvironment } from './setup/launch.mjs';
import { makePackage } from './setup/package.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const [only, ...paths] = process.argv.slice(2);
  const wants = (name) => only === undefined || only === name;
  const runtime = await setUp();
  const outcomes = [];
  // They give way to the rest, and wait more than they work, for disks and processes: they begin first and end last.
  const units = wants('unit') ? unit(paths) : null;
  // None of them uses more than one core.
  const checks = [...(wants('types') ? [types] : []), ...(wants('lint') ? [lint, layout] : [])];
  outcomes.push(...(await Promise.all(checks.map((check) => check()))));
  if (wants('e2e') || wants('package')) {
    const display = await openDisplays(3);
    const env = { ...appEnvironment(runtime), ...display.env };
    if (wants('e2e')) outcomes.push(await endToEnd('end to end', 'app', { ...env, HOLDFAST_E2E_ELECTRON: runtime.executable }, paths));
    if (wants('package')) {
      const packaged = await makePackage(runtime, { forTests: true });
      outcomes.push(await endToEnd('end to end, packaged', 'packaged', { ...env, HOLDFAST_PACKAGED: packaged }, paths));
    }
    display.close();
  }
  if (units !== null) outcomes.push(await units);
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  say('');
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 && outcomes.length > 0 ? 0 : 1;
});
