import './snapshot-viewer.css';
import { useEffect, useMemo, useState } from 'react';
import { nonSpaceMap, type NonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import type { CanonicalText, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import type { FrameRect, FromFrame } from '../annotator/frame-messages.ts';
import { newArea, type PlacedArea } from '../areas/use-area-marks.ts';
import { keepCrop } from '../crops/crops.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { passKey } from './pass-key.ts';
import { useAreaCommand } from './use-area-command.ts';
import { useDrawnAreas, useDrawnWords } from './use-drawn.ts';
import { useFrame } from './use-frame.ts';

type SnapshotViewerProps = WordsProps & {
  file: ItemFile;
  text: CanonicalText;
  title: string;
  /** Marked areas of all pictures of the item; those of the page are drawn. */
  areas: readonly PlacedArea[];
  canWrite: boolean;
  onArea: (target: PassageTarget | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
  /** Shows the words in the reading view, when the page's own style hides them. */
  onRead: (() => void) | null;
};

/** The page as it looked, in an origin of its own where no script of the page runs. */
export function SnapshotViewer(props: SnapshotViewerProps) {
  const { file, text, title, cleared, canWrite } = props;
  const [element, setElement] = useState<HTMLIFrameElement | null>(null);
  const map = useMemo(() => nonSpaceMap(text.text), [text.text]);
  const [total, setTotal] = useState<number | null>(null);
  const [isUnseen, setUnseen] = useState(false);
  const frame = useFrame(element, (message) =>
    receive(message, { props, element, map, onTotal: setTotal, onUnseen: () => setUnseen(true) }),
  );
  const isReady = total === map.total;
  useDrawnWords(frame, isReady, map, props, () => setUnseen(false));
  useDrawnAreas(frame, isReady, props);
  useAreaCommand(canWrite && isReady && frame !== null, () => {
    element?.focus();
    frame?.send({ type: 'choose-picture' });
  });
  useEffect(() => {
    if (cleared > 0) frame?.send({ type: 'clear-selection' });
  }, [frame, cleared]);
  return (
    <div className="snapshot">
      {total !== null && !isReady ? (
        <p className="snapshot-note" role="status">
          {t('reader.web.differs')}
        </p>
      ) : null}
      {isUnseen ? <Unseen onRead={props.onRead} onClose={() => setUnseen(false)} /> : null}
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

type Receiver = {
  props: SnapshotViewerProps;
  element: HTMLIFrameElement | null;
  map: NonSpaceMap;
  onTotal: (total: number) => void;
  onUnseen: () => void;
};

/** What the frame says, as the window has it. Places outside the text and passages not of this item mean nothing. */
function receive(message: FromFrame, { props, element, map, onTotal, onUnseen }: Receiver): void {
  const { text, areas, place } = props;
  const isWithin = 'index' in message && message.index !== null && message.index < map.total;
  switch (message.type) {
    case 'ready':
      return onTotal(message.total);
    case 'unselected':
      return props.onSelect(null);
    case 'key':
      return passKey(message);
    case 'selected':
      return props.onSelect(selectionOf(text.text, map, message, element));
    case 'pressed':
      return isWithin ? props.onPress(map.at(message.index), inWindow(element, message.rect)) : undefined;
    case 'hovered':
      return props.onHover?.(isWithin ? map.at(message.index!) : null, inWindow(element, message.rect));
    case 'at':
      if (isWithin && place !== undefined) place.current = { ...place.current, offset: map.at(message.index), fraction: message.fraction };
      return;
    case 'unseen':
      return onUnseen();
    case 'area': {
      const { x, y, width, height } = message;
      if (!props.canWrite) return;
      return props.onArea({ area: { x, y, width: Math.min(width, 100 - x), height: Math.min(height, 100 - y) }, element: message.element }, inWindow(element, message.rect)); // prettier-ignore
    }
    case 'area-pressed':
      return areas.some(({ id }) => id === message.id && id !== newArea) ? props.onOpenPassage(message.id) : undefined;
    case 'crop':
      return areas.some(({ id }) => id === message.id) ? keepCrop(message.id, message.picture) : undefined;
    case 'no-pictures':
      return notify({ tone: 'plain', title: t('reader.web.no-pictures') });
  }
}

function Unseen({ onRead, onClose }: { onRead: (() => void) | null; onClose: () => void }) {
  return (
    <p className="snapshot-note" role="status">
      {t('reader.web.unseen')}
      {onRead === null ? null : (
        <Button size="s" onPress={onRead}>
          {t('reader.web.unseen.read')}
        </Button>
      )}
      <Button size="s" variant="quiet" onPress={onClose}>
        {t('reader.web.unseen.close')}
      </Button>
    </p>
  );
}

/** Null when the frame names characters the page cannot have. */
function selectionOf(text: string, map: NonSpaceMap, message: Extract<FromFrame, { type: 'selected' }>, element: HTMLIFrameElement | null) {
  if (message.last > map.total) return null;
  const start = map.at(message.first);
  const end = map.at(message.last - 1) + 1;
  return { start, end, quote: text.slice(start, end), rect: inWindow(element, message.rect) };
}

/** A place in the frame as a place in the window; null while there is no frame. */
function inWindow(element: HTMLIFrameElement | null, { left, top, right, bottom }: FrameRect): DOMRect | null {
  const box = element?.getBoundingClientRect();
  return box === undefined ? null : new DOMRect(box.left + left, box.top + top, right - left, bottom - top);
}
