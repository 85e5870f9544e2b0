import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BROWSER_ARGS } from 'single-file-cli/lib/constants.js';

/** single-file-cli with its options as they come, on a browser that is already running. */
export type SingleFile = {
  /** Saves a page at `out` and returns what was written. */
  save(url: string, out: string): Promise<string>;
  close(): Promise<void>;
};

/** Starts Holdfast's own Chromium as single-file's browser. `profile` is an empty folder. */
export async function startSingleFile(electron: string, profile: string): Promise<SingleFile> {
  // What single-file gives a browser that it starts itself, without which it cannot see into frames of other hosts.
  const switches = [...BROWSER_ARGS, '--disable-site-isolation-trials', '--disable-gpu', '--remote-debugging-port=0'];
  const browser = spawn(electron, [...switches, `--user-data-dir=${profile}`, join(import.meta.dirname, 'devtools-browser')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await addressOf(browser.stdout);
  // Its options are read from the command line when it is loaded, which must name a page.
  process.argv[2] = 'http://unused.invalid/';
  const { parseArgs } = await import('single-file-cli/options.js');
  const { initialize } = await import('single-file-cli/single-file-cli-api.js');
  const { options } = parseArgs([`--browser-server=${address}`]);
  const singleFile = await initialize(options);
  return {
    async save(url, out) {
      await singleFile.capture([[url, { ...options, output: out }]]);
      return readFile(out, 'utf8');
    },
    async close() {
      browser.kill();
      if (browser.exitCode === null) await once(browser, 'exit');
    },
  };
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^listening (\S+)$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('the browser for single-file ended before it listened');
}
