import { useEffect } from 'react';
import { Toasts } from '../ui/toast.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { runCommand, useCommandKeys } from './commands.ts';
import { useCaseInfo } from './case-info.ts';
import { forgetPassageWork } from '../passages/forget-passage-work.ts';
import { forgetNetwork } from '../network/network-state.ts';
import { forgetTimeline } from '../timeline/timeline-state.ts';
import { openItem, resetSession } from './session.ts';
import { useTheme } from './theme.ts';
import { Workspace } from './workspace.tsx';

/** The window: a welcome while no case is open, else the workspace. */
export function App() {
  const info = useCaseInfo();
  const caseId = info.data?.caseId ?? null;
  useTheme();
  useCommandKeys();
  useMenuCommands();
  useEffect(() => (resetSession(), forgetPassageWork(), forgetTimeline(), forgetNetwork()), [caseId]);
  useEffect(() => {
    document.title = info.data == null ? 'Holdfast' : `${info.data.title} – Holdfast`;
  }, [info.data]);
  if (info.isPending) return null;
  return (
    <>
      {info.data == null ? <Welcome error={info.error} /> : <Workspace key={`${info.data.folder} ${info.data.access}`} info={info.data} />}
      <Toasts />
    </>
  );
}

/** Menu entries of the window arrive as command ids. */
function useMenuCommands(): void {
  useEffect(
    () =>
      window.holdfast.on((event) => {
        if (event.type !== 'command') return;
        const itemId = /^item\.open (.+)$/.exec(event.command)?.[1];
        if (itemId === undefined) runCommand(event.command);
        else openItem(itemId);
      }),
    [],
  );
}
