import { useState } from 'react';
import { ChoiceField } from '../claims/choice-field.tsx';
import { chosen } from '../claims/form-state.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';

/** A party to narrow a view by; none is made here. */
export function PartyFilter({ id, onChange }: { id: string | null; onChange: (id: string | null) => void }) {
  const [words, setWords] = useState('');
  const found = useCall('parties.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const own = useCall('parties.get', { id: id ?? '' }, { enabled: id !== null }).data;
  return (
    <ChoiceField
      label={t('timeline.party')}
      placeholder={t('timeline.party')}
      choice={chosen(id)}
      onChange={(choice) => onChange(choice.id)}
      name={own?.name}
      options={found.map((party) => ({ id: party.id, label: party.name }))}
      onWords={setWords}
      empty={t('timeline.party.none')}
    />
  );
}
