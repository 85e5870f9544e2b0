import { useRef, useState } from 'react';
import { ChoiceField } from '../claims/choice-field.tsx';
import type { Choice } from '../claims/form-rows.ts';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';

export type RecentParty = { id: string; name: string; detail?: string };

export type PartyPickerProps = {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  /** Chosen lately in the same place; offered first. */
  recent?: readonly RecentParty[];
  error?: string | undefined;
  placeholder?: string;
};

/** A party by name or alias; a name that is not there yet is made a party in place. Those found to be another are not offered. */
export function PartyPicker({ label, choice, onChange, recent = [], error, placeholder }: PartyPickerProps) {
  const [words, setWords] = useState('');
  const found = useCall('parties.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const own = useCall('parties.get', { id: choice.id ?? '' }, { enabled: choice.id !== null });
  const create = useAct('parties.create');
  // By the time the party is made the form may hold more than when it was asked for.
  const latest = useRef(onChange);
  latest.current = onChange;
  return (
    <ChoiceField
      label={label}
      choice={choice}
      onChange={onChange}
      name={own.data?.name}
      options={found
        .filter(({ mergedInto }) => mergedInto === null)
        .map(({ id, name, aliases }) => ({ id, label: name, ...known(aliases) }))}
      recent={recent.map(({ name, ...party }) => ({ ...party, label: name }))}
      onWords={setWords}
      create={{
        label: (name) => t('claims.form.create-party', { name }),
        run: (name) => create.mutate({ name }, { onSuccess: ({ id }) => latest.current({ id, words: name }) }),
      }}
      empty={t('claims.form.none-party')}
      error={error}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}

/** The first of its other names, to tell two parties apart. */
function known([alias]: readonly { name: string }[]): { detail?: string } {
  return alias === undefined ? {} : { detail: alias.name };
}
