import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import type { LinkTarget } from './link-target.ts';
import { firstOpen, outlineRows, type OutlineEntry, type OutlineRow } from './outline-rows.ts';
import { treeKey } from './tree-key.ts';

const ROW = 28;
/** Deeper levels are set in no further: the titles need the room. */
const DEEPEST_INDENT = 6;

type OutlineProps = { entries: readonly OutlineEntry[]; onFollow: (target: LinkTarget) => void };

/** The document's own table of contents, as a tree (WAI-ARIA Authoring Practices, tree view). */
export function Outline({ entries, onFollow }: OutlineProps) {
  const [open, setOpen] = useState(() => firstOpen(entries));
  const [at, setAt] = useState(0);
  const rows = useMemo(() => outlineRows(entries, open), [entries, open]);
  const tree = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => tree.current, estimateSize: () => ROW, overscan: 8 });
  const current = Math.min(at, rows.length - 1);
  useEffect(() => virtual.scrollToIndex(current, { align: 'auto' }), [virtual, current]);
  const toggle = ({ entry, isOpen }: OutlineRow) =>
    setOpen((before) => new Set(isOpen === true ? [...before].filter((id) => id !== entry.id) : [...before, entry.id]));
  const press = (row: OutlineRow) => (row.entry.target === null ? toggle(row) : onFollow(row.entry.target));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const act = treeKey(event.key, rows, current);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (act.kind === 'move') setAt(act.to);
    else if (act.kind === 'toggle') toggle(rows[current]!);
    else press(rows[current]!);
  };
  return (
    <div
      className="pdf-outline"
      ref={tree}
      role="tree"
      tabIndex={0}
      aria-label={t('reader.pdf.outline')}
      aria-activedescendant={`outline-${rows[current]?.entry.id}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          const choose = () => {
            setAt(index);
            press(row);
          };
          return (
            <Row key={row.entry.id} row={row} top={start} isCurrent={index === current} onPress={choose} onToggle={() => toggle(row)} />
          );
        })}
      </div>
    </div>
  );
}

type RowProps = { row: OutlineRow; top: number; isCurrent: boolean; onPress: () => void; onToggle: () => void };

function Row({ row: { entry, level, isOpen, position, of }, top, isCurrent, onPress, onToggle }: RowProps) {
  const title = entry.title === '' ? t('reader.pdf.outline.untitled') : entry.title;
  return (
    <div
      className="pdf-outline-row"
      role="treeitem"
      id={`outline-${entry.id}`}
      aria-level={level}
      aria-setsize={of}
      aria-posinset={position}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isCurrent}
      title={title}
      style={{
        transform: `translateY(${top}px)`,
        paddingInlineStart: `calc(var(--space-1) + ${Math.min(level - 1, DEEPEST_INDENT)} * var(--space-3))`,
      }}
      onClick={onPress}
    >
      <span
        className="pdf-outline-mark"
        data-open={isOpen}
        aria-hidden
        onClick={(event) => {
          if (isOpen === null) return;
          event.stopPropagation();
          onToggle();
        }}
      >
        {isOpen === null ? null : <ChevronRight />}
      </span>
      <bdi className="truncate">{title}</bdi>
    </div>
  );
}
