import { Users } from 'lucide-react';
import type { Party } from '#shared/model/parties.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { RecordList } from '../shell/record-list.tsx';
import { openParty } from '../shell/session.ts';
import type { Column } from '../ui/paged-table.tsx';
import { partyKindWords } from './party-kind.ts';
import { PartyDialog } from './party-dialog.tsx';

/** People and bodies, by name. */
export function PartiesPlace() {
  return (
    <RecordList
      of="parties"
      icon={Users}
      columns={columns}
      useRows={usePartyRows}
      onOpen={openParty}
      createDialog={(close) => <PartyDialog onClose={close} onSaved={({ id }) => openParty(id)} />}
    />
  );
}

function usePartyRows(words: string) {
  return usePages('parties.list', words === '' ? {} : { words });
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
  {
    id: 'kind',
    label: t('parties.column.kind'),
    width: 'minmax(0, 1fr)',
    cell: ({ kind }) => <span dir="auto">{partyKindWords(kind)}</span>,
  },
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
