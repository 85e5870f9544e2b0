import { app } from 'electron';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import { captureOptions } from '#shared/model/capture.ts';
import { unpackedFile } from './app-files.ts';
import { capture } from './captures.ts';
import { workByHost } from './queue/by-host.ts';
import { runDemo } from './sample/demo.ts';
import { createShell, type Shell } from './shell.ts';

/** What `--headless=` can ask for: work that needs Chromium but no window. */
export type Headless = 'capture' | 'demo';

/** `--headless=capture` or `--headless=demo`, or null when a person starts the program. */
export function headlessIn(argv: readonly string[]): Headless | null {
  const asked = switchIn(argv, 'headless');
  return asked === 'capture' || asked === 'demo' ? asked : null;
}

/** Does the work, prints its answer on stdout and gives the exit status. */
export async function runHeadless(kind: Headless, argv: readonly string[]): Promise<number> {
  const shell = createShell(() => undefined);
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
    shell.running.cancelAll();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return kind === 'demo' ? await demo(shell, argv) : await captureAll(shell, argv, stopped.signal);
  } finally {
    await shell.engine.close();
  }
}

/** Says on stdout what went wrong too: Chromium's own noise on stderr may be hidden from the person. */
async function demo(shell: Shell, argv: readonly string[]): Promise<number> {
  try {
    const { findings } = await runDemo({
      engine: shell.engine,
      capture: (url, signal) => capture(shell, { url }, signal),
      sampleDir: unpackedFile('sample'),
      into: switchIn(argv, 'into') ?? app.getPath('temp'),
      print,
    });
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    const { title, remedy } = errorWords(toErrorData(error));
    print(`${title} ${remedy}`);
    return 1;
  }
}

/** One JSON line for each URL after `--`, in the order they end, so that one failed page does not hide the others. */
async function captureAll(shell: Shell, argv: readonly string[], stopped: AbortSignal): Promise<number> {
  const given = switchIn(argv, 'options');
  const options = captureOptions.parse(given === null ? {} : JSON.parse(given));
  const tasks = argv.slice(argv.indexOf('--') + 1).map((url) => ({ url, host: URL.parse(url)?.hostname ?? url }));
  await shell.engine.call('case.open', { folder: switchIn(argv, 'case') ?? '' });
  let status = 0;
  const work = async ({ url }: { url: string }) => {
    try {
      print(JSON.stringify({ url, ...(await capture(shell, { url, options })) }));
    } catch (error) {
      status = 1;
      print(JSON.stringify({ url, error: toErrorData(error) }));
    }
  };
  await workByHost(tasks, work, stopped);
  return status;
}

function switchIn(argv: readonly string[], name: string): string | null {
  const start = `--${name}=`;
  return argv.find((argument) => argument.startsWith(start))?.slice(start.length) ?? null;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
