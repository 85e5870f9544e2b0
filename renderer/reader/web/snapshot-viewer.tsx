import './snapshot-viewer.css';
import { useEffect, useMemo, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { nonSpaceMap, type NonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import type { CanonicalText, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import type { FromFrame } from '../annotator/frame-messages.ts';
import { highlightCss } from '../surface/highlight-css.ts';
import { paintNames } from '../surface/paint.ts';
import type { IndexRange } from '../surface/text-surface.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { passKey } from './pass-key.ts';
import { useFrame, type Frame } from './use-frame.ts';

type SnapshotViewerProps = WordsProps & { file: ItemFile; text: CanonicalText; title: string };

/** The page as it looked, in an origin of its own where no script of the page runs. */
export function SnapshotViewer({ file, text, title, paint, reveal, cleared, onSelect, onPress }: SnapshotViewerProps) {
  const [element, setElement] = useState<HTMLIFrameElement | null>(null);
  const map = useMemo(() => nonSpaceMap(text.text), [text.text]);
  const [total, setTotal] = useState<number | null>(null);
  const receive = (message: FromFrame) => {
    if (message.type === 'ready') setTotal(message.total);
    else if (message.type === 'unselected') onSelect(null);
    else if (message.type === 'key') passKey(message);
    else if (message.type === 'pressed' && message.index < map.total) onPress(map.at(message.index));
    else if (message.type === 'selected') onSelect(selectionOf(text.text, map, message, element));
  };
  const frame = useFrame(element, receive);
  const isSame = total === map.total;
  useDrawn(frame, total !== null && isSame, map, { paint, reveal });
  useEffect(() => {
    if (cleared > 0) frame?.send({ type: 'clear-selection' });
  }, [frame, cleared]);
  return (
    <div className="snapshot">
      {total !== null && !isSame ? (
        <p className="snapshot-differs" role="status">
          {t('reader.web.differs')}
        </p>
      ) : null}
      <iframe
        className="snapshot-frame"
        ref={setElement}
        sandbox="allow-scripts"
        src={`holdfast-snapshot://${file.id}/`}
        title={t('reader.web.frame', { title })}
        referrerPolicy="no-referrer"
      />
    </div>
  );
}

/** Null when the frame names characters the page cannot have. */
function selectionOf(text: string, map: NonSpaceMap, message: Extract<FromFrame, { type: 'selected' }>, element: HTMLIFrameElement | null) {
  if (message.last > map.total) return null;
  const start = map.at(message.first);
  const end = map.at(message.last - 1) + 1;
  const box = element?.getBoundingClientRect();
  const { left, top, right, bottom } = message.rect;
  const rect = box === undefined ? null : new DOMRect(box.left + left, box.top + top, right - left, bottom - top);
  return { start, end, quote: text.slice(start, end), rect };
}

/** Sends what is to be drawn, again whenever it changes. */
function useDrawn(frame: Frame | null, isReady: boolean, map: NonSpaceMap, { paint, reveal }: Pick<WordsProps, 'paint' | 'reveal'>): void {
  useEffect(() => {
    if (frame !== null) frame.send({ type: 'colours', css: highlightCss() });
  }, [frame]);
  useEffect(() => {
    if (frame === null || !isReady) return;
    for (const name of paintNames)
      frame.send({
        type: 'paint',
        name,
        ranges: (paint[name] ?? []).flatMap((range) => toIndexes(map, range)),
      });
  }, [frame, isReady, map, paint]);
  useEffect(() => {
    if (frame === null || !isReady || reveal === null) return;
    for (const indexes of toIndexes(map, reveal.range)) frame.send({ type: 'reveal', ...indexes });
  }, [frame, isReady, map, reveal]);
}

function toIndexes(map: NonSpaceMap, range: TextRange): IndexRange[] {
  const first = map.before(range.start);
  const last = map.before(range.end);
  return last > first ? [{ first, last }] : [];
}
