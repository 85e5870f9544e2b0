import { useMemo } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';
import { draftClaim, editClaim } from '../../shell/session.ts';
import type { FilterField } from './filter-words.tsx';
import { markAll, setFilter, toggleMark, unmark, useTableState } from './table-state.ts';

export type TableDialog =
  | { kind: 'filters' | 'group' | 'sort' | 'columns' | 'views' | 'bulk' }
  | { kind: 'filter'; field: FilterField }
  | { kind: 'view-name'; what: 'new' | 'rename' };

type What = { canWrite: boolean; selected: string | null; onOpen: (dialog: TableDialog) => void };

/** Everything the place of the claims can do, by key, palette and cheat sheet. */
export function useTableCommands({ canWrite, selected, onOpen }: What): void {
  const hasMarks = useTableState(({ marks }) => marks.kind === 'all' || marks.ids.size > 0);
  useCommands(useMemo(() => [...lookingCommands(onOpen), ...markCommands(selected)], [onOpen, selected]));
  useCommands(useMemo(() => (canWrite ? writingCommands(onOpen, hasMarks, selected) : []), [canWrite, onOpen, hasMarks, selected]));
}

const group = 'claims.group';

function lookingCommands(onOpen: What['onOpen']): Command[] {
  const opens = (id: string, title: Command['title'], keys: string, dialog: TableDialog): Command => ({
    id,
    title,
    group,
    keys,
    run: () => onOpen(dialog),
  });
  return [
    opens('claims.filter', 'claims.table.do.filter', 'f', { kind: 'filters' }),
    { id: 'claims.unfilter', title: 'claims.table.do.unfilter', group, keys: 'Shift+f', run: () => setFilter({}) },
    { id: 'claims.words', title: 'claims.table.do.words', group, keys: '/', run: focusWords },
    opens('claims.group', 'claims.table.do.group', 'g', { kind: 'group' }),
    opens('claims.sort', 'claims.table.do.sort', 's', { kind: 'sort' }),
    opens('claims.columns', 'claims.table.do.columns', 'Shift+c', { kind: 'columns' }),
    opens('claims.views', 'claims.table.do.views', 'v', { kind: 'views' }),
  ];
}

/** The field is not of this component, and React gives no reference across the tool bar's primitives. */
const focusWords = () => document.querySelector<HTMLInputElement>('.list-place .filter-field input')?.focus();

function markCommands(selected: string | null): Command[] {
  return [
    ...(selected === null
      ? []
      : [{ id: 'claims.mark', title: 'claims.table.do.mark', group, keys: 'x', run: () => toggleMark(selected) } as const]),
    { id: 'claims.mark-all', title: 'claims.table.do.mark-all', group, keys: '$mod+a', yieldsToTyping: true, run: markAll },
    { id: 'claims.unmark', title: 'claims.table.do.unmark', group, keys: 'Shift+x', run: unmark },
  ];
}

function writingCommands(onOpen: What['onOpen'], hasMarks: boolean, selected: string | null): Command[] {
  const one: Command[] =
    selected === null ? [] : [{ id: 'claim.edit', title: 'claims.do.edit', group, keys: 'e', run: () => editClaim(selected) }];
  return [
    { id: 'claim.new', title: 'claims.do.new', group, keys: 'n', run: () => draftClaim() },
    {
      id: 'claims.save-view',
      title: 'claims.table.do.save-view',
      group,
      keys: 'Shift+v',
      run: () => onOpen({ kind: 'view-name', what: 'new' }),
    },
    ...(hasMarks
      ? [{ id: 'claims.edit', title: 'claims.table.do.edit', group, keys: 'e', run: () => onOpen({ kind: 'bulk' }) } as const]
      : one),
  ];
}
