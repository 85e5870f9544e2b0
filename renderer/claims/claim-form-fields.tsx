import type { ClaimDraft } from '#shared/claims/draft-from-words.ts';
import { claimActs, modalities, stances } from '#shared/model/vocabulary.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { EdtfField } from './edtf-field.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import type { ClaimFormState } from './form-state.ts';
import { PartyFields } from './party-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { TermField } from './term-field.tsx';
import { ViaFields } from './via-fields.tsx';

export type ClaimFormFieldsProps = {
  form: ClaimFormState;
  onChange: (form: ClaimFormState) => void;
  errors: FormErrors;
  read: ClaimDraft['read'];
  /** The item being read, offered as a step of the chain. */
  itemId: string | null;
  hasPassage: boolean;
};

/** All fields of a claim, in the order an analyst asks: what, how many, who says so, when, where, about what. */
export function ClaimFormFields(props: ClaimFormFieldsProps) {
  const { form, onChange, errors, read } = props;
  const set = (part: Partial<ClaimFormState>) => onChange({ ...form, ...part });
  const from = (field: string) => read.find((one) => one.field === field)?.from;
  return (
    <div className="claim-rows">
      <FormRow
        label={t('claim.act')}
        field="act"
        from={from('act')}
        reading={form.act === 'exhumed' ? t('claims.form.recovered') : undefined}
      >
        <TermField label={t('claim.act')} terms={claimActs} value={form.act} onChange={(act) => set({ act })} error={errors['act']} />
      </FormRow>
      <FormRow label={t('claim.modality')} from={from('modality')}>
        <Select
          aria-label={t('claim.modality')}
          options={modalities.map((id) => ({ id, label: id }))}
          value={form.modality}
          onChange={(modality) => set({ modality })}
        />
      </FormRow>
      <QuantityFields rows={form.quantities} onChange={(quantities) => set({ quantities })} errors={errors} from={from} />
      <FormRow label={t('claim.speaker')} field="speaker">
        <PartyPicker label={t('claim.speaker')} choice={form.speaker} onChange={(speaker) => set({ speaker })} error={errors['speaker']} />
      </FormRow>
      <ViaFields rows={form.via} onChange={(via) => set({ via })} errors={errors} itemId={props.itemId} />
      <FormRow label={t('claim.saidAt')} field="saidAt" from={from('saidAt')}>
        <EdtfField label={t('claim.saidAt')} value={form.saidAt} onChange={(saidAt) => set({ saidAt })} error={errors['saidAt']} />
      </FormRow>
      <FormRow label={t('claim.when')} field="when" from={from('when')}>
        <EdtfField label={t('claim.when')} value={form.when} onChange={(when) => set({ when })} error={errors['when']} />
      </FormRow>
      <AboutFields {...props} />
    </div>
  );
}

function AboutFields({ form, onChange, errors, hasPassage }: ClaimFormFieldsProps) {
  const set = (part: Partial<ClaimFormState>) => onChange({ ...form, ...part });
  return (
    <>
      <FormRow label={t('claim.place')} field="place">
        <PlaceFields place={form.place} onChange={(place) => set({ place })} error={(field) => errors[`place.${field}`]} />
      </FormRow>
      <FormRow label={t('claim.cause')}>
        <TextField
          aria-label={t('claim.cause')}
          placeholder={t('claim.cause.hint')}
          value={form.cause}
          onChange={(cause) => set({ cause })}
        />
      </FormRow>
      <PartyFields rows={form.parties} onChange={(parties) => set({ parties })} errors={errors} />
      <FormRow label={t('claim.incident')} field="incident">
        <IncidentPicker
          label={t('claim.incident')}
          choice={form.incident}
          onChange={(incident) => set({ incident })}
          error={errors['incident']}
        />
      </FormRow>
      {hasPassage ? (
        <FormRow label={t('claim.stance')}>
          <Select
            aria-label={t('claim.stance.hint')}
            options={stances.map((id) => ({ id, label: id }))}
            value={form.stance}
            onChange={(stance) => set({ stance })}
          />
        </FormRow>
      ) : null}
      <FormRow label={t('claim.note')}>
        <TextArea aria-label={t('claim.note')} value={form.note} onChange={(note) => set({ note })} rows={2} />
      </FormRow>
    </>
  );
}
