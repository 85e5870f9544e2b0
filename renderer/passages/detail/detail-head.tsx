import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { usePassages } from '../../reader/marks/all-passages.ts';
import { itemInUse, openItem, useSession } from '../../shell/session.ts';
import { IconButton } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { filterPassages } from '../panel/passage-filter.ts';
import { useKeptPanel } from '../panel/panel-state.ts';

const tones: Record<Passage['state'], ChipTone> = { exact: 'proved', moved: 'pending', approximate: 'pending', lost: 'broken' };

export function DetailHead({ passage }: { passage: Passage }) {
  const isInReader = useSession((state) => itemInUse(state) === passage.itemId);
  return (
    <>
      <header className="passage-head">
        <h2>{t('passage.title')}</h2>
        <Chip tone={tones[passage.state]}>{t(`passage.state.${passage.state}`)}</Chip>
        <span className="gap" />
        {isInReader ? <Neighbours passage={passage} /> : null}
      </header>
      {passage.state === 'exact' ? null : <p className="passage-warning">{t('passage.state.remedy')}</p>}
    </>
  );
}

/** To the one before and the one after among those the list shows. */
function Neighbours({ passage }: { passage: Passage }) {
  const passages = usePassages(passage.itemId);
  const { filter } = useKeptPanel(passage.itemId);
  const shown = useMemo(() => filterPassages(passages, filter), [passages, filter]);
  const at = shown.findIndex(({ id }) => id === passage.id);
  if (at < 0) return null;
  const go = (other: Passage | undefined) => other !== undefined && openItem(other.itemId, { passageId: other.id });
  return (
    <span className="passage-neighbours">
      <span className="faint number">{t('detail.position', { at: at + 1, count: shown.length })}</span>
      <IconButton
        label={t('panel.do.previous')}
        icon={ChevronUp}
        keys="Alt+Shift+n"
        isDisabled={at === 0}
        onPress={() => go(shown[at - 1])}
      />
      <IconButton
        label={t('panel.do.next')}
        icon={ChevronDown}
        keys="Alt+n"
        isDisabled={at === shown.length - 1}
        onPress={() => go(shown[at + 1])}
      />
    </span>
  );
}
