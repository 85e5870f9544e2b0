import type { ReactNode } from 'react';
import { modalities } from '#shared/model/vocabulary.ts';
import type { OwnField, VocabularyName } from '#shared/model/vocabularies.ts';
import { IncidentPicker } from '../../incidents/incident-picker.tsx';
import { t } from '../../messages/index.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EdtfField } from '../edtf-field.tsx';
import { PlaceFields } from '../place-fields.tsx';
import { TermField } from '../term-field.tsx';
import { useTerms } from '../use-terms.ts';
import { ownFieldOf, type ChangeDraft, type ChangeKind } from './change-draft.ts';
import { OwnFieldValue } from './own-field-value.tsx';
import { PartyChoice } from './party-filters.tsx';

type ChangeControlsProps = {
  kind: ChangeKind;
  label: string;
  draft: ChangeDraft;
  fields: readonly OwnField[];
  onDraft: (part: Partial<ChangeDraft>) => void;
};

/** What one field of a bulk edit is set with. */
export function ChangeControls({ kind, label, draft, fields, onDraft }: ChangeControlsProps): ReactNode {
  switch (kind) {
    case 'act':
      return <VocabularyTerm vocabulary="act" label={label} value={draft.act} onChange={(act) => onDraft({ act })} />;
    case 'modality':
      return (
        <Select
          aria-label={label}
          options={modalities.map((id) => ({ id: id, label: id }))}
          value={draft.modality}
          onChange={(modality) => onDraft({ modality })}
        />
      );
    case 'speakerId':
      return <PartyChoice label={label} choice={draft.speakerId} onChange={(speakerId) => onDraft({ speakerId })} />;
    case 'incidentId':
      return (
        <IncidentPicker
          label={label}
          placeholder={label}
          canCreate={false}
          choice={draft.incidentId}
          onChange={(incidentId) => onDraft({ incidentId })}
        />
      );
    case 'saidAt':
    case 'when':
      return <EdtfField label={label} value={draft[kind]} onChange={(date) => onDraft({ [kind]: date })} />;
    case 'place':
      return <PlaceFields place={draft.place} onChange={(place) => onDraft({ place })} error={() => undefined} />;
    case 'cause':
      return <TextField aria-label={label} value={draft.cause} onChange={(cause) => onDraft({ cause })} />;
    case 'addParty':
    case 'removeParty':
      return <PartyAndRole value={draft[kind]} onChange={(value) => onDraft({ [kind]: value })} />;
    case 'renameUnit':
      return <UnitPair value={draft.renameUnit} onChange={(renameUnit) => onDraft({ renameUnit })} />;
    default:
      return <OwnValue field={ownFieldOf(kind, fields)} draft={draft} onDraft={onDraft} />;
  }
}

type TermProps = { vocabulary: VocabularyName; label: string; value: string; onChange: (term: string) => void };

function VocabularyTerm({ vocabulary, label, value, onChange }: TermProps) {
  const terms = useTerms(vocabulary);
  return <TermField label={label} placeholder={label} terms={terms} value={value} onChange={onChange} />;
}

type PartyAndRoleProps = { value: ChangeDraft['addParty']; onChange: (value: ChangeDraft['addParty']) => void };

function PartyAndRole({ value, onChange }: PartyAndRoleProps) {
  return (
    <div className="filter-pair">
      <PartyChoice label={t('claim.party')} choice={value.party} onChange={(party) => onChange({ ...value, party })} />
      <VocabularyTerm
        vocabulary="party role"
        label={t('claim.party.role')}
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
      />
    </div>
  );
}

function UnitPair({ value, onChange }: { value: ChangeDraft['renameUnit']; onChange: (value: ChangeDraft['renameUnit']) => void }) {
  return (
    <div className="filter-pair">
      <VocabularyTerm
        vocabulary="unit"
        label={t('claims.bulk.from')}
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <VocabularyTerm vocabulary="unit" label={t('claims.bulk.to')} value={value.to} onChange={(to) => onChange({ ...value, to })} />
    </div>
  );
}

type OwnValueProps = { field: OwnField | undefined } & Pick<ChangeControlsProps, 'draft' | 'onDraft'>;

function OwnValue({ field, draft, onDraft }: OwnValueProps) {
  if (field === undefined) return null;
  return (
    <OwnFieldValue
      field={field}
      label=""
      placeholder={t('claims.bulk.empty')}
      value={draft.extra[field.name]}
      onChange={(value) => onDraft({ extra: { ...draft.extra, [field.name]: value } })}
    />
  );
}
