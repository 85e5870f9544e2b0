import './area-layer.css';
import { useMemo, useRef } from 'react';
import type { TagColour } from '#shared/model/tag-colours.ts';
import { t } from '../../messages/index.ts';
import { largestFirst, turnBox, uprightBox, type AreaBox, type Rotation } from './area-box.ts';
import { useDrawing } from './use-drawing.ts';

/** One box to draw. `label` is read out and shown on hover. */
export type AreaMark = {
  id: string;
  box: AreaBox;
  label: string;
  isClaimed?: boolean;
  isActive?: boolean;
  /** The colour of its tag; the theme's where there is none. */
  colour?: TagColour | null;
};

type AreaLayerProps = {
  areas: readonly AreaMark[];
  /** How far the picture underneath is shown turned, clockwise. Boxes are those of the upright picture all the same. */
  rotation?: Rotation;
  onOpen: (id: string) => void;
  /** While true a box is drawn instead of anything being pressed. */
  isDrawing?: boolean;
  /** Of several layers, the one the keyboard draws on. */
  takesFocus?: boolean;
  /** What was drawn, in percent of the upright picture, and where it is in the window. */
  onArea?: (box: AreaBox, rect: DOMRect) => void;
  onCancel?: () => void;
};

/** Marked areas over a picture or page that fills the positioned parent, and the drawing of a new one. */
export function AreaLayer(props: AreaLayerProps) {
  const { areas, rotation = 0, onOpen, isDrawing = false } = props;
  const sorted = useMemo(() => [...areas].sort((one, other) => largestFirst(one.box, other.box)), [areas]);
  return (
    <div className="area-layer" data-drawing={isDrawing}>
      {sorted.map(({ id, box, label, isClaimed = false, isActive = false, colour = null }) => (
        <button
          type="button"
          key={id}
          className="area-mark"
          data-active={isActive}
          data-claimed={isClaimed}
          {...(colour === null ? {} : { 'data-colour': colour })}
          style={placed(turnBox(box, rotation))}
          aria-label={label}
          aria-current={isActive ? 'true' : undefined}
          title={label}
          onClick={() => onOpen(id)}
        />
      ))}
      {isDrawing ? <Drawing {...props} /> : null}
    </div>
  );
}

function Drawing({ rotation = 0, takesFocus = true, onArea, onCancel }: AreaLayerProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(sheet, takesFocus, {
    onBox: (box, rect) => onArea?.(uprightBox(box, rotation), rect),
    onCancel: () => onCancel?.(),
  });
  const { box, ...handlers } = drawing;
  return (
    <div
      className="area-sheet"
      ref={sheet}
      tabIndex={takesFocus ? 0 : -1}
      role="application"
      aria-label={t('reader.area.draw')}
      {...handlers}
    >
      {box === null ? null : <div className="area-drawn" style={placed(box)} />}
    </div>
  );
}

/** Sides of the picture, not of the writing: a picture is not mirrored with the text round it. */
function placed({ x, y, width, height }: AreaBox) {
  return { left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` };
}
