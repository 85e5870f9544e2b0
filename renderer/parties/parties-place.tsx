import { Plus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Party } from '#shared/model/claims.ts';
import { FilterField } from '../claims/filter-field.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { openParty } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { PartyDialog } from './party-dialog.tsx';
import { RemoveParty } from './remove-party.tsx';

/** People and bodies, by name. */
export function PartiesPlace() {
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [removing, setRemoving] = useState<Party | null>(null);
  const canWrite = useCanWrite();
  const pages = usePages('parties.list', words.trim() === '' ? {} : { words });
  useCommands(
    useMemo(
      () => (canWrite ? [{ id: 'party.new', title: 'parties.new', group: 'claims.group', keys: 'n', run: () => setCreating(true) }] : []),
      [canWrite],
    ),
  );
  const create = (
    <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => setCreating(true)}>
      {t('parties.new')}
    </Button>
  );
  return (
    <div className="list-place">
      <ToolBar>
        {create}
        <Gap />
        <FilterField label={t('parties.filter')} words={words} onWords={setWords} />
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t('parties.title')}
        columns={columns}
        pages={pages}
        rowKey={(party) => party.id}
        selected={selected}
        onSelect={(party) => setSelected(party.id)}
        onOpen={(party) => openParty(party.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={
          words.trim() === '' ? (
            <EmptyState icon={Users} title={t('parties.empty.title')} text={t('parties.empty.text')}>
              {create}
            </EmptyState>
          ) : (
            <EmptyState icon={Users} title={t('parties.empty.filtered.title')} text={t('parties.empty.filtered.text')}>
              <Button onPress={() => setWords('')}>{t('claims.clear')}</Button>
            </EmptyState>
          )
        }
      />
      {creating ? <PartyDialog onClose={() => setCreating(false)} onSaved={({ id }) => openParty(id)} /> : null}
      {removing === null ? null : <RemoveParty id={removing.id} onClose={() => setRemoving(null)} />}
    </div>
  );
}

const columns: Column<Party>[] = [
  {
    id: 'name',
    label: t('parties.column.name'),
    width: 'minmax(0, 3fr)',
    cell: ({ id, name }) => (
      <button type="button" className="row-link truncate" dir="auto" tabIndex={-1} onClick={() => openParty(id)}>
        {name}
      </button>
    ),
  },
  { id: 'kind', label: t('parties.column.kind'), width: 'minmax(0, 1fr)', cell: ({ kind }) => t(`party.kind.${kind}`) },
  {
    id: 'aliases',
    label: t('parties.column.aliases'),
    width: 'minmax(0, 3fr)',
    cell: ({ aliases }) => <span dir="auto">{aliases.map((alias) => alias.name).join(', ')}</span>,
  },
  {
    id: 'claims',
    label: t('parties.column.claims'),
    width: '80px',
    align: 'end',
    cell: ({ claims }) => <span className="number">{claims}</span>,
  },
];
