import type { CaseInfo } from '#shared/model/case.ts';
import type { CallEngine } from './door.ts';
import { closeBeforeCase, type HandsOn } from './hands-on/hands-on.ts';
import { rememberCase } from './recent-cases.ts';
import type { Shell } from './shell.ts';

/** Passes the window's calls to the engine and notes the two main has a part in: opened cases and cancelled jobs. */
export function engineCalls(shell: Shell, handsOn: HandsOn): CallEngine {
  return async (name, input) => {
    if (name === 'jobs.cancel' && shell.running.cancel((input as { jobId: string }).jobId)) return { found: true };
    if (name === 'case.close' || name === 'case.open' || name === 'case.create') await closeBeforeCase(handsOn);
    if (name === 'case.close') shell.running.cancelAll();
    const value = await shell.engine.call(name as never, input as never);
    if (name === 'case.open' || name === 'case.create') noteOpened(shell, value);
    return value;
  };
}

/** Adds a case to the recent ones. */
export function noteOpened(shell: Shell, { folder, title }: CaseInfo): void {
  rememberCase(shell.recentFile, { folder, title, openedAt: new Date().toISOString() });
}
