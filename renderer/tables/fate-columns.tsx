import type { RowFate, TableFate } from '#shared/model/tables.ts';
import { rowWords, tableFieldWords } from '#shared/table-words.ts';
import { t } from '../messages/index.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import type { Column } from '../ui/paged-table.tsx';

const tones: Record<RowFate, ChipTone> = { new: 'proved', updates: 'pending', unchanged: 'plain', skipped: 'plain', refused: 'broken' };

/** `isJson`: records are counted, not lines. */
export function fateColumns(isJson: boolean): Column<TableFate>[] {
  return [
    {
      id: 'line',
      label: t(isJson ? 'tables.column.record' : 'tables.column.line'),
      width: '64px',
      align: 'end',
      cell: ({ line }) => <span className="number faint">{line.toLocaleString('en')}</span>,
    },
    {
      id: 'fate',
      label: t('tables.column.fate'),
      width: '104px',
      cell: ({ fate }) => <Chip tone={tones[fate]}>{t(`tables.fate.${fate}`)}</Chip>,
    },
    { id: 'name', label: t('tables.column.name'), width: 'minmax(0, 1fr)', cell: (row) => <Row row={row} /> },
  ];
}

function Row({ row }: { row: TableFate }) {
  const [first] = remarksOf(row);
  return (
    <div className="fate-row">
      <button type="button" className="row-link truncate" dir="auto" tabIndex={-1} title={row.name}>
        {row.name}
      </button>
      {first === undefined ? null : (
        <span
          className={row.fate === 'refused' ? 'fate-remark fate-problem truncate' : 'fate-remark truncate'}
          dir="auto"
          title={remarksOf(row).join('\n')}
        >
          {first}
        </span>
      )}
    </div>
  );
}

/** Everything there is to say of a row: why it is refused, what would change, what is worth knowing. */
export function remarksOf({ problems, changes, notes }: TableFate): string[] {
  const said = [...problems, ...notes].map((remark) =>
    remark.column === null ? rowWords(remark) : `${remark.column}: ${rowWords(remark)}`,
  );
  return changes.length === 0 ? said : [t('tables.changes', { fields: changes.map(tableFieldWords).join(', ') }), ...said];
}
