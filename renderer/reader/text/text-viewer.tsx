import './text-viewer.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { useSurface, useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import { lineAt, textLines } from './text-lines.ts';

type TextViewerProps = WordsProps & { label: string; text: string; language: string | null; typeface?: 'read' | 'mono' };

/** Canonical text as running words, each line in its own direction. Only what is near the window is laid out. */
export function TextViewer({ label, text, language, typeface = 'read', ...words }: TextViewerProps) {
  const surfaces = useSurfaces(text, words);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => textLines(text), [text]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 34 + Math.ceil(((rows[index]?.end ?? 0) - (rows[index]?.start ?? 0)) / 85) * 28,
    overscan: 12,
  });
  const { reveal } = words;
  useEffect(() => {
    if (reveal !== null) virtual.scrollToIndex(lineAt(rows, reveal.range.start), { align: 'center' });
  }, [reveal, rows, virtual]);
  return (
    <div className="text-viewer" ref={scroller} tabIndex={0} role="document" aria-label={label}>
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
            style={{ transform: `translateY(${row.start}px)` }}
          >
            <Line surfaces={surfaces} text={text} line={rows[row.index]!} />
          </div>
        ))}
      </div>
    </div>
  );
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
