import './queue.css';
import { ListChecks, ListPlus, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { QueueEntry } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { runCommand } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { CancelAllDialog } from './cancel-all-dialog.tsx';
import { EntryDetails } from './entry-details.tsx';
import { cancel, useQueueCounts, useQueueStatus } from './queue-calls.ts';
import { queueColumns } from './queue-columns.tsx';
import { QueueNow } from './queue-now.tsx';
import { QueueTools, type QueueFilter } from './queue-tools.tsx';

/** Addresses that wait to be captured, and what became of the others. */
export function QueuePlace() {
  const [filter, setFilter] = useState<QueueFilter>('all');
  const [chosen, setChosen] = useState<{ index: number; id: string } | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const canWrite = useCanWrite();
  const counts = useQueueCounts();
  const status = useQueueStatus();
  const pages = usePages('queue.list', filter === 'all' ? {} : { states: [filter] });
  if (counts === null || status === null) return pages.error === null ? null : <ErrorNotice error={pages.error} />;
  const listed = counts.waiting + counts.done + counts.failed + counts.cancelled;
  const selected = findEntry(pages.rowAt, chosen);
  return (
    <div className="list-place">
      <QueueTools
        counts={counts}
        status={status}
        canWrite={canWrite}
        filter={filter}
        onFilter={setFilter}
        onCancelAll={() => setCancelling(true)}
      />
      {listed === 0 ? null : <QueueNow status={status} counts={counts} canWrite={canWrite} />}
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t('queue.title')}
        columns={queueColumns}
        pages={pages}
        rowKey={({ id }) => id}
        selected={selected?.id ?? null}
        onSelect={(entry) => setChosen({ id: entry.id, index: indexOf(pages.rowAt, pages.total ?? 0, entry) })}
        onOpen={({ itemId }) => itemId !== null && openItem(itemId)}
        {...(canWrite ? { onRemove: (entry: QueueEntry) => void (entry.state === 'waiting' && cancel({ ids: [entry.id] })) } : {})}
        empty={listed === 0 ? <NothingQueued canWrite={canWrite} /> : <NoneSo onClear={() => setFilter('all')} />}
      />
      {selected === null ? null : <EntryDetails entry={selected} onClose={() => setChosen(null)} />}
      {cancelling ? <CancelAllDialog count={counts.waiting} onClose={() => setCancelling(false)} /> : null}
    </div>
  );
}

type RowAt = (index: number) => QueueEntry | undefined;

function indexOf(rowAt: RowAt, total: number, entry: QueueEntry): number {
  for (let index = 0; index < total; index += 1) if (rowAt(index)?.id === entry.id) return index;
  return -1;
}

/** The chosen entry as it is now, wherever the list has moved it; null once it is out of sight. */
function findEntry(rowAt: RowAt, chosen: { index: number; id: string } | null): QueueEntry | null {
  if (chosen === null) return null;
  const there = rowAt(chosen.index);
  if (there?.id === chosen.id) return there;
  for (let near = Math.max(0, chosen.index - 200); near < chosen.index + 200; near += 1) {
    const row = rowAt(near);
    if (row?.id === chosen.id) return row;
  }
  return null;
}

function NothingQueued({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState icon={ListChecks} title={t('queue.empty.title')} text={t(canWrite ? 'queue.empty.text' : 'queue.empty.reading')}>
      {canWrite ? (
        <Button variant="go" icon={ListPlus} onPress={() => runCommand('queue.add')}>
          {t('queue.add')}
        </Button>
      ) : null}
    </EmptyState>
  );
}

function NoneSo({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={SearchX} title={t('queue.none.title')} text={t('queue.none.text')}>
      <Button onPress={onClear}>{t('queue.none.clear')}</Button>
    </EmptyState>
  );
}
