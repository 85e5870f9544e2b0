import './text-viewer.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { useSurface, useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import { lineAt, textLines } from './text-lines.ts';

type TextViewerProps = WordsProps & {
  label: string;
  text: string;
  language: string | null;
  /** The readable article within the text; it is shown first, the rest of the page after it. */
  article?: TextRange | null;
  rest?: string;
  /** Shown above the words; not part of the text, so not to be marked. */
  heading?: { title: string; by: string } | null;
  typeface?: 'read' | 'mono';
};

/** Canonical text as running words, each line in its own direction. Only what is near the window is laid out. */
export function TextViewer({
  label,
  text,
  language,
  article = null,
  rest = '',
  heading = null,
  typeface = 'read',
  ...words
}: TextViewerProps) {
  const surfaces = useSurfaces(text, words);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(text, article), [text, article]);
  const [above, setAbove] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 34 + Math.ceil(((rows[index]?.end ?? 0) - (rows[index]?.start ?? 0)) / 85) * 28,
    overscan: 12,
    scrollMargin: above,
  });
  const { reveal } = words;
  useEffect(() => {
    if (reveal !== null) virtual.scrollToIndex(rowAt(rows, reveal.range.start), { align: 'center' });
  }, [reveal, rows, virtual]);
  return (
    <div className="text-viewer" ref={scroller} tabIndex={0} role="document" aria-label={label}>
      {heading === null ? null : <Heading {...heading} onHeight={setAbove} />}
      <div
        className={`text-sheet text-sheet-${typeface}`}
        style={{ blockSize: virtual.getTotalSize() }}
        {...(language === null ? {} : { lang: language })}
      >
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            data-index={row.index}
            ref={virtual.measureElement}
            className="text-row"
            style={{ transform: `translateY(${row.start - above}px)` }}
          >
            {rows[row.index]?.opensRest === true ? <p className="text-rest">{rest}</p> : null}
            <Line surfaces={surfaces} text={text} line={rows[row.index]!} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Heading({ title, by, onHeight }: { title: string; by: string; onHeight: (height: number) => void }) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => onHeight(box.current?.offsetHeight ?? 0), [title, by, onHeight]);
  return (
    <header className="text-heading" ref={box} dir="auto">
      <h2>{title}</h2>
      <p>{by}</p>
    </header>
  );
}

type Row = TextRange & { opensRest: boolean };

function rowsOf(text: string, article: TextRange | null): Row[] {
  const plain = (range?: TextRange) => textLines(text, range).map((line) => ({ ...line, opensRest: false }));
  if (article === null) return plain();
  const others = [...plain({ start: 0, end: article.start }), ...plain({ start: article.end, end: text.length })];
  return [...plain(article), ...others.map((line, index) => ({ ...line, opensRest: index === 0 }))];
}

/** Rows are in reading order, which is not the text's order when the article comes first. */
function rowAt(rows: readonly Row[], offset: number): number {
  const split = rows.findIndex((row) => row.opensRest);
  if (split < 0) return lineAt(rows, offset);
  const inArticle = rows.slice(0, split);
  const holds = inArticle.length > 0 && offset >= inArticle[0]!.start && offset < inArticle.at(-1)!.end;
  return holds ? lineAt(inArticle, offset) : split + lineAt(rows.slice(split), offset);
}

function Line({ surfaces, text, line }: { surfaces: SurfaceSet; text: string; line: TextRange }) {
  const [element, setElement] = useState<HTMLParagraphElement | null>(null);
  useSurface(surfaces, element, line.start, line.end);
  return (
    <p className="text-line selectable" dir="auto" ref={setElement}>
      {text.slice(line.start, line.end)}
    </p>
  );
}
