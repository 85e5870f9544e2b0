import { useMemo } from 'react';
import { useCommands, type Command } from '../shell/commands.ts';
import { goTo } from '../shell/session.ts';
import { showSheet } from './sheet-item.ts';

/** Custody of the source being read: its sheet, and all acts about it. */
export function useSheetCommand(itemId: string): void {
  useCommands(
    useMemo(
      (): Command[] => [
        { id: 'custody.sheet', title: 'custody.sheet', group: 'shell.group.proof', keys: '$mod+Shift+h', run: () => showSheet(itemId) },
        { id: 'custody.item', title: 'custody.showItem', group: 'shell.group.proof', run: () => goTo({ name: 'custody', itemId }) },
      ],
      [itemId],
    ),
  );
}
