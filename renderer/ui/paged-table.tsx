import './paged-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import type { Pages } from '../shell/pages.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useTableCursor } from './use-table-cursor.ts';
import { useWidth } from './use-width.ts';

export type Column<Row> = {
  id: string;
  label: string;
  /** Shown in the head in the label's place, which is still read out: a scale. */
  head?: ReactNode;
  /** A grid track: `90px`, `minmax(0, 2fr)`. */
  width: string;
  /** Name to sort by, where the column can be sorted. */
  sort?: string;
  align?: 'end';
  /** Left out while the table is narrower than this many pixels. */
  hideBelow?: number;
  cell: (row: Row) => ReactNode;
};
export type Sort = { by: string; direction: 'ascending' | 'descending' };

export type PagedTableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  pages: Pages<Row>;
  rowKey: (row: Row) => string;
  /** In pixels; every row has the same, so that ten thousand need no measuring. */
  rowHeight?: number;
  sort?: Sort;
  onSort?: (by: string) => void;
  selected?: string | null;
  /** A click or an arrow key came to this row. */
  onSelect?: (row: Row) => void;
  /** Enter or a double click. */
  onOpen?: (row: Row) => void;
  /** Delete. */
  onRemove?: (row: Row) => void;
  /** Where a row leads somewhere and there is nothing to select, one click is enough. */
  opensOnClick?: boolean;
  hasHead?: boolean;
  /** What a row shows across all columns, where it is a heading of those below it. */
  spanning?: (row: Row) => ReactNode;
  /** Keys of the table's own on the row they act on; true: handled. */
  onRowKey?: (event: KeyboardEvent, row: Row) => boolean;
  /** Shift and a key that moves: from one row to another. */
  onExtend?: (from: number, to: number) => void;
  /** Whether several rows can be selected, and this one is. */
  isMarked?: (row: Row) => boolean;
  /** In pixels; a narrower table scrolls sideways. */
  minWidth?: number;
  /** Shown when there is nothing. */
  empty: ReactNode;
};

/** A long table of which only the rows in view exist. Arrows, Home, End, Page keys move; Enter opens; Delete removes. */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  const { pages, rowHeight = 42 } = props;
  const { total, show } = pages;
  const [frame, width] = useWidth();
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const columns = useColumns(props.columns, width);
  const rows = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  const inView = rows.getVirtualItems();
  const first = inView[0]?.index ?? 0;
  const last = inView.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [pages.key]);
  const inSight = () => Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight);
  const { cursor, setCursor, act, onKeyDown } = useTableCursor(props, rows.scrollToIndex, inSight);
  if (total === 0) return <>{props.empty}</>;
  return (
    <div
      className="table"
      ref={frame}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-busy={total === null}
      aria-multiselectable={props.isMarked === undefined ? undefined : true}
      aria-activedescendant={cursor === -1 ? undefined : `${baseId}-${cursor}`}
      tabIndex={0}
      style={
        {
          '--columns': columns.map((column) => column.width).join(' '),
          '--row-height': `${rowHeight}px`,
          '--table-min': `${props.minWidth ?? 0}px`,
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && cursor === -1 && setCursor(first)}
    >
      {props.hasHead === false ? null : <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />}
      <div className="table-scroll" ref={scroller} role="rowgroup" tabIndex={-1}>
        <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
          {inView.map(({ index, start }) => (
            <TableRow
              key={index}
              id={`${baseId}-${index}`}
              index={index}
              start={start}
              row={pages.rowAt(index)}
              columns={columns}
              spanning={props.spanning}
              isSelected={isSelected(props, pages.rowAt(index))}
              isCursor={index === cursor}
              act={act}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function isSelected<Row>({ isMarked, selected, rowKey }: PagedTableProps<Row>, row: Row | undefined): boolean {
  return row !== undefined && (isMarked?.(row) === true || (selected != null && rowKey(row) === selected));
}

/** The columns that fit into a width, the same array while they are the same. */
function useColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const shown = columns.filter(({ hideBelow = 0 }) => width === 0 || width >= hideBelow);
  const key = shown.map((column) => column.id).join(' ');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `shown` is a new array each time; `key` says when it differs
  return useMemo(() => shown, [columns, key]);
}
