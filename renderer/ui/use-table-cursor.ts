import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { moveCursor } from './move-cursor.ts';
import type { PagedTableProps } from './paged-table.tsx';

export type TableCursor = {
  /** Index of the row the keys act on, -1 before there is one. */
  cursor: number;
  setCursor: (index: number) => void;
  /** The first, second … click in a row on a row; a reference, so that rows need not be drawn again for it. */
  act: RefObject<(index: number, clicks: number) => void>;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** What clicks and keys do in a table. `rowsInView` is a page for the Page keys. */
export function useTableCursor<Row>(props: PagedTableProps<Row>, scrollTo: (index: number) => void, rowsInView: () => number): TableCursor {
  const { pages } = props;
  const [cursor, setCursor] = useState(-1);
  useEffect(() => setCursor(-1), [pages.key]);
  const choose = (index: number) => {
    setCursor(index);
    const row = pages.rowAt(index);
    if (row !== undefined) props.onSelect?.(row);
  };
  /** The first click of a double click says what is meant: by the second, the inspector may have moved the rows. */
  const clicked = useRef<Row>(undefined);
  const act = useRef<TableCursor['act']['current']>(() => {});
  useEffect(() => {
    act.current = (index, clicks) => {
      if (clicks <= 1) {
        clicked.current = pages.rowAt(index);
        choose(index);
      }
      const opens = props.opensOnClick === true ? clicks <= 1 : clicks === 2;
      if (opens && clicked.current !== undefined) props.onOpen?.(clicked.current);
    };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveCursor(event.key, cursor, pages.total ?? 0, rowsInView());
    const row = pages.rowAt(cursor);
    if (row !== undefined && props.onRowKey?.(event, row) === true) return event.preventDefault();
    if (next !== null) {
      if (event.shiftKey) props.onExtend?.(Math.max(0, cursor), next);
      scrollTo(next);
      choose(next);
    } else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row);
    else if (event.key === 'Delete' && row !== undefined) props.onRemove?.(row);
    else return;
    event.preventDefault();
  };
  return { cursor, setCursor, act, onKeyDown };
}
