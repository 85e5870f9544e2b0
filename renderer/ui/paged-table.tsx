import './paged-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Pages } from '../shell/pages.ts';
import { moveCursor } from './move-cursor.ts';

export type Column<Row> = {
  id: string;
  label: string;
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
  /** Shown when there is nothing. */
  empty: ReactNode;
};

/** A long table of which only the rows in view exist. Arrows, Home, End, Page keys move; Enter opens; Delete removes. */
export function PagedTable<Row>(props: PagedTableProps<Row>) {
  const { label, pages, empty, rowHeight = 42 } = props;
  const { total, show } = pages;
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  const baseId = useId();
  const width = useWidth(frame);
  const columns = useMemo(() => props.columns.filter(({ hideBelow = 0 }) => width === 0 || width >= hideBelow), [props.columns, width]);
  const rows = useVirtualizer({ count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  const inView = rows.getVirtualItems();
  const first = inView[0]?.index ?? 0;
  const last = inView.at(-1)?.index ?? 0;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => {
    setCursor(-1);
    scroller.current?.scrollTo({ top: 0 });
  }, [pages.key]);

  const choose = (index: number) => {
    setCursor(index);
    const row = pages.rowAt(index);
    if (row !== undefined) props.onSelect?.(row);
  };
  const isSelected = (row: Row | undefined) => row !== undefined && props.selected != null && props.rowKey(row) === props.selected;
  const act = useRef<(index: number, isDouble: boolean) => void>(() => {});
  useEffect(() => {
    act.current = (index, isDouble) => {
      const row = pages.rowAt(index);
      if (!isDouble) choose(index);
      if (row !== undefined && isDouble !== (props.opensOnClick ?? false)) props.onOpen?.(row);
    };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveCursor(event.key, cursor, total ?? 0, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight));
    const row = pages.rowAt(cursor);
    if (next !== null) {
      rows.scrollToIndex(next);
      choose(next);
    } else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row);
    else if (event.key === 'Delete' && row !== undefined) props.onRemove?.(row);
    else return;
    event.preventDefault();
  };
  if (total === 0) return <>{empty}</>;
  const template = { '--columns': columns.map((column) => column.width).join(' '), '--row-height': `${rowHeight}px` } as CSSProperties;
  return (
    <div
      className="table"
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-busy={total === null}
      aria-activedescendant={cursor === -1 ? undefined : `${baseId}-${cursor}`}
      tabIndex={0}
      style={template}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === event.currentTarget && cursor === -1 && setCursor(first)}
    >
      {props.hasHead === false ? null : <TableHead columns={columns} sort={props.sort} onSort={props.onSort} />}
      <div className="table-scroll" ref={scroller} role="presentation">
        <div role="presentation" style={{ blockSize: rows.getTotalSize(), position: 'relative' }}>
          {inView.map(({ index, start }) => (
            <TableRow
              key={index}
              id={`${baseId}-${index}`}
              index={index}
              start={start}
              row={pages.rowAt(index)}
              columns={columns}
              isSelected={isSelected(pages.rowAt(index))}
              isCursor={index === cursor}
              act={act}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The width of an element in pixels, 0 before it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

type TableRowProps<Row> = {
  id: string;
  index: number;
  start: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  isSelected: boolean;
  isCursor: boolean;
  act: RefObject<(index: number, isDouble: boolean) => void>;
};

/** Drawn again only when its own row, place or state changed: while scrolling, most rows in view stay as they are. */
const TableRow = memo(function TableRow<Row>({ id, index, start, row, columns, isSelected, isCursor, act }: TableRowProps<Row>) {
  return (
    <div
      className="table-row"
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-cursor={isCursor}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => act.current(index, false)}
      onDoubleClick={() => act.current(index, true)}
    >
      {columns.map((column) => (
        <div className="table-cell" role="gridcell" key={column.id} data-align={column.align}>
          {row === undefined ? <span className="table-waiting" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: TableRowProps<Row>) => ReactNode;

type TableHeadProps<Row> = { columns: readonly Column<Row>[]; sort: Sort | undefined; onSort: ((by: string) => void) | undefined };

function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <div className="table-head" role="row" aria-rowindex={1}>
      {columns.map(({ id, label, sort: by, align }) => {
        const sorted = by !== undefined && sort?.by === by ? sort.direction : undefined;
        const Mark = sorted === 'ascending' ? ArrowUp : ArrowDown;
        return (
          <div className="table-cell" role="columnheader" key={id} data-align={align} aria-sort={sorted ?? (by === undefined ? undefined : 'none')}>
            {by === undefined || onSort === undefined ? (
              <span className="truncate">{label}</span>
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
