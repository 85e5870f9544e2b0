import { scales } from '#shared/model/grades.ts';
import type { ClaimFilter } from '#shared/model/claim-filter.ts';
import { modalities, qualifiers, stances } from '#shared/model/vocabulary.ts';
import type { VocabularyName } from '#shared/model/vocabularies.ts';
import { IncidentPicker } from '../../incidents/incident-picker.tsx';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { CheckList } from '../../ui/check-list.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EdtfField } from '../edtf-field.tsx';
import { chosen } from '../form-state.ts';
import { ItemPicker } from '../item-picker.tsx';
import { FieldFilter } from './field-filter.tsx';
import { evidenceWords, fieldLabel, type FilterField } from './filter-words.tsx';
import { PartyFilter, SpeakerFilter } from './party-filters.tsx';

export type DraftProps = { draft: ClaimFilter; onDraft: (part: Partial<Record<keyof ClaimFilter, unknown>>) => void };

/** What one field of a filter is asked with. */
export function FilterControls({ field, draft, onDraft }: DraftProps & { field: FilterField }) {
  switch (field) {
    case 'acts':
      return <Terms vocabulary="act" label={fieldLabel(field)} value={draft.acts} onChange={(acts) => onDraft({ acts })} />;
    case 'units':
      return <Terms vocabulary="unit" label={fieldLabel(field)} value={draft.units} onChange={(units) => onDraft({ units })} />;
    case 'modalities':
    case 'qualifiers':
      return (
        <CheckList
          wide={field === 'qualifiers'}
          label={fieldLabel(field)}
          options={(field === 'modalities' ? modalities : qualifiers).map((id) => ({ id, label: id }))}
          value={draft[field] ?? []}
          onChange={(value) => onDraft({ [field]: value })}
        />
      );
    case 'reliability':
    case 'credibility':
      return <GradeFilter field={field} draft={draft} onDraft={onDraft} />;
    case 'figure':
      return <FigureFilter draft={draft} onDraft={onDraft} />;
    case 'said':
    case 'happened':
      return <DateFilter field={field} draft={draft} onDraft={onDraft} />;
    case 'speakerIds':
      return <SpeakerFilter draft={draft} onDraft={onDraft} />;
    case 'party':
      return <PartyFilter draft={draft} onDraft={onDraft} />;
    case 'field':
      return <FieldFilter draft={draft} onDraft={onDraft} />;
    default:
      return <PlainFilter field={field} draft={draft} onDraft={onDraft} />;
  }
}

type PlainField = 'incidentId' | 'itemId' | 'evidence' | 'createdBy' | 'place';

function PlainFilter({ field, draft, onDraft }: DraftProps & { field: PlainField }) {
  switch (field) {
    case 'incidentId':
      return (
        <>
          <IncidentPicker
            label={fieldLabel(field)}
            placeholder={fieldLabel(field)}
            canCreate={false}
            choice={chosen(draft.incidentId ?? null)}
            onChange={({ id }) => onDraft({ incidentId: id ?? undefined })}
          />
          <Checkbox isSelected={draft.incidentId === null} onChange={(none) => onDraft({ incidentId: none ? null : undefined })}>
            {t('claims.table.incident.none')}
          </Checkbox>
        </>
      );
    case 'itemId':
      return (
        <ItemPicker
          label={fieldLabel(field)}
          choice={chosen(draft.itemId ?? null)}
          onChange={({ id }) => onDraft({ itemId: id ?? undefined })}
        />
      );
    case 'evidence':
      return (
        <Select
          label={fieldLabel(field)}
          options={(['none', 'some', ...stances] as const).map((id) => ({ id, label: evidenceWords(id) }))}
          value={draft.evidence ?? null}
          onChange={(evidence) => onDraft({ evidence })}
        />
      );
    case 'createdBy':
      return <MakerFilter draft={draft} onDraft={onDraft} />;
    case 'place':
      return (
        <TextField
          label={fieldLabel(field)}
          hint={t('claims.table.place.hint')}
          value={draft.place ?? ''}
          autoFocus
          onChange={(place) => onDraft({ place: place === '' ? undefined : place })}
        />
      );
  }
}

/** Terms that claims use or could, those in use first. */
function Terms({
  vocabulary,
  label,
  value,
  onChange,
}: {
  vocabulary: VocabularyName;
  label: string;
  value: readonly string[] | undefined;
  onChange: (value: string[]) => void;
}) {
  const { data } = useCall('vocabulary.list', { vocabulary });
  if (data === undefined) return null;
  const terms = [...data.terms].sort((a, b) => Number(b.used > 0) - Number(a.used > 0));
  return (
    <CheckList wide label={label} options={terms.map(({ term }) => ({ id: term, label: term }))} value={value ?? []} onChange={onChange} />
  );
}

const NONE = 'none';

function GradeFilter({ field, draft, onDraft }: DraftProps & { field: 'reliability' | 'credibility' }) {
  const options = [
    ...scales[`admiralty ${field}`].map((id) => ({ id, label: t(`claims.table.grade.${id}`) })),
    { id: NONE, label: t('claims.table.ungraded') },
  ];
  return (
    <>
      <CheckList
        label={fieldLabel(field)}
        options={options}
        value={(draft[field] ?? []).map((grade) => grade ?? NONE)}
        onChange={(value) => onDraft({ [field]: value.map((id) => (id === NONE ? null : id)) })}
      />
      <span className="field-hint">{t('claims.table.grade.hint')}</span>
    </>
  );
}

function FigureFilter({ draft, onDraft }: DraftProps) {
  return (
    <>
      <div className="filter-pair">
        <NumberField
          label={t('claims.table.figure.least')}
          autoFocus
          minValue={0}
          value={draft.figureLeast ?? null}
          onChange={(least) => onDraft({ figureLeast: least ?? undefined })}
        />
        <NumberField
          label={t('claims.table.figure.most')}
          minValue={0}
          value={draft.figureMost ?? null}
          onChange={(most) => onDraft({ figureMost: most ?? undefined })}
        />
      </div>
      <span className="field-hint">{t('claims.table.figure.hint')}</span>
    </>
  );
}

function DateFilter({ field, draft, onDraft }: DraftProps & { field: 'said' | 'happened' }) {
  const range = draft[field] ?? {};
  const set = (part: 'from' | 'to', date: string) => onDraft({ [field]: { ...range, [part]: date === '' ? undefined : date } });
  return (
    <>
      {(['from', 'to'] as const).map((part) => (
        <div className="field" key={part}>
          <span className="field-label" aria-hidden>
            {t(`claims.table.date.${part}`)}
          </span>
          <EdtfField label={t(`claims.table.date.${part}`)} value={range[part] ?? ''} onChange={(date) => set(part, date)} />
        </div>
      ))}
      <span className="field-hint">{t('claims.table.date.hint')}</span>
    </>
  );
}

function MakerFilter({ draft, onDraft }: DraftProps) {
  const makers = useCall('claims.groups', { by: 'createdBy' }).data?.groups ?? [];
  return (
    <Select
      label={fieldLabel('createdBy')}
      options={makers.map(({ key }) => ({ id: key ?? '', label: key ?? '' }))}
      value={draft.createdBy ?? null}
      onChange={(createdBy) => onDraft({ createdBy })}
    />
  );
}
