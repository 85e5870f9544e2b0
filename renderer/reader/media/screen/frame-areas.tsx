import { useMemo } from 'react';
import type { Passage, PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../../messages/index.ts';
import { useSession } from '../../../shell/session.ts';
import { AreaLayer, type AreaMark } from '../../areas/area-layer.tsx';
import type { AreaBox } from '../../areas/area-box.ts';
import { areaOf } from '../../areas/area-of.ts';
import type { Range } from '../use-range-marks.ts';
import type { PictureBox } from './use-picture-box.ts';

type FrameAreasProps = {
  itemId: string;
  passages: readonly Passage[];
  /** What is selected and not kept yet. */
  selected: PassageTarget | null;
  time: number;
  box: PictureBox;
  isDrawing: boolean;
  onArea: (area: AreaBox, rect: DOMRect) => void;
  onCancel: () => void;
  onOpen: (passageId: string) => void;
};

/** The areas marked at this moment, over the picture; boxes are percent of the upright picture, which is what is shown. */
export function FrameAreas({ itemId, passages, selected, time, box, isDrawing, onArea, onCancel, onOpen }: FrameAreasProps) {
  const inspector = useSession((state) => state.inspector);
  const areas = useMemo(() => {
    const active = 'passageId' in inspector ? inspector.passageId : null;
    const written = inspector.kind === 'passage-form' && inspector.itemId === itemId ? inspector.target : null;
    const kept = passages.flatMap((passage) => markOf(passage, time, active) ?? []);
    const pending = pendingOf(selected, time) ?? pendingOf(written, time);
    return pending === null ? kept : [...kept, pending];
  }, [inspector, itemId, passages, selected, time]);
  return (
    <div className="media-picture" style={box} dir="ltr">
      <AreaLayer areas={areas} isDrawing={isDrawing} onArea={onArea} onCancel={onCancel} onOpen={onOpen} />
    </div>
  );
}

/** Half a microsecond more or less is decimals, not another moment. */
const SLACK = 2e-6;
const isAt = ({ from, to }: Range, time: number) => from <= time + SLACK && time + SLACK < to;

function markOf(passage: Passage, time: number, active: string | null): AreaMark | null {
  const { id, from, to, comment, claimIds } = passage;
  const box = from === null || to === null || !isAt({ from, to }, time) ? null : areaOf(passage);
  if (box === null) return null;
  const label = comment === '' ? t('reader.area.mark') : t('reader.area.mark.comment', { comment });
  return { id, box, label, isClaimed: claimIds.length > 0, isActive: id === active };
}

function pendingOf(target: PassageTarget | null, time: number): AreaMark | null {
  if (target === null || !('time' in target) || target.area === undefined || !isAt(target.time, time)) return null;
  return { id: 'new', box: target.area, label: t('reader.area.new'), isActive: true };
}
