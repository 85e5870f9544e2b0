import { BookX } from 'lucide-react';
import { useState } from 'react';
import type { JournalEntry } from '#shared/model/journal.ts';
import { t } from '../messages/index.ts';
import { actionWords } from './action-words.ts';
import { usePages } from '../shell/pages.ts';
import { Digest } from '../ui/digest.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PagedTable, type Column, type Sort } from '../ui/paged-table.tsx';
import { UtcTime } from '../ui/times.tsx';
import { JournalEntryDialog } from './journal-entry-dialog.tsx';

/** Every act, as it was recorded. Enter or a double click shows the whole entry. */
export function Journal() {
  const [direction, setDirection] = useState<Sort['direction']>('descending');
  const [shown, setShown] = useState<JournalEntry | null>(null);
  const pages = usePages('journal.list', { direction });
  return (
    <>
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
        empty={<EmptyState icon={BookX} title={t('journal.empty.title')} text={t('journal.empty.text')} />}
      />
      {shown === null ? null : <JournalEntryDialog entry={shown} onClose={() => setShown(null)} />}
    </>
  );
}

const columns: readonly Column<JournalEntry>[] = [
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
    id: 'actor',
    label: t('journal.actor'),
    width: 'minmax(80px, 1fr)',
    hideBelow: 560,
    cell: (entry) => <span dir="auto">{entry.actor}</span>,
  },
  { id: 'action', label: t('journal.action'), width: 'minmax(120px, 1fr)', cell: (entry) => actionWords(entry.action) },
  {
    id: 'subject',
    label: t('journal.subject'),
    width: 'minmax(120px, 2fr)',
    hideBelow: 700,
    cell: (entry) => <span className="mono muted">{entry.subject}</span>,
  },
  { id: 'hash', label: t('journal.hash'), width: '110px', cell: (entry) => <Digest sha256={entry.hash} /> },
];
