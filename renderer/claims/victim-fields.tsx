import { Plus, X } from 'lucide-react';
import { readAge } from '#shared/claims/read-age.ts';
import { genders } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import { newVictim, type VictimForm } from './form-rows.ts';
import { NamesField } from './names-field.tsx';
import { enterRow, rowKeys } from './row-keys.ts';

type Props = { rows: readonly VictimForm[]; onChange: (rows: VictimForm[]) => void; errors: FormErrors };

/** Those harmed, as the source names or describes them. */
export function VictimFields({ rows, onChange, errors }: Props) {
  const put = (at: number, part: Partial<VictimForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <FormRow label={t('claim.victims')}>
      {rows.map((row, at) => (
        <VictimRow
          key={row.key}
          row={row}
          at={at}
          onChange={(part) => put(at, part)}
          onRemove={() => onChange(rows.filter((_, index) => index !== at))}
          error={errors[`victims.${at}.age`]}
        />
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} keys="Alt+m" onPress={() => onChange(withVictim(rows))}>
          {t('claim.victim.add')}
        </Button>
      </div>
    </FormRow>
  );
}

/** One more victim, and the keyboard in it. */
export function withVictim(rows: readonly VictimForm[]): VictimForm[] {
  const added = newVictim();
  enterRow(added.key);
  return [...rows, added];
}

type RowProps = {
  row: VictimForm;
  at: number;
  onChange: (part: Partial<VictimForm>) => void;
  onRemove: () => void;
  error: string | undefined;
};

function VictimRow({ row, at, onChange, onRemove, error }: RowProps) {
  return (
    <fieldset
      className="claim-hop"
      data-row={row.key}
      aria-label={`${t('claim.victim')} ${at + 1}`}
      onKeyDownCapture={rowKeys({ onRemove })}
    >
      <div className="claim-removable">
        <TextField
          aria-label={t('claim.victim.name')}
          placeholder={t('claim.victim.name')}
          value={row.name}
          onChange={(name) => onChange({ name })}
        />
        <IconButton label={t('claim.victim.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
      </div>
      <NamesField of={t('claim.victim.name')} names={row.names} onChange={(names) => onChange({ names })} />
      <div className="claim-pair">
        <Select
          aria-label={t('claim.victim.gender')}
          options={genders.map((id) => ({ id, label: t(`claim.gender.${id}`) }))}
          value={row.gender}
          onChange={(gender) => onChange({ gender })}
        />
        <TextField
          aria-label={t('claim.victim.age')}
          placeholder={t('claim.victim.age.hint')}
          value={row.age}
          onChange={(age) => onChange({ age })}
          error={error ?? (row.age.trim().length > 3 && readAge(row.age) === null ? t('claims.error.age') : undefined)}
        />
      </div>
      <TextField
        aria-label={t('claim.victim.note')}
        placeholder={t('claim.victim.note.hint')}
        value={row.note}
        onChange={(note) => onChange({ note })}
      />
    </fieldset>
  );
}
