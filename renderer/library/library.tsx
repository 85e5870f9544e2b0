import './library.css';
import { useState } from 'react';
import type { CallInput } from '#shared/contract.ts';
import type { ItemRow, ItemType } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { useCaseInfo, useCanWrite } from '../shell/case-info.ts';
import { usePages } from '../shell/pages.ts';
import { inspect, openItem, useSession } from '../shell/session.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PagedTable, type Sort } from '../ui/paged-table.tsx';
import { libraryColumns } from './library-columns.tsx';
import { NoFit, NothingKept } from './library-empty.tsx';
import { LibraryTools, type LibraryFilter } from './library-tools.tsx';
import { RemoveItem } from './remove-item.tsx';

type SortName = NonNullable<CallInput<'items.list'>['sort']>;

/** Everything kept in the case, or everything of some types. */
export function Library({ types }: { types: readonly ItemType[] | null }) {
  const [sort, setSort] = useState<Sort>({ by: 'capturedAt', direction: 'descending' });
  const [filter, setFilter] = useState<LibraryFilter>('all');
  const [words, setWords] = useState('');
  const [removing, setRemoving] = useState<ItemRow | null>(null);
  const canWrite = useCanWrite();
  const selected = useSession(({ inspector }) => (inspector.kind === 'item' ? inspector.itemId : null));
  const kept = useCaseInfo().data?.counts.items ?? 0;
  const pages = usePages('items.list', {
    ...(types === null ? {} : { types: [...types] }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    filter,
    sort: sort.by as SortName,
    direction: sort.direction,
  });
  const clear = () => {
    setFilter('all');
    setWords('');
  };
  return (
    <>
      <LibraryTools total={pages.total} filter={filter} onFilter={setFilter} words={words} onWords={setWords} />
      {pages.error === null ? null : (
        <div className="library-error">
          <ErrorNotice error={pages.error} />
        </div>
      )}
      <PagedTable
        label={t('library.list')}
        columns={libraryColumns}
        pages={pages}
        rowKey={(item) => item.id}
        sort={sort}
        onSort={(by) => setSort(nextSort(sort, by))}
        selected={selected}
        onSelect={(item) => inspect({ kind: 'item', itemId: item.id })}
        onOpen={(item) => openItem(item.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={kept === 0 ? <NothingKept canWrite={canWrite} /> : <NoFit onClear={clear} />}
      />
      {removing === null ? null : <RemoveItem item={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

/** The same header again turns the order round. Words start from A, times and counts from the newest and most. */
function nextSort(sort: Sort, by: string): Sort {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: by === 'title' || by === 'source' ? 'ascending' : 'descending' };
}
