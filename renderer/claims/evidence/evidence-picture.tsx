import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { PassagePicture } from '../../passages/passage-picture.tsx';
import { AreaCrop } from '../../reader/crops/area-crop.tsx';
import { useCall } from '../../shell/engine.ts';

/** The area a passage marks cut from its picture, or the still of its stretch of time; nothing for words of a text. */
export function EvidencePicture({ evidence: { passage, item } }: { evidence: ClaimEvidence }) {
  const hasPicture = passage.kind === 'time' || (passage.kind === 'words' && (item.type === 'image' || item.type === 'video'));
  const whole = useCall('items.get', { id: item.id }, { enabled: hasPicture }).data;
  if (passage.kind === 'area') return <AreaCrop passage={passage} />;
  return whole === undefined ? null : <PassagePicture passage={passage} item={whole} />;
}
