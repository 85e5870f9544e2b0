import { call } from './engine.ts';
import type { Command } from './commands.ts';
import { notifyError } from '../ui/toast.tsx';
import { showDialog } from './session.ts';

/** Asks for a case folder and opens it for writing. */
export async function chooseAndOpenCase(): Promise<void> {
  const { folder } = await call('dialogs.chooseCase', {});
  if (folder !== null) await call('case.open', { folder });
}

export async function closeCase(): Promise<void> {
  await call('case.close', {});
}

export const caseCommands: readonly Command[] = [
  { id: 'case.new', title: 'shell.do.case-new', group: 'shell.group.case', keys: '$mod+Shift+n', run: () => showDialog('new-case') },
  {
    id: 'case.open',
    title: 'shell.do.case-open',
    group: 'shell.group.case',
    keys: '$mod+o',
    run: () => void chooseAndOpenCase().catch(notifyError),
  },
  {
    id: 'case.close',
    title: 'shell.do.case-close',
    group: 'shell.group.case',
    keys: '$mod+Shift+w',
    run: () => void closeCase().catch(notifyError),
  },
];
