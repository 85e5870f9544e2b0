import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../../messages/index.ts';
import { moveCursor } from '../../ui/move-cursor.ts';
import { keepPanel, keptPanel } from './panel-state.ts';
import { PassageRow, rowHeight } from './passage-row.tsx';

type PassageListProps = {
  itemId: string;
  item: Item | undefined;
  passages: readonly Passage[];
  colours: ReadonlyMap<string, TagColour>;
  currentId: string | null;
  onJump: (passage: Passage) => void;
  onDetail: (passage: Passage) => void;
};

/** Only the rows in view exist. J, K and the arrows move; Enter goes there; D opens the detail. */
export function PassageList({ itemId, item, passages, colours, currentId, onJump, onDetail }: PassageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [cursorId, setCursorId] = useState(() => currentId ?? keptPanel(itemId).passageId);
  const cursor = passages.findIndex(({ id }) => id === cursorId);
  const keyOf = useCallback((index: number) => passages[index]!.id, [passages]);
  const rows = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(passages[index]!, item),
    getItemKey: keyOf,
    initialOffset: keptPanel(itemId).offset,
    overscan: 6,
  });
  useEffect(() => rows.measure(), [rows, passages, item]);
  useKeptOffset(itemId, scroller);
  useCurrentInView({ itemId, passages, currentId, onCursor: setCursorId, scrollTo: rows.scrollToIndex });
  const jump = useCallback((passage: Passage) => (setCursorId(passage.id), onJump(passage)), [onJump]);
  const press = (event: KeyboardEvent) => {
    const key = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    const inPage = Math.floor((scroller.current?.clientHeight ?? 0) / 80);
    const next = isChord(event) ? null : moveCursor(key, cursor, passages.length, inPage);
    if (next !== null) {
      setCursorId(passages[next]!.id);
      rows.scrollToIndex(next);
    } else if (!actsOn(event, passages[cursor], { jump, detail: onDetail })) return;
    event.preventDefault();
  };
  return (
    <div
      className="passage-list"
      ref={scroller}
      role="listbox"
      aria-label={t('passage.all')}
      aria-activedescendant={cursor < 0 ? undefined : `${baseId}-${passages[cursor]!.id}`}
      tabIndex={0}
      onKeyDown={press}
      onFocus={(event) =>
        event.target === event.currentTarget && cursor < 0 && setCursorId(passages[rows.getVirtualItems()[0]?.index ?? 0]!.id)
      }
    >
      <div className="passage-list-inner" role="presentation" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => (
          <PassageRow
            key={key}
            id={`${baseId}-${String(key)}`}
            passage={passages[index]!}
            item={item}
            colours={colours}
            top={start}
            isCursor={index === cursor}
            isCurrent={passages[index]!.id === currentId}
            onJump={jump}
            onDetail={onDetail}
          />
        ))}
      </div>
    </div>
  );
}

const isChord = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

type Acts = { jump: (passage: Passage) => void; detail: (passage: Passage) => void };

/** Whether the key did something with the passage. */
function actsOn(event: KeyboardEvent, passage: Passage | undefined, { jump, detail }: Acts): boolean {
  if (passage === undefined || isChord(event)) return false;
  if (event.key === 'Enter') jump(passage);
  else if (event.key === 'd' || event.key === 'ArrowRight') detail(passage);
  else return false;
  return true;
}

/** Where the list was is kept for when it is shown again. */
function useKeptOffset(itemId: string, scroller: { current: HTMLElement | null }): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    return () => keepPanel(itemId, { offset: element.scrollTop });
  }, [itemId, scroller]);
}

type Current = {
  itemId: string;
  passages: readonly Passage[];
  currentId: string | null;
  onCursor: (id: string) => void;
  scrollTo: (index: number) => void;
};

/** A passage asked for elsewhere, or just made, comes into view; the list does not move for one that was chosen in it. */
function useCurrentInView({ itemId, passages, currentId, onCursor, scrollTo }: Current): void {
  const told = useRef(keptPanel(itemId).passageId);
  useEffect(() => {
    if (currentId === null || told.current === currentId) return;
    const index = passages.findIndex(({ id }) => id === currentId);
    if (index < 0) return;
    told.current = currentId;
    onCursor(currentId);
    scrollTo(index);
  }, [passages, currentId, onCursor, scrollTo]);
}
