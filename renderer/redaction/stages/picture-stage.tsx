import { useState } from 'react';
import type { ItemFile } from '#shared/model/items.ts';
import { blobUrl } from '../../reader/blob-url.ts';
import type { DraftRegion, Place } from '../draft-regions.ts';
import { BoxLayer } from './box-layer.tsx';
import { DrawTool } from './draw-tool.tsx';

type PictureStageProps = { file: ItemFile; name: string; list: readonly DraftRegion[]; onAdd: ((places: readonly Place[]) => void) | null };

/** A picture to draw boxes on; without `onAdd` only to look at. */
export function PictureStage({ file, name, list, onAdd }: PictureStageProps) {
  const [isDrawing, setDrawing] = useState(true);
  return (
    <div className="redaction-stage">
      {onAdd === null ? null : (
        <div className="redaction-tools">
          <DrawTool isDrawing={isDrawing} onToggle={() => setDrawing(!isDrawing)} />
        </div>
      )}
      <div className="redaction-scroll" tabIndex={-1}>
        <div className="redaction-sheet">
          <img src={blobUrl(file)} alt={name} draggable={false} />
          {onAdd === null ? null : (
            <BoxLayer
              list={list}
              page={null}
              isDrawing={isDrawing}
              onBox={(area) => onAdd([{ kind: 'area', page: null, area, from: null, to: null }])}
              onStop={() => setDrawing(false)}
            />
          )}
        </div>
      </div>
    </div>
  );
}
