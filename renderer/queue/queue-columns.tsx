import { FileSymlink, RotateCcw, X } from 'lucide-react';
import type { QueueEntry } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { openItem } from '../shell/session.ts';
import { IconButton } from '../ui/button.tsx';
import type { Column } from '../ui/paged-table.tsx';
import { UtcTime } from '../ui/times.tsx';
import { Address } from './address.tsx';
import { EntryState } from './entry-state.tsx';
import { shortError } from './entry-words.ts';
import { cancel, retry } from './queue-calls.ts';

export const queueColumns: readonly Column<QueueEntry>[] = [
  { id: 'state', label: t('queue.column.state'), width: '152px', cell: (entry) => <EntryState entry={entry} /> },
  { id: 'address', label: t('queue.column.address'), width: 'minmax(200px, 3fr)', cell: ({ url }) => <Address url={url} /> },
  { id: 'result', label: t('queue.column.result'), width: 'minmax(120px, 2fr)', cell: (entry) => <Result entry={entry} /> },
  {
    id: 'attempts',
    label: t('queue.column.attempts'),
    width: '54px',
    align: 'end',
    hideBelow: 860,
    cell: ({ attempts }) => <span className={attempts === 0 ? 'faint' : 'muted'}>{attempts}</span>,
  },
  {
    id: 'when',
    label: t('queue.column.when'),
    width: '142px',
    hideBelow: 760,
    cell: ({ endedAt, addedAt }) => (
      <span className="muted">
        <UtcTime at={endedAt ?? addedAt} />
      </span>
    ),
  },
  { id: 'acts', label: '', width: '44px', align: 'end', cell: (entry) => <RowAct entry={entry} /> },
];

function Result({ entry }: { entry: QueueEntry }) {
  if (entry.error === null) {
    return (
      <span className="muted truncate" dir="auto" title={entry.title ?? ''}>
        {entry.title}
      </span>
    );
  }
  const words = shortError(entry.error);
  return (
    <span className={entry.state === 'failed' ? 'queue-wrong truncate' : 'muted truncate'} dir="auto" title={words}>
      {words}
    </span>
  );
}

/** The one thing to do with an entry as it is. */
function RowAct({ entry }: { entry: QueueEntry }) {
  const canWrite = useCanWrite();
  const { id, itemId, state } = entry;
  // A click on the button is not a click on the row.
  const alone = { onClick: (event: { stopPropagation: () => void }) => event.stopPropagation() };
  if (itemId !== null)
    return <span {...alone}>{<IconButton label={t('queue.open')} icon={FileSymlink} onPress={() => openItem(itemId)} />}</span>;
  if (!canWrite) return null;
  return (
    <span {...alone}>
      {state === 'waiting' ? (
        <IconButton label={t('queue.cancel')} icon={X} onPress={() => void cancel({ ids: [id] })} />
      ) : (
        <IconButton label={t('queue.retry')} icon={RotateCcw} onPress={() => void retry({ ids: [id] })} />
      )}
    </span>
  );
}
