import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root } from './places.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Outcome */

const results = join(root, 'test-results');
/** Tests start the same programs hundreds of times; what Node compiles of them is kept between the starts. */
const compiled = { NODE_COMPILE_CACHE: join(results, 'compiled') };
const tool = (...parts) => join(root, 'node_modules', ...parts);

/** A check that either holds or does not, such as types. */
export async function check(name, script, args = [], env = {}) {
  return timed(name, async () => {
    const { status, output } = await run(node24, [script, ...args], { cwd: root, quiet: true, env });
    if (status !== 0) say(output.trimEnd());
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

export const types = () => check('types', tool('typescript', 'bin', 'tsc'), ['-b']);
export const lint = () =>
  check('lint', tool('eslint', 'bin', 'eslint.js'), [
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    join(results, '.eslintcache'),
  ]);

/** How the code is laid out; `npm run format` mends it. */
export const layout = () =>
  check('layout', tool('prettier', 'bin', 'prettier.cjs'), [
    '--check',
    '.',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    join(results, '.prettiercache'),
  ]);

/** Unit tests, counted. A person, or a test of a window, waits for less than they do: those go first. */
export async function unit(paths = []) {
  const file = reportFile('unit');
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...paths];
  return timed('unit tests', async () => {
    const { status, output } = await run(node24, args, { cwd: root, quiet: true, env: compiled, priority: 5 });
    const { passed, failed } = vitestCounts(file);
    if (status !== 0) say(output.trimEnd());
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
  });
}

/** End-to-end tests of one Playwright project, counted. */
export async function endToEnd(name, project, env, paths = []) {
  const file = reportFile(project);
  const args = [tool('playwright', 'cli.js'), 'test', `--project=${project}`, '--reporter=list,json', ...paths];
  return timed(name, async () => {
    const variables = { ...env, ...compiled, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { status, output } = await run(node24, args, { cwd: root, quiet: true, env: variables });
    const { passed, failed, flaky } = playwrightCounts(file);
    if (status !== 0) say(output.trimEnd());
    if (flaky.length > 0) say(`Passed only when tried again: ${flaky.join('; ')}`);
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
  });
}

async function timed(name, work) {
  const start = performance.now();
  const { passed, failed } = await work();
  const seconds = (performance.now() - start) / 1000;
  say(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`);
  return { name, passed, failed, seconds };
}

/** An old report must not stand in for one that was never written. */
function reportFile(name) {
  mkdirSync(results, { recursive: true });
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function vitestCounts(file) {
  const report = readReport(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

function playwrightCounts(file) {
  const report = readReport(file);
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, flaky: (report?.suites ?? []).flatMap(flakySpecs) };
}

function flakySpecs({ file, specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(flakySpecs)];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
