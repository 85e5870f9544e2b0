import { useMemo, useState } from 'react';
import { ListX } from 'lucide-react';
import { rowFates, type RowFate, type TableFate, type TableRead } from '#shared/model/tables.ts';
import { t } from '../messages/index.ts';
import { usePages } from '../shell/pages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { fateColumns, remarksOf } from './fate-columns.tsx';

const ROW = 46;

/** Every row of a reading with what becomes of it; a filter by fate, and all that is to say of the row that is chosen. */
export function FateTable({ read }: { read: TableRead }) {
  const [fate, setFate] = useState<RowFate | 'all'>(read.counts.refused > 0 ? 'refused' : 'all');
  const [selected, setSelected] = useState<TableFate | null>(null);
  const pages = usePages('tables.fates', { trialId: read.trialId, ...(fate === 'all' ? {} : { fate }) });
  const columns = useMemo(() => fateColumns(read.format === 'json'), [read.format]);
  const shown = rowFates.filter((one) => read.counts[one] > 0 || one === fate);
  const label = (id: RowFate | 'all', count: number) => `${t(`tables.fate.${id}`)} ${count.toLocaleString('en')}`;
  return (
    <section className="fates" aria-label={t('tables.import.fates')}>
      <Segmented
        label={t('tables.import.filter')}
        value={fate}
        onChange={(one) => (setFate(one), setSelected(null))}
        options={[
          { id: 'all' as const, label: label('all', read.rows) },
          ...shown.map((id) => ({ id, label: label(id, read.counts[id]) })),
        ]}
      />
      <div className="fate-table">
        <PagedTable
          label={t('tables.import.fates')}
          columns={columns}
          pages={pages}
          rowHeight={ROW}
          rowKey={(row) => String(row.row)}
          selected={selected === null ? null : String(selected.row)}
          onSelect={setSelected}
          empty={<NoRows isAll={fate === 'all'} />}
        />
      </div>
      {selected === null || remarksOf(selected).length === 0 ? null : (
        <ul className="fate-details" aria-label={t('tables.row-details', { line: selected.line })}>
          {remarksOf(selected).map((remark) => (
            <li key={remark} className="selectable" dir="auto">
              {remark}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NoRows({ isAll }: { isAll: boolean }) {
  return (
    <EmptyState
      icon={ListX}
      title={t(isAll ? 'tables.no-rows' : 'tables.no-rows.filtered')}
      text={t(isAll ? 'tables.no-rows.text' : 'tables.no-rows.filtered.text')}
    />
  );
}
