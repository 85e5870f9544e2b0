import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { claimGroupings } from '#shared/model/claim-filter.ts';
import type { ClaimGrouping, ClaimSort } from '#shared/model/claim-filter.ts';
import { t } from '../../messages/index.ts';
import { PickerDialog } from '../../ui/picker-dialog.tsx';
import type { ClaimColumn } from './all-columns.tsx';
import { fieldLabel, filterFieldNames, type FilterField } from './filter-words.tsx';
import { setGroupBy, sortBy, useTableState } from './table-state.ts';

export function ChooseFilter({
  active,
  onChoose,
  onClose,
}: {
  active: readonly FilterField[];
  onChoose: (field: FilterField) => void;
  onClose: () => void;
}) {
  return (
    <PickerDialog
      label={t('claims.table.filter.by')}
      placeholder={t('claims.table.filter.by')}
      empty={t('claims.table.filter.none')}
      options={filterFieldNames.map((id) => ({
        id,
        words: fieldLabel(id),
        row: <Row words={fieldLabel(id)} isOn={active.includes(id)} />,
      }))}
      onChoose={(id) => onChoose(id as FilterField)}
      onClose={onClose}
    />
  );
}

const NONE = 'none';

export function ChooseGroup({ onClose }: { onClose: () => void }) {
  const groupBy = useTableState((state) => state.groupBy);
  const labelled = [NONE, ...claimGroupings].map((id) => ({ id, words: t(`claims.table.group.${id as ClaimGrouping}`) }));
  return (
    <PickerDialog
      label={t('claims.table.group.by')}
      placeholder={t('claims.table.group.by')}
      empty={t('claims.table.filter.none')}
      options={labelled.map(({ id, words }) => ({ id, words, row: <Row words={words} isOn={(groupBy ?? NONE) === id} /> }))}
      onChoose={(id) => setGroupBy(id === NONE ? null : (id as ClaimGrouping))}
      onClose={onClose}
    />
  );
}

/** Any column, shown or not. */
export function ChooseSort({ columns, onClose }: { columns: readonly ClaimColumn[]; onClose: () => void }) {
  const sort = useTableState((state) => state.sort);
  const Way = sort.direction === 'ascending' ? ArrowUp : ArrowDown;
  // The sentence is sorted by its act, which has a column of its own.
  const sortable = columns.filter((column) => column.sort !== undefined && column.id !== 'sentence');
  return (
    <PickerDialog
      label={t('claims.table.sort')}
      placeholder={t('claims.table.sort')}
      empty={t('claims.table.filter.none')}
      options={sortable.map(({ sort: id = '', label }) => ({
        id,
        words: label,
        row: (
          <>
            <span className="truncate">{label}</span>
            {sort.by === id ? <Way aria-label={t('claims.table.sort.again')} className="choose-mark" /> : null}
          </>
        ),
      }))}
      onChoose={(id) => sortBy(id as ClaimSort)}
      onClose={onClose}
    />
  );
}

function Row({ words, isOn }: { words: string; isOn: boolean }) {
  return (
    <>
      <span className="truncate">{words}</span>
      {isOn ? <Check aria-hidden className="choose-mark" /> : null}
    </>
  );
}
