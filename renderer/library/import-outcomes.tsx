import type { ErrorCode, ErrorFacts } from '#shared/errors.ts';
import { errorWords } from '#shared/error-words.ts';
import { warningWords } from '#shared/import-words.ts';
import type { ArchivePages, ImportOutcome } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showOutcomes, summaryOf, useImportOutcomes } from './import-run.ts';

const tones: Record<ImportOutcome['fate'], ChipTone> = { kept: 'proved', 'already-kept': 'plain', refused: 'broken', cancelled: 'pending' };
const order: readonly ImportOutcome['fate'][] = ['refused', 'cancelled', 'already-kept', 'kept'];

/** What became of each path of an import, those to do something about first. */
export function ImportOutcomes() {
  const outcomes = useImportOutcomes((state) => state.outcomes);
  if (outcomes === null) return null;
  const close = () => showOutcomes(null);
  const sorted = outcomes.toSorted((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate));
  return (
    <Dialog
      title={t('import.done')}
      isOpen
      onClose={close}
      wide
      actions={
        <Button variant="go" onPress={close}>
          {t('ui.close')}
        </Button>
      }
    >
      <p className="muted">{summaryOf(outcomes)}</p>
      <ul>
        {sorted.map((outcome) => (
          <Outcome key={outcome.path} outcome={outcome} onClose={close} />
        ))}
      </ul>
    </Dialog>
  );
}

function Outcome({ outcome, onClose }: { outcome: ImportOutcome; onClose: () => void }) {
  const open = (itemId: string) => {
    onClose();
    openItem(itemId);
  };
  return (
    <li className="outcome">
      <Chip tone={tones[outcome.fate]}>{t(`import.fate.${outcome.fate}`)}</Chip>
      <div className="outcome-words">
        <span className="selectable" dir="auto">
          {fileName(outcome.path)}
        </span>
        {remarks(outcome).map((remark) => (
          <span className="muted selectable" dir="auto" key={remark}>
            {remark}
          </span>
        ))}
      </div>
      {outcome.fate === 'kept' || outcome.fate === 'already-kept' ? (
        <Button size="s" variant="quiet" onPress={() => open(outcome.itemId)}>
          {t('import.show')}
        </Button>
      ) : null}
    </li>
  );
}

function remarks(outcome: ImportOutcome): string[] {
  switch (outcome.fate) {
    case 'kept':
      return [...pagesAdded(outcome.pages), ...outcome.warnings.map((warning) => t('import.warning', { warning: warningWords(warning) }))];
    case 'already-kept':
      return [t('import.already.text')];
    case 'refused': {
      const { title, remedy } = errorWords({ code: outcome.error.code as ErrorCode, facts: outcome.error.facts as ErrorFacts });
      return [title, remedy, ...pagesBefore(outcome.pages)];
    }
    case 'cancelled':
      return pagesBefore(outcome.pages);
  }
}

function pagesAdded(pages: ArchivePages | undefined): string[] {
  return pages === undefined ? [] : [t('import.pages.added', { added: pages.added, all: pages.inArchive })];
}

/** Pages that were kept before an import of their archive ended early. */
function pagesBefore(pages: ArchivePages | undefined): string[] {
  return pages === undefined ? [] : [t('import.pages.before', { kept: pages.before + pages.added, all: pages.inArchive })];
}

function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
