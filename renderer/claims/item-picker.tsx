import { useState } from 'react';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ChoiceField } from './choice-field.tsx';
import type { Choice } from './form-rows.ts';

/** A kept source by its title. */
export function ItemPicker({
  label,
  choice,
  onChange,
  error,
}: {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
}) {
  const [words, setWords] = useState('');
  const found = useCall('items.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const own = useCall('items.get', { id: choice.id ?? '' }, { enabled: choice.id !== null }).data;
  return (
    <ChoiceField
      label={label}
      choice={choice}
      onChange={onChange}
      name={own?.title}
      options={found.map(({ id, title }) => ({ id, label: title }))}
      onWords={setWords}
      empty={t('claims.form.none-item')}
      placeholder={label}
      error={error}
    />
  );
}
