import { Plus, X } from 'lucide-react';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useFormContext } from './form-context.ts';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import { newPartyRow, type PartyForm } from './form-rows.ts';
import { enterRow, rowKeys } from './row-keys.ts';
import { TermField } from './term-field.tsx';
import { useRecent, useTerms } from './use-terms.ts';

type Props = { rows: readonly PartyForm[]; onChange: (rows: PartyForm[]) => void; errors: FormErrors };

/** Who takes part in what is claimed, each with a role. */
export function PartyFields({ rows, onChange, errors }: Props) {
  const { hasKeys } = useFormContext();
  const put = (at: number, part: Partial<PartyForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const remove = (at: number) => onChange(rows.filter((_, index) => index !== at));
  return (
    <FormRow label={t('claim.parties')}>
      {rows.map((row, at) => (
        <PartyRow
          key={row.key}
          row={row}
          at={at}
          onChange={(part) => put(at, part)}
          onRemove={() => remove(at)}
          error={errors[`parties.${at}`]}
          roleError={errors[`parties.${at}.role`]}
        />
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} {...(hasKeys ? { keys: 'Alt+p' } : {})} onPress={() => onChange(withParty(rows))}>
          {t('claim.party.add')}
        </Button>
      </div>
    </FormRow>
  );
}

/** One more party, and the keyboard in it. */
export function withParty(rows: readonly PartyForm[]): PartyForm[] {
  const added = newPartyRow();
  enterRow(added.key);
  return [...rows, added];
}

type RowProps = {
  row: PartyForm;
  at: number;
  onChange: (part: Partial<PartyForm>) => void;
  onRemove: () => void;
  error: string | undefined;
  roleError: string | undefined;
};

function PartyRow({ row, at, onChange, onRemove, error, roleError }: RowProps) {
  const roles = useTerms('party role');
  const recent = useRecent().parties;
  return (
    <fieldset
      className="claim-hop"
      data-row={row.key}
      aria-label={`${t('claim.party')} ${at + 1}`}
      onKeyDownCapture={rowKeys({ onRemove })}
    >
      <div className="claim-removable">
        <PartyPicker
          label={t('claim.party')}
          placeholder={t('claim.party')}
          choice={row.party}
          recent={recent.map(({ id, name, role }) => ({ id, name, detail: role }))}
          onChange={(party) => onChange({ party })}
          error={error}
        />
        <IconButton label={t('claim.party.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
      </div>
      <TermField
        label={t('claim.party.role')}
        placeholder={t('claim.party.role')}
        terms={roles}
        value={row.role}
        onChange={(role) => onChange({ role })}
        error={roleError}
      />
    </fieldset>
  );
}
