import { useRef } from 'react';
import type { AreaBox } from '../../reader/areas/area-box.ts';
import { AreaLayer } from '../../reader/areas/area-layer.tsx';
import { t } from '../../messages/index.ts';
import type { DraftRegion } from '../draft-regions.ts';

type BoxLayerProps = {
  list: readonly DraftRegion[];
  /** The page of a PDF; null elsewhere. */
  page: number | null;
  isDrawing: boolean;
  onBox: (area: AreaBox) => void;
  onStop: () => void;
};

/** The boxes drawn so far, black as they will be, and the drawing of the next one. */
export function BoxLayer({ list, page, isDrawing, onBox, onStop }: BoxLayerProps) {
  const areas = list.flatMap(({ id, region }, index) =>
    region.kind === 'area' && region.page === page ? [{ id, box: region.area, label: t('redaction.drawn', { number: index + 1 }) }] : [],
  );
  const layer = useRef<HTMLDivElement>(null);
  const stop = () => {
    // The sheet that had the keys goes; in a dialog they must stay inside, or Escape closes nothing.
    layer.current?.closest<HTMLElement>('.redaction-scroll')?.focus();
    onStop();
  };
  return (
    <div className="redaction-boxes" ref={layer}>
      <AreaLayer
        key={areas.length}
        areas={areas}
        onOpen={() => undefined}
        isDrawing={isDrawing}
        onArea={(area) => onBox(area)}
        onCancel={stop}
      />
    </div>
  );
}
