import { ChevronRight } from 'lucide-react';
import type { CallOutput } from '#shared/contract.ts';
import type { GapKind } from '#shared/model/gaps.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { GapRow } from './gap-row.tsx';

type SectionProps = {
  found: CallOutput<'gaps.list'>['kinds'][number];
  isOpen: boolean;
  onFold: (isOpen: boolean) => void;
  onAll: (kind: GapKind) => void;
  onLink: (claimId: string) => void;
};

/** One kind of gap: how many, what it means, and the first of them. */
export function GapSection({ found: { kind, count, first }, isOpen, onFold, onAll, onLink }: SectionProps) {
  return (
    <details className="gap-section" open={isOpen} onToggle={(event) => onFold(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden />
        <h2>{t(`gaps.kind.${kind}`)}</h2>
        <span className="gap-count number">{count.toLocaleString('en')}</span>
      </summary>
      <p className="gap-text">{t(`gaps.kind.${kind}.text`)}</p>
      <ul className="gap-rows">
        {first.map((gap) => (
          <li key={gap.key}>
            <GapRow gap={gap} onLink={onLink} />
          </li>
        ))}
      </ul>
      {count > first.length ? (
        <Button variant="quiet" size="s" onPress={() => onAll(kind)}>
          {t('gaps.all', { count })}
        </Button>
      ) : null}
    </details>
  );
}
