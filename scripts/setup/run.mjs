import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { SetupProblem } from './say.mjs';

/**
 * Runs a program to its end. `quiet` keeps its output and shows it only if it fails; a `priority` above 0, up to 19,
 * lets other programs go first.
 * @returns {Promise<{ status: number, output: string }>}
 */
export function run(command, args, { cwd, env, quiet = false, stdio, priority } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: stdio ?? (quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'),
      shell: process.platform === 'win32' && command === 'npm',
    });
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    const stop = forwardSignals(child);
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.once('error', (error) => (stop(), reject(error)));
    child.once('close', (code, signal) => (stop(), resolve({ status: code ?? (signal ? 130 : 1), output })));
  });
}

/** As `run`, but a status other than 0 ends the command with the end of the program's output. */
export async function mustRun(what, command, args, options = {}) {
  const { status, output } = await run(command, args, { quiet: true, ...options });
  if (status === 0) return output;
  throw new SetupProblem(`${what} failed (status ${status}).`, ends(output));
}

function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return () => process.off('SIGINT', forward).off('SIGTERM', forward);
}

/** The first and last lines: npm gives its reason first, most others last. */
function ends(output) {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('EBADENGINE'));
  return lines.length <= 50 ? lines.join('\n') : [...lines.slice(0, 25), '...', ...lines.slice(-25)].join('\n');
}
