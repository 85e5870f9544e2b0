import { BookX, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { CustodyAct } from '#shared/model/custody.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { usePages } from '../shell/pages.ts';
import { goTo } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PagedTable, type Column, type Sort } from '../ui/paged-table.tsx';
import { UtcTime } from '../ui/times.tsx';
import { ActFilters, askedOf, noFilter, type ActFilter } from './act-filters.tsx';
import { localTime, subjectWords } from './act-words.ts';
import { actionWords } from './action-words.ts';
import { JournalEntryDialog } from './journal-entry-dialog.tsx';

/** Who did what when, of the case or of one item. Enter or a click shows the whole entry. */
export function Journal({ itemId }: { itemId: string | null }) {
  const [direction, setDirection] = useState<Sort['direction']>('descending');
  const [filter, setFilter] = useState<ActFilter>(noFilter);
  const [shown, setShown] = useState<CustodyAct | null>(null);
  const pages = usePages('custody.acts', { ...askedOf(filter, itemId), direction });
  const isNarrowed = itemId !== null || filter !== noFilter;
  return (
    <>
      <ActFilters filter={filter} total={pages.total} onFilter={setFilter} />
      {itemId === null ? null : <OfItem itemId={itemId} />}
      {pages.error === null ? null : (
        <div className="page">
          <ErrorNotice error={pages.error} />
        </div>
      )}
      <PagedTable
        label={t('journal.list')}
        columns={columns}
        pages={pages}
        rowKey={(entry) => String(entry.seq)}
        rowHeight={32}
        sort={{ by: 'seq', direction }}
        onSort={() => setDirection(direction === 'ascending' ? 'descending' : 'ascending')}
        onOpen={setShown}
        opensOnClick
        empty={
          isNarrowed ? (
            <EmptyState icon={SearchX} title={t('custody.none.title')} text={t('custody.none.text')} />
          ) : (
            <EmptyState icon={BookX} title={t('journal.empty.title')} text={t('journal.empty.text')} />
          )
        }
      />
      {shown === null ? null : <JournalEntryDialog entry={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function OfItem({ itemId }: { itemId: string }) {
  const item = useCall('items.get', { id: itemId }).data;
  return (
    <div className="acts-of-item">
      <span className="truncate" dir="auto">
        {t('custody.ofItem', { title: item?.given.title ?? item?.title ?? '…' })}
      </span>
      <Button size="s" onPress={() => goTo({ name: 'custody' })}>
        {t('custody.ofItem.clear')}
      </Button>
    </div>
  );
}

const columns: readonly Column<CustodyAct>[] = [
  { id: 'seq', label: t('journal.seq'), width: '68px', sort: 'seq', align: 'end', cell: (entry) => entry.seq.toLocaleString('en') },
  {
    id: 'at',
    label: t('journal.at'),
    width: '142px',
    cell: (entry) => (
      <span className="muted">
        <UtcTime at={entry.at} />
      </span>
    ),
  },
  {
    id: 'local',
    label: t('custody.local'),
    width: '104px',
    hideBelow: 900,
    cell: (entry) => (
      <span className="mono faint" dir="ltr">
        {localTime(entry.at, entry.utcOffsetMinutes)}
      </span>
    ),
  },
  {
    id: 'actor',
    label: t('journal.actor'),
    width: 'minmax(80px, 1fr)',
    hideBelow: 560,
    cell: (entry) => <span dir="auto">{entry.actor}</span>,
  },
  { id: 'action', label: t('journal.action'), width: 'minmax(120px, 1.4fr)', cell: (entry) => actionWords(entry.action) },
  {
    id: 'subject',
    label: t('journal.subject'),
    width: 'minmax(140px, 3fr)',
    hideBelow: 700,
    cell: (entry) => (
      <span className="truncate" dir="auto">
        {subjectWords(entry)}
      </span>
    ),
  },
  { id: 'proof', label: t('custody.proof'), width: '190px', hideBelow: 800, cell: (entry) => <Proof entry={entry} /> },
];

function Proof({ entry }: { entry: CustodyAct }) {
  const { keyId, isSealed, clockBack } = entry;
  return (
    <span className="act-proof">
      {clockBack ? (
        <Chip tone="pending" title={t('custody.clockBack.hint')}>
          {t('custody.clockBack')}
        </Chip>
      ) : null}
      <span className="faint" title={keyId === null ? undefined : t('custody.signed.hint', { key: keyId })}>
        {t(keyId === null ? 'custody.unsigned' : 'custody.signed')} · {t(isSealed ? 'custody.sealed' : 'custody.unsealed')}
      </span>
    </span>
  );
}
