import type { Gap } from '#shared/model/gaps.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { Button } from '../ui/button.tsx';
import { mendGap, openGap, writes } from './gap-acts.ts';
import { gapDetail } from './gap-words.ts';

/** One gap: what it is about, which opens, and what mends it. */
export function GapRow({ gap, onLink, isInTable = false }: { gap: Gap; onLink: (claimId: string) => void; isInTable?: boolean }) {
  const canWrite = useCanWrite();
  const detail = gapDetail(gap);
  const title = gap.title === '' ? t('gaps.area') : gap.title;
  return (
    <div className="gap-row">
      <span className="gap-words">
        <button
          type="button"
          className="row-link truncate"
          dir="auto"
          title={title}
          tabIndex={isInTable ? -1 : 0}
          onClick={() => openGap(gap)}
        >
          {title}
        </button>
        {gap.kind === 'contradiction unsettled' && gap.other !== null ? (
          <span className="truncate" dir="auto" title={gap.other.title}>
            <span className="faint">{t('gaps.contradiction.and')} </span>
            {gap.other.title}
          </span>
        ) : null}
        {detail === '' ? null : (
          <span className="faint truncate" dir="auto" title={detail}>
            {detail}
          </span>
        )}
      </span>
      <Button
        size="s"
        isDisabled={writes(gap) && !canWrite}
        aria-label={`${t(`gaps.kind.${gap.kind}.do`)}: ${title}`}
        excludeFromTabOrder={isInTable}
        onPress={() => mendGap(gap, onLink)}
      >
        {t(`gaps.kind.${gap.kind}.do`)}
      </Button>
    </div>
  );
}
