import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../shell/session.ts';
import { areaOf } from '../areas/area-of.ts';

/** Boxes over a picture, one for each marked area; pressing one shows its passage. */
export function AreaMarks({ passages, onOpen }: { passages: readonly Passage[]; onOpen: (passageId: string) => void }) {
  const active = useSession(({ inspector }) =>
    inspector.kind === 'passage' || inspector.kind === 'claim-form' ? inspector.passageId : null,
  );
  return passages.map((passage) => {
    const area = areaOf(passage);
    if (area === null) return null;
    const { id, comment, claimIds } = passage;
    const style = {
      left: `${area.x}%`,
      top: `${area.y}%`,
      width: `${area.width}%`,
      height: `${area.height}%`,
    };
    return (
      <button
        type="button"
        key={id}
        className="area-mark"
        data-active={id === active}
        data-claimed={claimIds.length > 0}
        style={style}
        aria-label={t('reader.image.area', { comment })}
        title={comment}
        onClick={() => onOpen(id)}
      />
    );
  });
}
