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
  const isPair = gap.kind === 'contradiction unsettled';
  const title = gap.title === '' ? t('gaps.area') : gap.title;
  return (
    <div className="gap-row">
      <span className="gap-words">
        <span className="gap-line">
          <Who name={isPair ? gap.facts['who'] : null} />
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
        </span>
        {isPair && gap.other !== null ? (
          <span className="gap-line">
            <span className="faint">{t('gaps.contradiction.and')}</span>
            <Who name={gap.facts['otherWho']} />
            <span className="truncate" dir="auto" title={gap.other.title}>
              {gap.other.title}
            </span>
          </span>
        ) : null}
        {detail === '' ? null : (
          <span className="faint truncate" title={detail}>
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

function Who({ name }: { name: Gap['facts'][string] | undefined }) {
  if (name == null) return null;
  return (
    <strong className="gap-who truncate" dir="auto">
      {name}
    </strong>
  );
}
