import './incident-dialog.css';
import { Plus, X } from 'lucide-react';
import { EdtfField } from '../claims/edtf-field.tsx';
import { FormRow } from '../claims/form-row.tsx';
import { PartyFields } from '../claims/party-fields.tsx';
import { PlaceFields } from '../claims/place-fields.tsx';
import { TermField } from '../claims/term-field.tsx';
import { useTerms } from '../claims/use-terms.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { OwnFieldRows } from '../vocabulary/own-field-rows.tsx';
import { newPlaceRow, type IncidentForm, type PlaceRow } from './incident-form.ts';

type Errors = Record<string, string>;
type Props = { form: IncidentForm; onChange: (part: Partial<IncidentForm>) => void; errors: Errors };

export function IncidentFormFields({ form, onChange, errors }: Props) {
  const kinds = useTerms('incident kind');
  return (
    <div className="claim-rows">
      <FormRow label={t('incident.code')}>
        <TextField
          aria-label={t('incident.code')}
          autoFocus
          value={form.code}
          onChange={(code) => onChange({ code })}
          hint={t('incident.code.hint')}
          error={errors['code']}
        />
      </FormRow>
      <FormRow label={t('incident.name')}>
        <TextField aria-label={t('incident.name')} value={form.title} onChange={(title) => onChange({ title })} error={errors['title']} />
      </FormRow>
      <FormRow label={t('incident.kind')}>
        <TermField
          label={t('incident.kind')}
          terms={kinds}
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
          placeholder={t('incident.kind.hint')}
        />
      </FormRow>
      <FormRow label={t('incident.when')}>
        <EdtfField label={t('incident.when')} value={form.when} onChange={(when) => onChange({ when })} error={errors['when']} />
      </FormRow>
      <FormRow label={t('incident.place')}>
        <PlaceFields place={form.place} onChange={(place) => onChange({ place })} error={(field) => errors[`place.${field}`]} />
        <OtherPlaces rows={form.secondaryPlaces} onChange={(secondaryPlaces) => onChange({ secondaryPlaces })} errors={errors} />
      </FormRow>
      <PartyFields rows={form.parties} onChange={(parties) => onChange({ parties })} errors={errors} />
      <OwnFieldRows subject="incident" values={form.extra} onChange={(extra) => onChange({ extra })} />
      <FormRow label={t('incident.note')}>
        <TextArea aria-label={t('incident.note')} value={form.note} onChange={(note) => onChange({ note })} rows={2} />
      </FormRow>
    </div>
  );
}

/** Where else it may have been, less sure or less exact. */
function OtherPlaces({ rows, onChange, errors }: { rows: readonly PlaceRow[]; onChange: (rows: PlaceRow[]) => void; errors: Errors }) {
  return (
    <>
      {rows.map((row, at) => (
        <fieldset className="incident-other-place" key={row.key} aria-label={`${t('incident.place.other')} ${at + 1}`}>
          <PlaceFields
            place={row.place}
            onChange={(place) => onChange(rows.map((one) => (one.key === row.key ? { ...one, place } : one)))}
            error={(field) => errors[`secondaryPlaces.${at}.${field}`]}
          />
          <IconButton label={t('incident.place.remove')} icon={X} onPress={() => onChange(rows.filter((one) => one.key !== row.key))} />
        </fieldset>
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} onPress={() => onChange([...rows, newPlaceRow()])}>
          {t('incident.place.add')}
        </Button>
      </div>
    </>
  );
}
