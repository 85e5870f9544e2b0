import { useMemo } from 'react';
import type { Contradiction } from '#shared/model/analysis.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import type { OpenDialog } from './incident-dialogs.tsx';

type IncidentCommands = {
  canWrite: boolean;
  /** The first that nobody explained yet. */
  openContradiction: Contradiction | undefined;
  setDialog: (dialog: OpenDialog) => void;
};

/** Edit, grade and settle by name and key while the page is shown. The map offers its own. */
export function useIncidentCommands({ canWrite, openContradiction, setDialog }: IncidentCommands): void {
  useCommands(
    useMemo(() => {
      if (!canWrite) return [];
      const group = 'incident.group' as const;
      const commands: Command[] = [
        { id: 'incident.edit', title: 'incident.dialog.edit', group, keys: 'e', run: () => setDialog({ kind: 'edit' }) },
        { id: 'incident.grade', title: 'incident.grade.do', group, keys: 'g', run: () => setDialog({ kind: 'grade' }) },
      ];
      if (openContradiction === undefined) return commands;
      const settle = () => setDialog({ kind: 'settle', contradiction: openContradiction });
      return [...commands, { id: 'incident.settle', title: 'incident.settle.do', group, keys: 's', run: settle }];
    }, [canWrite, openContradiction, setDialog]),
  );
}
