import type { ItemRow } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import type { Column } from '../ui/paged-table.tsx';
import { UtcTime } from '../ui/times.tsx';
import { VersionMarks } from '../versions/version-marks.tsx';
import { ProofChip } from './proof-chip.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** Columns of the library; `sort` is the contract's name. Each title reads in the direction of its own script. */
export const libraryColumns: readonly Column<ItemRow>[] = [
  { id: 'thumbnail', label: '', width: '60px', cell: (item) => <Thumbnail item={item} /> },
  {
    id: 'title',
    label: t('library.column.title'),
    width: 'minmax(160px, 3fr)',
    sort: 'title',
    cell: (item) => (
      <div className="library-title-cell">
        <div className="library-title truncate" dir="auto" title={item.title}>
          {item.title === '' ? <span className="faint">{t('library.untitled')}</span> : item.title}
        </div>
        <VersionMarks item={item} />
      </div>
    ),
  },
  {
    id: 'source',
    label: t('library.column.source'),
    width: 'minmax(90px, 2fr)',
    sort: 'source',
    hideBelow: 760,
    cell: (item) => (
      <div className="muted truncate" dir="auto" title={item.sourceUrl ?? item.source}>
        {item.source}
      </div>
    ),
  },
  {
    id: 'taken',
    label: t('library.column.taken'),
    width: '138px',
    sort: 'capturedAt',
    cell: (item) => (
      <span className="muted">
        <UtcTime at={item.capturedAt} />
      </span>
    ),
  },
  { id: 'proof', label: t('library.column.proof'), width: '136px', sort: 'proof', cell: (item) => <ProofChip state={item.proof} /> },
  {
    id: 'passages',
    label: t('library.column.passages'),
    width: '82px',
    sort: 'passages',
    align: 'end',
    hideBelow: 640,
    cell: (item) => <Count of={item.passages} />,
  },
  {
    id: 'claims',
    label: t('library.column.claims'),
    width: '70px',
    sort: 'claims',
    align: 'end',
    hideBelow: 640,
    cell: (item) => <Count of={item.claims} />,
  },
];

function Count({ of }: { of: number }) {
  return <span className={of === 0 ? 'faint' : ''}>{of.toLocaleString('en')}</span>;
}
