import { Plus, type LucideIcon } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { FilterField } from '../ui/filter-field.tsx';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { TableButtons } from '../tables/table-buttons.tsx';
import { useCanWrite } from './case-info.ts';
import { useCommands, type Command } from './commands.ts';
import type { Pages } from './pages.ts';
import { RemoveRecord } from './remove-record.tsx';

export type RecordListProps<Row extends { id: string }> = {
  /** Whose words the list speaks in. */
  of: 'incidents' | 'parties';
  icon: LucideIcon;
  columns: readonly Column<Row>[];
  /** A hook: the rows whose name holds these words; all rows when there are none. */
  useRows: (words: string) => Pages<Row>;
  onOpen: (id: string) => void;
  createDialog: (close: () => void) => ReactNode;
};

/** A place that lists what a person made by name: filter, N for a new one, Enter opens, Delete removes with a reason. */
export function RecordList<Row extends { id: string }>({ of, icon, columns, useRows, onOpen, createDialog }: RecordListProps<Row>) {
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [removing, setRemoving] = useState<Row | null>(null);
  const canWrite = useCanWrite();
  const pages = useRows(words.trim());
  const commands = useMemo<Command[]>(
    () => (canWrite ? [{ id: `${of}.new`, title: `${of}.new`, group: 'claims.group', keys: 'n', run: () => setCreating(true) }] : []),
    [canWrite, of],
  );
  useCommands(commands);
  const create = (
    <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => setCreating(true)}>
      {t(`${of}.new`)}
    </Button>
  );
  return (
    <div className="list-place">
      <ToolBar>
        {create}
        <TableButtons />
        <Gap />
        <FilterField label={t(`${of}.filter`)} words={words} onWords={setWords} />
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t(`${of}.title`)}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        selected={selected}
        onSelect={(row) => setSelected(row.id)}
        onOpen={(row) => onOpen(row.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={<Nothing of={of} icon={icon} create={create} onClear={words.trim() === '' ? null : () => setWords('')} />}
      />
      {creating ? createDialog(() => setCreating(false)) : null}
      {removing === null ? null : <RemoveRecord of={of} id={removing.id} onClose={() => setRemoving(null)} />}
    </div>
  );
}

type NothingProps = { of: 'incidents' | 'parties'; icon: LucideIcon; create: ReactNode; onClear: (() => void) | null };

/** Either there is none yet, or none that fits the filter. */
function Nothing({ of, icon, create, onClear }: NothingProps) {
  if (onClear === null) {
    return (
      <EmptyState icon={icon} title={t(`${of}.empty.title`)} text={t(`${of}.empty.text`)}>
        {create}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title={t(`${of}.empty.filtered.title`)} text={t(`${of}.empty.filtered.text`)}>
      <Button onPress={onClear}>{t('claims.clear')}</Button>
    </EmptyState>
  );
}
