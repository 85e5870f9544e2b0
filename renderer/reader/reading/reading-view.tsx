import '../text/text-viewer.css';
import './reading-view.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import { useCall } from '../../shell/engine.ts';
import { useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import type { View } from '../views.ts';
import { noStructure, readingRows, rowOf, type ReadingRow } from './reading-blocks.ts';
import { ReadingRowView } from './reading-row.tsx';
import { useReadingSettings } from './reading-settings.ts';
import { ReadingTools } from './reading-tools.tsx';
import { useKeptPlace } from './use-kept-place.ts';

type ReadingViewProps = { item: Item; text: CanonicalText; label: string; words: WordsProps; onView: (view: View) => void };

/** The words of a captured page set to be read: its article first, the rest of the page folded away until asked for. */
export function ReadingView({ item, text, label, words, onView }: ReadingViewProps) {
  const asked = useCall('snapshots.structure', { id: item.id });
  const structure = asked.data ?? noStructure;
  const surfaces = useSurfaces(text.text, words);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, openRest } = useRows(text, structure, words);
  const { size, width, face } = useReadingSettings();
  const virtual = useVirtualizer({
    count: rows.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index - 1]),
    overscan: 12,
    // Of the words, not their number, so that unfolding the rest measures nothing anew.
    getItemKey: (index) => keyOf(rows[index - 1], index),
  });
  const scrollTo = (offset: number, align: 'start' | 'center') => {
    const index = rowOf(rows, offset);
    if (index < 0) return;
    if (align === 'center') return virtual.scrollToIndex(index + 1, { align });
    // Not `scrollToIndex`, which goes on correcting itself when the reader has long moved on.
    const [top] = virtual.getOffsetForIndex(index + 1, align) ?? [0];
    if (scroller.current !== null) scroller.current.scrollTop = top;
  };
  useKeptPlace({ scroller, surfaces, words, scrollTo, rows, isSettled: !asked.isPending });
  useEffect(() => virtual.measure(), [size, width, face, virtual]);
  const showPicture = item.files.some(({ role }) => role === 'snapshot') ? () => onView('captured') : null;
  return (
    <div className="reading" data-width={width} data-face={face} style={{ '--reading-step': size } as React.CSSProperties}>
      <ReadingTools />
      <div className="text-viewer" ref={scroller} tabIndex={0} role="document" aria-label={label}>
        <div
          className="text-sheet reading-sheet"
          style={{ blockSize: virtual.getTotalSize() }}
          {...(item.language === null ? {} : { lang: item.language })}
        >
          {virtual.getVirtualItems().map((row) => (
            <div
              key={row.key}
              data-index={row.index}
              ref={virtual.measureElement}
              className="text-row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {row.index === 0 ? (
                <Heading item={item} hasOwn={opensWithTitle(rows[0], text.text, item.title)} />
              ) : (
                <ReadingRowView
                  row={rows[row.index - 1]!}
                  text={text.text}
                  surfaces={surfaces}
                  rest={openRest}
                  onShowPicture={showPicture}
                />
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The rest of the page opens by itself when something in it is asked for. */
function useRows(text: CanonicalText, structure: typeof noStructure, { reveal, place }: WordsProps) {
  const article = text.map.kind === 'snapshot' ? text.map.article : null;
  const [isOpen, setOpen] = useState(() => isOutside(article, place?.current.offset ?? null));
  useEffect(() => {
    if (reveal !== null && isOutside(article, reveal.range.start)) setOpen(true);
  }, [reveal, article]);
  const rows = useMemo(() => readingRows(text.text, structure, article, isOpen), [text.text, structure, article, isOpen]);
  return { rows, openRest: { isOpen, toggle: () => setOpen((before) => !before) } };
}

function isOutside(article: TextRange | null, offset: number | null): boolean {
  return offset !== null && article !== null && (offset < article.start || offset >= article.end);
}

/** Whether the page's own heading says the title already. */
function opensWithTitle(row: ReadingRow | undefined, text: string, title: string): boolean {
  return row?.row === 'line' && row.is.kind === 'heading' && text.slice(row.start, row.end).trim() === title.trim();
}

function Heading({ item, hasOwn }: { item: Item; hasOwn: boolean }) {
  const by = [item.source, item.given.publishedAt].filter(Boolean).join(' · ');
  return (
    <header className="text-heading" dir="auto">
      <h2 className={hasOwn ? 'visually-hidden' : ''}>{item.title}</h2>
      <p>{by}</p>
    </header>
  );
}

function estimate(row: ReadingRow | undefined): number {
  if (row === undefined) return 90;
  if (row.row !== 'line') return 48;
  return 34 + Math.ceil((row.end - row.start) / 75) * 30;
}

function keyOf(row: ReadingRow | undefined, index: number): string | number {
  if (row === undefined) return 'heading';
  if (row.row === 'line') return row.start;
  return row.row === 'rest' ? 'rest' : `picture ${row.element} ${index}`;
}
