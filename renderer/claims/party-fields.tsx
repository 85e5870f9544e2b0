import { Plus, X } from 'lucide-react';
import { partyRoles } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import { newPartyRow, type PartyForm } from './form-state.ts';

type Props = { rows: readonly PartyForm[]; onChange: (rows: PartyForm[]) => void; errors: FormErrors };

/** Who takes part in what is claimed, each with a role. */
export function PartyFields({ rows, onChange, errors }: Props) {
  const put = (at: number, part: Partial<PartyForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <FormRow label={t('claim.parties')}>
      {rows.map((row, at) => (
        <fieldset className="claim-hop" key={row.key} aria-label={`${t('claim.party')} ${at + 1}`}>
          <div className="claim-hop-head">
            <PartyPicker
              label={t('claim.party')}
              placeholder={t('claim.party')}
              choice={row.party}
              onChange={(party) => put(at, { party })}
              error={errors[`parties.${at}`]}
            />
            <IconButton label={t('claim.party.remove')} icon={X} onPress={() => onChange(rows.filter((_, index) => index !== at))} />
          </div>
          <Select
            aria-label={t('claim.party.role')}
            options={partyRoles.map((id) => ({ id, label: id }))}
            value={row.role}
            onChange={(role) => put(at, { role })}
          />
        </fieldset>
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} onPress={() => onChange([...rows, newPartyRow()])}>
          {t('claim.party.add')}
        </Button>
      </div>
    </FormRow>
  );
}
