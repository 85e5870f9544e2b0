import { memo, type ReactNode, type RefObject } from 'react';
import type { Column } from './paged-table.tsx';

type TableRowProps<Row> = {
  id: string;
  index: number;
  start: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  spanning: ((row: Row) => ReactNode) | undefined;
  isSelected: boolean;
  isCursor: boolean;
  act: RefObject<(index: number, clicks: number) => void>;
};

/** Drawn again only when its own row, place or state changed: while scrolling, most rows in view stay as they are. */
export const TableRow = memo(function TableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, start, row, columns, isSelected, isCursor, act } = props;
  const heading = row === undefined ? undefined : props.spanning?.(row);
  return (
    <div
      className="table-row"
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-cursor={isCursor}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => act.current(index, event.detail)}
    >
      {heading !== undefined ? (
        <div className="table-cell table-spanning" role="gridcell" aria-colspan={columns.length}>
          {heading}
        </div>
      ) : (
        columns.map((column) => (
          <div className="table-cell" role="gridcell" key={column.id} data-align={column.align}>
            {row === undefined ? <span className="table-waiting" /> : column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}) as <Row>(props: TableRowProps<Row>) => ReactNode;
