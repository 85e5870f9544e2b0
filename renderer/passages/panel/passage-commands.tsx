import { useMemo } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { openItem, useSession } from '../../shell/session.ts';
import { showPassages } from '../inspector-tabs.tsx';
import { filterPassages } from './passage-filter.ts';
import { keptPanel } from './panel-state.ts';

/** While a source is read: its list of passages, and the way from one to the next without it. */
export function PassageCommands({ itemId, passages }: { itemId: string; passages: readonly Passage[] }) {
  const commands = useMemo<Command[]>(
    () => [
      { id: 'passages.panel', title: 'panel.do.show', group: 'panel.group', keys: '$mod+Shift+p', run: () => showAndFocus(itemId) },
      { id: 'passages.next', title: 'panel.do.next', group: 'panel.group', keys: 'Alt+n', run: () => step(itemId, passages, 1) },
      {
        id: 'passages.previous',
        title: 'panel.do.previous',
        group: 'panel.group',
        keys: 'Alt+Shift+n',
        run: () => step(itemId, passages, -1),
      },
    ],
    [itemId, passages],
  );
  useCommands(commands);
  return null;
}

/** The list takes the focus, so that its keys work at once. */
function showAndFocus(itemId: string): void {
  showPassages(itemId);
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('.passage-list')?.focus()));
}

/** Goes to a neighbour of the passage shown now, among those the list shows; from nowhere, to the first. */
function step(itemId: string, passages: readonly Passage[], by: 1 | -1): void {
  const shown = filterPassages(passages, keptPanel(itemId).filter);
  const { inspector } = useSession.getState();
  const at = 'passageId' in inspector ? shown.findIndex(({ id }) => id === inspector.passageId) : -1;
  const next = shown[at < 0 ? 0 : at + by];
  if (next !== undefined) openItem(itemId, { passageId: next.id });
}
