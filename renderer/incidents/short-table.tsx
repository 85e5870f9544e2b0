import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { PagedTable, type Column, type Sort } from '../ui/paged-table.tsx';

export type ShortTableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen: (row: Row) => void;
  rowHeight: number;
  /** Rows shown at first. */
  few: number;
  sort?: Sort;
  onSort?: (by: string) => void;
  hasHead?: boolean;
  /** Words of the button that shows all, or the first few again. */
  all: string;
  fewer: string;
};

/** Rows seen at once when all are shown; the rest scrolls, and only what is in view exists. */
const TALL = 16;
/** So few more are shown without being asked for. */
const SPARED = 2;
const nothing = () => {};

/** A table on a page that scrolls: as tall as its first rows, all of them only when asked for. */
export function ShortTable<Row>({ rows, few, all, fewer, rowHeight, ...table }: ShortTableProps<Row>): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const hasMore = rows.length > few + SPARED;
  const total = hasMore && !showsAll ? few : rows.length;
  const key = `${table.sort?.by} ${table.sort?.direction}`;
  const pages = useMemo(() => ({ total, rowAt: (index: number) => rows[index], show: nothing, error: null, key }), [total, rows, key]);
  const size = { '--rows': Math.min(total, TALL + few), '--row-size': `${rowHeight}px` } as CSSProperties;
  return (
    <>
      <div className="short-table" data-head={table.hasHead !== false} data-scrolls={showsAll} style={size}>
        <PagedTable {...table} rowHeight={rowHeight} pages={pages} opensOnClick empty={null} />
      </div>
      {hasMore ? (
        <Button size="s" variant="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? fewer : all}
        </Button>
      ) : null}
    </>
  );
}
