import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column, Sort } from './paged-table.tsx';

type TableHeadProps<Row> = { columns: readonly Column<Row>[]; sort: Sort | undefined; onSort: ((by: string) => void) | undefined };

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <div className="table-head" role="row" aria-rowindex={1}>
      {columns.map(({ id, label, head, sort: by, align }) => {
        const sorted = by !== undefined && sort?.by === by ? sort.direction : undefined;
        const Mark = sorted === 'ascending' ? ArrowUp : ArrowDown;
        return (
          <div
            className="table-cell"
            role="columnheader"
            key={id}
            data-align={align}
            aria-sort={sorted ?? (by === undefined ? undefined : 'none')}
          >
            {head === undefined ? null : head}
            {by === undefined || onSort === undefined ? (
              <span className={head === undefined ? 'truncate' : 'visually-hidden'}>{label}</span>
            ) : (
              <button type="button" className="table-sort" onClick={() => onSort(by)}>
                <span className="truncate">{label}</span>
                {sorted === undefined ? null : <Mark aria-hidden />}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
