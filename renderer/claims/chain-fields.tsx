import { ArrowDown, ArrowUp, BetweenHorizontalStart, X } from 'lucide-react';
import { chainWarnings } from '#shared/claims/chain-warnings.ts';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { IconButton } from '../ui/button.tsx';
import { AddSteps } from './add-steps.tsx';
import { ChainLine } from './chain-line.tsx';
import { chainLinks, useChainNames, warningWords } from './chain-words.ts';
import { EdtfField } from './edtf-field.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import { moved, newHop, type HopForm } from './form-rows.ts';
import type { ClaimFormState } from './form-state.ts';
import { ItemPicker } from './item-picker.tsx';
import { MediumField } from './medium-field.tsx';
import { enterRow, rowKeys } from './row-keys.ts';
import { useRecent } from './use-terms.ts';

export type ChainFieldsProps = {
  form: Pick<ClaimFormState, 'speaker' | 'saidAt' | 'via'>;
  onChange: (rows: HopForm[]) => void;
  errors: FormErrors;
  /** The item being read, offered as the last step. */
  itemId: string | null;
};

/** How the words came from the speaker to the page: nearest to the speaker first, each step with its own medium and date. */
export function ChainFields({ form, onChange, errors, itemId }: ChainFieldsProps) {
  const rows = form.via;
  const names = useChainNames(form);
  const warnings = chainWarnings(chainLinks(form));
  const insert = (at: number) => {
    const added = newHop(null);
    enterRow(added.key);
    onChange(rows.toSpliced(at, 0, added));
  };
  const put = (at: number, part: Partial<HopForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <FormRow label={t('claim.via')} field="via" isAside>
      {rows.length === 0 ? null : <ChainLine form={form} names={names} warned={new Set(warnings.map(({ at }) => at))} />}
      {rows.map((row, at) => (
        <HopRow
          key={row.key}
          row={row}
          at={at}
          count={rows.length}
          onChange={(part) => put(at, part)}
          onMove={(by) => onChange(moved(rows, at, by))}
          onInsert={() => insert(at + 1)}
          onRemove={() => onChange(rows.filter((_, index) => index !== at))}
          errors={errors}
          warnings={warnings.filter((one) => one.at === at + 1).map((one) => warningWords(one, names))}
        />
      ))}
      <AddSteps rows={rows} itemId={itemId} onAdd={(hop) => (enterRow(hop.key), onChange([...rows, hop]))} />
    </FormRow>
  );
}

type HopProps = {
  row: HopForm;
  at: number;
  count: number;
  onChange: (part: Partial<HopForm>) => void;
  onMove: (by: -1 | 1) => void;
  onInsert: () => void;
  onRemove: () => void;
  errors: FormErrors;
  warnings: readonly string[];
};

function HopRow(props: HopProps) {
  const { row, at, onChange, errors, warnings } = props;
  return (
    <fieldset className="claim-hop" data-row={row.key} aria-label={`${t('claim.via')} ${at + 1}`} onKeyDownCapture={rowKeys(props)}>
      <HopHead {...props} />
      <PartyWithMedium row={row} onChange={onChange} error={errors[`via.${at}.party`]} />
      <ItemPicker label={t('claim.via.item')} choice={row.item} onChange={(item) => onChange({ item })} error={errors[`via.${at}.item`]} />
      <EdtfField label={t('claim.via.date')} value={row.date} onChange={(date) => onChange({ date })} error={errors[`via.${at}.date`]} />
      {warnings.map((words) => (
        <p className="claim-warning" key={words} role="status">
          {words}
        </p>
      ))}
    </fieldset>
  );
}

function HopHead({ at, count, onMove, onInsert, onRemove }: HopProps) {
  return (
    <div className="claim-hop-head">
      <span className="faint">{t('claim.via.step', { n: at + 1 })}</span>
      <IconButton label={t('claim.via.earlier')} icon={ArrowUp} keys="Alt+ArrowUp" isDisabled={at === 0} onPress={() => onMove(-1)} />
      <IconButton
        label={t('claim.via.later')}
        icon={ArrowDown}
        keys="Alt+ArrowDown"
        isDisabled={at === count - 1}
        onPress={() => onMove(1)}
      />
      <IconButton label={t('claim.via.insert')} icon={BetweenHorizontalStart} keys="Alt+i" onPress={onInsert} />
      <IconButton label={t('claim.via.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
    </div>
  );
}

/** A party that handed words on lately brings the medium it used. */
function PartyWithMedium({ row, onChange, error }: { row: HopForm; onChange: HopProps['onChange']; error: string | undefined }) {
  const recent = useRecent().via;
  return (
    <>
      <PartyPicker
        label={t('claim.via.party')}
        placeholder={t('claim.via.party')}
        choice={row.party}
        recent={recent.map(({ id, name, medium }) => ({ id, name, detail: medium }))}
        onChange={(party) => {
          const used = row.medium === '' && party.id !== null ? recent.find(({ id }) => id === party.id) : undefined;
          onChange(used === undefined ? { party } : { party, medium: used.medium });
        }}
        error={error}
      />
      <MediumField value={row.medium} onChange={(medium) => onChange({ medium })} />
    </>
  );
}
