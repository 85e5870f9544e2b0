import { ArrowUp, Plus, X } from 'lucide-react';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EdtfField } from './edtf-field.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import { newHop, type HopForm } from './form-state.ts';
import { ItemPicker } from './item-picker.tsx';

type Props = { rows: readonly HopForm[]; onChange: (rows: HopForm[]) => void; errors: FormErrors; itemId: string | null };

/** How the words came from the speaker to the page: nearest to the speaker first, each step with its own medium and date. */
export function ViaFields({ rows, onChange, errors, itemId }: Props) {
  const put = (at: number, part: Partial<HopForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const swap = (at: number) =>
    onChange(rows.map((row, index) => (index === at ? (rows[at - 1] ?? row) : index === at - 1 ? (rows[at] ?? row) : row)));
  const known = rows.some((row) => row.item.id === itemId);
  return (
    <FormRow label={t('claim.via')}>
      {rows.map((row, at) => (
        <fieldset className="claim-hop" key={row.key} aria-label={`${t('claim.via')} ${at + 1}`}>
          <div className="claim-hop-head">
            <span className="faint number">{at + 1}</span>
            <PartyPicker
              label={t('claim.via.party')}
              placeholder={t('claim.via.party')}
              choice={row.party}
              onChange={(party) => put(at, { party })}
              error={errors[`via.${at}.party`]}
            />
            {at === 0 ? null : <IconButton label={t('claim.via.earlier')} icon={ArrowUp} onPress={() => swap(at)} />}
            <IconButton label={t('claim.via.remove')} icon={X} onPress={() => onChange(rows.filter((_, index) => index !== at))} />
          </div>
          <TextField
            aria-label={t('claim.via.medium')}
            placeholder={t('claim.via.medium.hint')}
            value={row.medium}
            onChange={(medium) => put(at, { medium })}
          />
          <ItemPicker
            label={t('claim.via.item')}
            choice={row.item}
            onChange={(item) => put(at, { item })}
            error={errors[`via.${at}.item`]}
          />
          <EdtfField label={t('claim.via.date')} value={row.date} onChange={(date) => put(at, { date })} error={errors[`via.${at}.date`]} />
        </fieldset>
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} onPress={() => onChange([...rows, newHop(known ? null : itemId)])}>
          {t('claim.via.add')}
        </Button>
      </div>
    </FormRow>
  );
}
