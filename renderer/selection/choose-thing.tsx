import { useState } from 'react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { PickerDialog } from '../ui/picker-dialog.tsx';
import type { Chosen, ChosenKind } from './selection-state.ts';

const LIMIT = 50;

/** One incident, claim or source, found by words. */
export function ChooseThing({ kind, onChoose, onClose }: { kind: ChosenKind; onChoose: (one: Chosen) => void; onClose: () => void }) {
  const [words, setWords] = useState('');
  const found = useFound(kind, words.trim());
  return (
    <PickerDialog
      label={t(`selection.add.${kind}`)}
      placeholder={t(`selection.pick.${kind}`)}
      empty={t('selection.pick.none')}
      search={{ words, onWords: setWords }}
      options={found.map((one) => ({
        id: one.id,
        words: one.words,
        row: (
          <span className="truncate" dir="auto">
            {one.words}
          </span>
        ),
      }))}
      onChoose={(id) => {
        const one = found.find((thing) => thing.id === id);
        if (one !== undefined) onChoose({ ...one, kind });
      }}
      onClose={onClose}
    />
  );
}

function useFound(kind: ChosenKind, words: string): { id: string; words: string }[] {
  const asked = { limit: LIMIT, ...(words === '' ? {} : { words }) };
  const options = (wanted: ChosenKind) => ({ enabled: kind === wanted, keepPrevious: true });
  const incidents = useCall('incidents.list', asked, options('incident'));
  const claims = useCall('claims.list', asked, options('claim'));
  const items = useCall('items.list', asked, options('item'));
  if (kind === 'incident') return (incidents.data?.rows ?? []).map(({ id, code, title }) => ({ id, words: `${code} ${title}` }));
  if (kind === 'claim') return (claims.data?.rows ?? []).map((claim) => ({ id: claim.id, words: claimSentence(claim) }));
  return (items.data?.rows ?? []).map(({ id, title }) => ({ id, words: title }));
}
