import { useState } from 'react';
import { ChoiceField } from '../claims/choice-field.tsx';
import type { Choice } from '../claims/form-state.ts';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';

export type PartyPickerProps = {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
  placeholder?: string;
};

/** A party by name or alias; a name that is not there yet is made a party in place. */
export function PartyPicker({ label, choice, onChange, error, placeholder }: PartyPickerProps) {
  const [words, setWords] = useState('');
  const found = useCall('parties.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const own = useCall('parties.get', { id: choice.id ?? '' }, { enabled: choice.id !== null });
  const create = useAct('parties.create');
  return (
    <ChoiceField
      label={label}
      choice={choice}
      onChange={onChange}
      name={own.data?.name}
      options={found.map((party) => ({ id: party.id, label: party.name }))}
      onWords={setWords}
      create={{
        label: (name) => t('claims.form.create-party', { name }),
        run: (name) => create.mutate({ name }, { onSuccess: ({ id }) => onChange({ id, words: name }) }),
      }}
      empty={t('claims.form.none-party')}
      error={error}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
