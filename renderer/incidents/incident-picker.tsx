import { useState } from 'react';
import { ChoiceField } from '../claims/choice-field.tsx';
import type { Choice } from '../claims/form-rows.ts';
import { useRecent } from '../claims/use-terms.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { IncidentDialog } from './incident-dialog.tsx';

export type IncidentPickerProps = {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  error?: string | undefined;
  canCreate?: boolean;
  placeholder?: string;
};

/** An incident by code or title, those of the newest claims first; a new one is made in a dialog, because it needs both. */
export function IncidentPicker({ label, choice, onChange, error, canCreate = true, placeholder }: IncidentPickerProps) {
  const [words, setWords] = useState('');
  const [creating, setCreating] = useState<string | null>(null);
  const found = useCall('incidents.list', { words, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const recent = useRecent().incidents;
  const own = useCall('incidents.get', { id: choice.id ?? '' }, { enabled: choice.id !== null }).data;
  return (
    <>
      <ChoiceField
        label={label}
        choice={choice}
        onChange={onChange}
        name={own === undefined ? undefined : `${own.code} ${own.title}`}
        options={found.map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
        recent={recent.map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
        onWords={setWords}
        {...(canCreate ? { create: { label: (name: string) => t('claims.form.create-incident', { name }), run: setCreating } } : {})}
        empty={t('claims.form.none-incident')}
        error={error}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {creating === null ? null : (
        <IncidentDialog
          title={creating}
          onClose={() => setCreating(null)}
          onSaved={({ id, code, title }) => onChange({ id, words: `${code} ${title}` })}
        />
      )}
    </>
  );
}
