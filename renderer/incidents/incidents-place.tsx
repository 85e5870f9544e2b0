import { TriangleAlert } from 'lucide-react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { RecordList } from '../shell/record-list.tsx';
import { openIncident } from '../shell/session.ts';
import type { Column } from '../ui/paged-table.tsx';
import { IncidentDialog } from './incident-dialog.tsx';

/** The events claims are about, by code. */
export function IncidentsPlace() {
  return (
    <RecordList
      of="incidents"
      icon={TriangleAlert}
      columns={columns}
      useRows={useIncidentRows}
      onOpen={openIncident}
      createDialog={(close) => <IncidentDialog onClose={close} onSaved={({ id }) => openIncident(id)} />}
    />
  );
}

function useIncidentRows(words: string) {
  return usePages('incidents.list', words === '' ? {} : { words });
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
