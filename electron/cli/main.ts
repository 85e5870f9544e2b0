/** The command line as a process of its own, on plain Node. */
import { join } from 'node:path';
import { createEngine } from '#engine/engine.ts';
import { captureWithElectron } from './electron-capture.ts';
import { progressLine } from './progress-line.ts';
import { runCli } from './run-cli.ts';

async function main(): Promise<number> {
  const { HOLDFAST_MIGRATIONS, HOLDFAST_VERSION, HOLDFAST_ROOT, HOLDFAST_ACTOR, HOLDFAST_ELECTRON_COMMAND } = process.env;
  const migrations = HOLDFAST_MIGRATIONS ?? join(HOLDFAST_ROOT ?? join(import.meta.dirname, '../..'), 'migrations');
  const engine = createEngine({
    migrations,
    version: HOLDFAST_VERSION ?? 'development',
    ...(HOLDFAST_ACTOR === undefined ? {} : { actor: HOLDFAST_ACTOR }),
  });
  const stop = new AbortController();
  // A second Ctrl-C ends the process at once, as people expect.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // Whoever reads may stop reading (head, less): that is no fault.
  process.stdout.on('error', () => stop.abort());
  if (process.stderr.isTTY && !process.argv.includes('--json')) engine.on(progressLine(process.stderr));
  const command = HOLDFAST_ELECTRON_COMMAND === undefined ? null : (JSON.parse(HOLDFAST_ELECTRON_COMMAND) as string[]);
  try {
    return await runCli(process.argv.slice(2), {
      engine,
      ...(command === null
        ? {}
        : { capture: (folder, urls, options, signal) => captureWithElectron(command, { folder, urls, options }, signal) }),
      out: (text) => void process.stdout.write(`${text}\n`),
      err: (text) => void process.stderr.write(`${text}\n`),
      signal: stop.signal,
      cwd: process.cwd(),
    });
  } finally {
    await engine.close();
  }
}

const status = await main();
process.exitCode = status;
// Electron keeps its utility processes alive until they say that they are done.
if ('parentPort' in process) process.stdout.write('', () => process.exit(status));
