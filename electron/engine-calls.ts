import { resolve } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import type { CallEngine } from './door.ts';
import { closeBeforeCase, type HandsOn } from './hands-on/hands-on.ts';
import { rememberCase } from './recent-cases.ts';
import type { Shell } from './shell.ts';

/** Passes the window's calls to the engine and notes those main has a part in: cases, cancelled jobs, the capture queue. */
export function engineCalls(shell: Shell, handsOn: HandsOn): CallEngine {
  return async (name, input) => {
    if (name === 'jobs.cancel' && shell.running.cancel((input as { jobId: string }).jobId)) return { found: true };
    if (changesCase(name)) await closeBeforeCase(handsOn);
    if (await leavesCase(shell, name, input)) await shell.queue.stop();
    if (name === 'case.close') shell.running.cancelAll();
    const value = await shell.engine.call(name as never, input as never);
    if (name === 'case.open' || name === 'case.create' || name === 'casefile.import') noteOpened(shell, value);
    if (name === 'queue.cancel') shell.queue.dropped((input as ParsedInput<'queue.cancel'>).ids);
    return value;
  };
}

const changesCase = (name: string) => name === 'case.close' || name === 'case.open' || name === 'case.create' || opensFile(name);
const opensFile = (name: string) => name === 'casefile.open' || name === 'casefile.import';

/** Adds a case to the recent ones. */
export function noteOpened(shell: Shell, { folder, title }: CaseInfo): void {
  rememberCase(shell.recentFile, { folder, title, openedAt: new Date().toISOString() });
}

/** Whether a call puts another case, or none, in the place of the open one, or opens it with other access. */
async function leavesCase(shell: Shell, name: string, input: unknown): Promise<boolean> {
  if (!changesCase(name)) return false;
  if (name !== 'case.open') return true;
  const { folder, access } = input as ParsedInput<'case.open'>;
  const open = await shell.engine.call('case.info', {});
  return open !== null && (resolve(folder) !== open.folder || access !== open.access);
}
