import { Plus, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Incident } from '#shared/model/claims.ts';
import { FilterField } from '../claims/filter-field.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { openIncident } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { IncidentDialog } from './incident-dialog.tsx';
import { RemoveIncident } from './remove-incident.tsx';

/** The events claims are about, by code. */
export function IncidentsPlace() {
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [removing, setRemoving] = useState<Incident | null>(null);
  const canWrite = useCanWrite();
  const pages = usePages('incidents.list', words.trim() === '' ? {} : { words });
  useCommands(
    useMemo(
      () =>
        canWrite ? [{ id: 'incident.new', title: 'incidents.new', group: 'claims.group', keys: 'n', run: () => setCreating(true) }] : [],
      [canWrite],
    ),
  );
  const create = (
    <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => setCreating(true)}>
      {t('incidents.new')}
    </Button>
  );
  return (
    <div className="list-place">
      <ToolBar>
        {create}
        <Gap />
        <FilterField label={t('incidents.filter')} words={words} onWords={setWords} />
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t('incidents.title')}
        columns={columns}
        pages={pages}
        rowKey={(incident) => incident.id}
        selected={selected}
        onSelect={(incident) => setSelected(incident.id)}
        onOpen={(incident) => openIncident(incident.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={
          words.trim() === '' ? (
            <EmptyState icon={TriangleAlert} title={t('incidents.empty.title')} text={t('incidents.empty.text')}>
              {create}
            </EmptyState>
          ) : (
            <EmptyState icon={TriangleAlert} title={t('incidents.empty.filtered.title')} text={t('incidents.empty.filtered.text')}>
              <Button onPress={() => setWords('')}>{t('claims.clear')}</Button>
            </EmptyState>
          )
        }
      />
      {creating ? <IncidentDialog onClose={() => setCreating(false)} onSaved={({ id }) => openIncident(id)} /> : null}
      {removing === null ? null : <RemoveIncident id={removing.id} onClose={() => setRemoving(null)} />}
    </div>
  );
}

const columns: Column<Incident>[] = [
  {
    id: 'code',
    label: t('incidents.column.code'),
    width: '120px',
    cell: ({ code }) => (
      <span className="mono" dir="auto">
        {code}
      </span>
    ),
  },
  {
    id: 'title',
    label: t('incidents.column.title'),
    width: 'minmax(0, 3fr)',
    cell: ({ id, title }) => (
      <button type="button" className="row-link truncate" dir="auto" tabIndex={-1} onClick={() => openIncident(id)}>
        {title}
      </button>
    ),
  },
  { id: 'kind', label: t('incidents.column.kind'), width: 'minmax(0, 1fr)', cell: ({ kind }) => <span dir="auto">{kind}</span> },
  {
    id: 'when',
    label: t('incidents.column.when'),
    width: 'minmax(0, 1.3fr)',
    cell: ({ when }) => (when === null ? null : <span title={when}>{edtfWords(when)}</span>),
  },
  {
    id: 'place',
    label: t('incidents.column.place'),
    width: 'minmax(0, 1.3fr)',
    cell: ({ place }) => <span dir="auto">{place?.name ?? ''}</span>,
  },
  {
    id: 'claims',
    label: t('incidents.column.claims'),
    width: '80px',
    align: 'end',
    cell: ({ claims }) => <span className="number">{claims}</span>,
  },
];
