import { findingWords } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { t } from '../messages/index.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';

const tones: Record<Finding['severity'], ChipTone> = { broken: 'broken', warning: 'pending', note: 'plain' };
const order: readonly Finding['severity'][] = ['broken', 'warning', 'note'];

/** What does not hold, worst first, each with its remedy. `canOpen` when they are about the open case. */
export function Findings({ findings, canOpen = true }: { findings: readonly Finding[]; canOpen?: boolean }) {
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  return (
    <ul className="findings">
      {sorted.map((finding, index) => (
        <FindingRow key={`${finding.code} ${finding.subject} ${index}`} finding={finding} canOpen={canOpen} />
      ))}
    </ul>
  );
}

function FindingRow({ finding, canOpen }: { finding: Finding; canOpen: boolean }) {
  const { title, remedy } = findingWords(finding);
  const { itemId, passageId } = finding;
  return (
    <li className={`finding finding-${finding.severity}`}>
      <Chip tone={tones[finding.severity]}>{t(`severity.${finding.severity}`)}</Chip>
      <div className="finding-words">
        <strong className="selectable" dir="auto">
          {title}
        </strong>
        <span className="muted selectable" dir="auto">
          {remedy}
        </span>
      </div>
      {canOpen && itemId !== null ? (
        <Button size="s" variant="quiet" onPress={() => openItem(itemId, { passageId })}>
          {t('verify.open-item')}
        </Button>
      ) : null}
    </li>
  );
}
