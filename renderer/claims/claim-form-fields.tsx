import { modalities, stances } from '#shared/model/vocabulary.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import type { Passage } from '#shared/model/passages.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { ChainFields } from './chain-fields.tsx';
import { EdtfField } from './edtf-field.tsx';
import { ExtraFields } from './extra-fields.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';
import type { ClaimFormState } from './form-state.ts';
import { PartyFields } from './party-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { RepeatsOffer } from './repeats-offer.tsx';
import { TermField } from './term-field.tsx';
import { useRecent, useTerms } from './use-terms.ts';
import { VictimFields } from './victim-fields.tsx';

export type ClaimFormFieldsProps = {
  form: ClaimFormState;
  onChange: (change: (form: ClaimFormState) => ClaimFormState) => void;
  errors: FormErrors;
  /** The case's own fields of claims. */
  own: readonly OwnField[];
  /** What the claim is drafted from; its item is offered as a step of the chain. */
  passage: Passage | null;
  isNew: boolean;
};

type Part = ClaimFormFieldsProps & { set: (part: Partial<ClaimFormState>) => void };

/** All fields of a claim, in the order an analyst asks: what, how many, who says so, when, where, about what. */
export function ClaimFormFields(props: ClaimFormFieldsProps) {
  const part: Part = { ...props, set: (change) => props.onChange((now) => ({ ...now, ...change })) };
  return (
    <div className="claim-rows">
      <WhatFields {...part} />
      <WhoFields {...part} />
      <AboutFields {...part} />
      <RestFields {...part} />
    </div>
  );
}

function WhatFields({ form, set, errors }: Part) {
  const acts = useTerms('act');
  const recent = useRecent().acts;
  return (
    <>
      <FormRow label={t('claim.act')} field="act" reading={form.act === 'exhumed' ? t('claims.form.recovered') : undefined}>
        <TermField
          label={t('claim.act')}
          terms={acts}
          recent={recent}
          value={form.act}
          onChange={(act) => set({ act })}
          error={errors['act']}
        />
      </FormRow>
      <FormRow label={t('claim.modality')} field="modality">
        <Select
          aria-label={t('claim.modality')}
          options={modalities.map((id) => ({ id, label: id }))}
          value={form.modality}
          onChange={(modality) => set({ modality })}
        />
      </FormRow>
      <QuantityFields rows={form.quantities} onChange={(quantities) => set({ quantities })} errors={errors} />
    </>
  );
}

function WhoFields({ form, set, errors, passage }: Part) {
  const recent = useRecent().speakers;
  return (
    <>
      <FormRow label={t('claim.speaker')} field="speaker">
        <PartyPicker
          label={t('claim.speaker')}
          choice={form.speaker}
          onChange={(speaker) => set({ speaker })}
          recent={recent}
          error={errors['speaker']}
        />
      </FormRow>
      <FormRow label={t('claim.saidAt')} field="saidAt">
        <EdtfField label={t('claim.saidAt')} value={form.saidAt} onChange={(saidAt) => set({ saidAt })} error={errors['saidAt']} />
      </FormRow>
      <ChainFields form={form} onChange={(via) => set({ via })} errors={errors} itemId={passage?.itemId ?? null} />
    </>
  );
}

function AboutFields({ form, set, errors, isNew }: Part) {
  return (
    <>
      <FormRow label={t('claim.when')} field="when">
        <EdtfField label={t('claim.when')} value={form.when} onChange={(when) => set({ when })} error={errors['when']} />
      </FormRow>
      <FormRow label={t('claim.place')} field="place">
        <PlaceFields place={form.place} onChange={(place) => set({ place })} error={(field) => errors[`place.${field}`]} />
      </FormRow>
      <FormRow label={t('claim.incident')} field="incident">
        <IncidentPicker
          label={t('claim.incident')}
          choice={form.incident}
          onChange={(incident) => set({ incident })}
          error={errors['incident']}
        />
      </FormRow>
      {isNew ? <RepeatsOffer form={form} onChange={(repeats) => set({ repeats })} /> : null}
    </>
  );
}

function RestFields({ form, set, errors, own, passage, isNew }: Part) {
  return (
    <>
      <FormRow label={t('claim.cause')}>
        <TextField
          aria-label={t('claim.cause')}
          placeholder={t('claim.cause.hint')}
          value={form.cause}
          onChange={(cause) => set({ cause })}
        />
      </FormRow>
      <PartyFields rows={form.parties} onChange={(parties) => set({ parties })} errors={errors} />
      <VictimFields rows={form.victims} onChange={(victims) => set({ victims })} errors={errors} />
      <ExtraFields fields={own} values={form.extra} onChange={(extra) => set({ extra })} errors={errors} />
      {passage === null ? null : (
        <FormRow label={t('claim.stance')}>
          <Select
            aria-label={t('claim.stance.hint')}
            options={stances.map((id) => ({ id, label: id }))}
            value={form.stance}
            onChange={(stance) => set({ stance })}
          />
        </FormRow>
      )}
      <FormRow label={t('claim.note')}>
        <TextArea aria-label={t('claim.note')} value={form.note} onChange={(note) => set({ note })} rows={2} />
      </FormRow>
      {isNew ? null : (
        <FormRow label={t('claim.why')}>
          <TextField
            aria-label={t('claim.why')}
            hint={t('claim.why.hint')}
            maxLength={2000}
            value={form.why}
            onChange={(why) => set({ why })}
          />
        </FormRow>
      )}
    </>
  );
}
