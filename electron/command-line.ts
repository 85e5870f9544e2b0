import { spawn } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import { unpackedFile } from './app-files.ts';
import { developerSwitch } from './build-kind.ts';
import { engineEnvironment } from './engine-start.ts';

const verbs = new Set([
  'init',
  'import',
  'capture',
  'list',
  'show',
  'search',
  'verify',
  'seal',
  'export',
  'verify-file',
  'call',
  'help',
  '--help',
  '--version',
]);

/** The arguments of `holdfast VERB ...` when an installed Holdfast is used as a command, else null. */
export function commandIn(argv: readonly string[], isPackaged: boolean): string[] | null {
  if (!isPackaged) return null;
  const given = argv.slice(1);
  // Chromium's own switches come first, where the system put them.
  const start = given.findIndex((argument) => verbs.has(argument) || !argument.startsWith('--'));
  return start !== -1 && verbs.has(given[start] ?? '') ? given.slice(start) : null;
}

/** Runs the command line in a process like the engine's, which owns no window, and gives its exit status. */
export function runCommand(args: string[]): Promise<number> {
  const entry = unpackedFile('out', 'cli', 'main.js');
  const env = {
    ...process.env,
    ...engineEnvironment(),
    HOLDFAST_ROOT: unpackedFile(),
    HOLDFAST_ELECTRON_COMMAND: JSON.stringify([process.execPath, ...sandboxSwitch()]),
  };
  const node = developerSwitch('HOLDFAST_ENGINE_NODE');
  return new Promise((resolve) => {
    if (node === null) utilityProcess.fork(entry, args, { env, stdio: 'inherit' }).once('exit', resolve);
    else spawn(node, [entry, ...args], { env, stdio: 'inherit' }).once('exit', (status) => resolve(status ?? 1));
  });
}

function sandboxSwitch(): string[] {
  return app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
}
