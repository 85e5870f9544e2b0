import { Image } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { assertNever } from '#shared/errors.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { useSurface } from '../surface/use-surfaces.ts';
import { emphasisedParts, type ReadingRow } from './reading-blocks.ts';

type Line = Extract<ReadingRow, { row: 'line' }>;
type RowProps = {
  row: ReadingRow;
  text: string;
  surfaces: SurfaceSet;
  rest: { isOpen: boolean; toggle: () => void };
  /** Null where there is no page to show it on. */
  onShowPicture: (() => void) | null;
};

export function ReadingRowView({ row, text, surfaces, rest, onShowPicture }: RowProps) {
  switch (row.row) {
    case 'line':
      // Its words are read once drawn, so what draws them anew is a new line: the structure comes after the words.
      return <LineRow key={`${row.is.kind} ${row.emphasis.length}`} line={row} text={text} surfaces={surfaces} />;
    case 'picture':
      return (
        <p className="reading-picture" dir="auto">
          <Image aria-hidden />
          <span>{row.alt === '' ? t('reader.reading.picture') : t('reader.reading.picture.alt', { alt: row.alt })}</span>
          {onShowPicture === null ? null : (
            <Button size="s" variant="quiet" onPress={onShowPicture}>
              {t('reader.reading.picture.show')}
            </Button>
          )}
        </p>
      );
    case 'rest':
      return (
        <div className="reading-rest">
          <Button variant="quiet" aria-expanded={rest.isOpen} onPress={rest.toggle}>
            {t(rest.isOpen ? 'reader.reading.rest.close' : 'reader.reading.rest.open', { count: row.lines })}
          </Button>
        </div>
      );
    default:
      return assertNever(row);
  }
}

/** Words of a line are exactly those of the canonical text; what is added (numbers, bullets) is drawn by the style sheet. */
function LineRow({ line, text, surfaces }: { line: Line; text: string; surfaces: SurfaceSet }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useSurface(surfaces, element, line.start, line.end);
  const { is } = line;
  const shared = { ref: setElement, dir: 'auto', 'data-quoted': line.quoted, className: `reading-line reading-${is.kind} selectable` };
  const words = <Parts line={line} text={text} />;
  switch (is.kind) {
    case 'heading': {
      // The item's title is the only heading of the first two levels in this window.
      const level = Math.min(6, is.level + 2);
      return (
        <p {...shared} role="heading" aria-level={level} data-level={is.level}>
          {words}
        </p>
      );
    }
    case 'item':
      return (
        <p {...shared} data-first={is.first} style={{ '--item-level': is.level } as React.CSSProperties} {...marker(is.marker)}>
          {words}
        </p>
      );
    case 'row':
      return (
        <p {...shared} data-head={is.head} style={{ '--cells': Math.max(1, is.cells.length) } as React.CSSProperties}>
          <Cells line={line} cells={is.cells} text={text} />
        </p>
      );
    case 'caption':
    case 'code':
    case 'plain':
      return <p {...shared}>{words}</p>;
    default:
      return assertNever(is);
  }
}

const marker = (number: number | null) => (number === null ? {} : { 'data-marker': `${number}.` });

function Parts({ line, text }: { line: Line; text: string }) {
  return emphasisedParts(line, line.emphasis).map(({ start, end, as }) => {
    const words = text.slice(start, end);
    const key = start;
    if (as === 'strong') return <strong key={key}>{words}</strong>;
    if (as === 'em') return <em key={key}>{words}</em>;
    if (as === 'code') return <code key={key}>{words}</code>;
    return <Fragment key={key}>{words}</Fragment>;
  });
}

/** Cells side by side; words of the row outside any cell keep their place between them. */
function Cells({ line, cells, text }: { line: Line; cells: readonly TextRange[]; text: string }) {
  const parts: ReactNode[] = [];
  let at = line.start;
  for (const cell of cells) {
    const [start, end] = [Math.max(at, cell.start), Math.min(line.end, cell.end)];
    if (end <= start) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <span className="reading-cell" dir="auto" key={start}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  return [...parts, at < line.end ? text.slice(at, line.end) : null];
}
