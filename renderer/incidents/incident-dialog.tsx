import { useState } from 'react';
import { incidentFields, type Incident } from '#shared/model/incidents.ts';
import { EdtfField } from '../claims/edtf-field.tsx';
import { FormRow } from '../claims/form-row.tsx';
import { PlaceFields } from '../claims/place-fields.tsx';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';

type Form = { code: string; title: string; kind: string; when: string; place: NonNullable<Incident['place']>; note: string };
const nowhere: Form['place'] = { name: '', names: {}, latitude: null, longitude: null, precision: 'unknown' };

export type IncidentDialogProps = { incident?: Incident; title?: string; onClose: () => void; onSaved?: (incident: Incident) => void };

/** Makes an incident, or changes what is written of one. */
export function IncidentDialog({ incident, title = '', onClose, onSaved }: IncidentDialogProps) {
  const [form, setForm] = useState<Form>(() =>
    incident === undefined ? newForm(title) : { ...incident, when: incident.when ?? '', place: incident.place ?? nowhere },
  );
  const [tried, setTried] = useState(false);
  const create = useAct('incidents.create', { quiet: true });
  const update = useAct('incidents.update', { quiet: true });
  const errors = tried ? errorsOf(form) : {};
  const save = () => {
    setTried(true);
    if (Object.keys(errorsOf(form)).length > 0) return;
    const onSuccess = (saved: Incident) => (onSaved?.(saved), onClose());
    if (incident === undefined) create.mutate(fieldsOf(form), { onSuccess });
    else update.mutate({ id: incident.id, fields: fieldsOf(form) }, { onSuccess });
  };
  const error = create.error ?? update.error;
  return (
    <Dialog
      title={incident === undefined ? t('incident.dialog.new') : t('incident.dialog.edit')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={create.isPending || update.isPending} onPress={save}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <IncidentFormFields form={form} onChange={(part) => setForm({ ...form, ...part })} errors={errors} />
    </Dialog>
  );
}

function IncidentFormFields({
  form,
  onChange,
  errors,
}: {
  form: Form;
  onChange: (part: Partial<Form>) => void;
  errors: Record<string, string>;
}) {
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
        <TextField
          aria-label={t('incident.kind')}
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
      </FormRow>
      <FormRow label={t('incident.note')}>
        <TextArea aria-label={t('incident.note')} value={form.note} onChange={(note) => onChange({ note })} rows={2} />
      </FormRow>
    </div>
  );
}

/** Words such as "RAQ-0002 Mass graves" give code and title at once. */
function newForm(words: string): Form {
  const [, code = '', title = ''] = /^(\p{Lu}[\p{L}\p{N}]*-[\p{L}\p{N}-]+)\s*(.*)$/u.exec(words) ?? ['', '', words];
  return { code, title, kind: '', when: '', place: nowhere, note: '' };
}

function fieldsOf(form: Form) {
  const isNowhere = form.place.name.trim() === '' && form.place.latitude === null && form.place.longitude === null;
  return { ...form, when: form.when.trim() === '' ? null : form.when.trim(), place: isNowhere ? null : form.place };
}

function errorsOf(form: Form): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path } of incidentFields.safeParse(fieldsOf(form)).error?.issues ?? []) {
    const field = path.join('.');
    if (field === 'code') errors[field] = t('incident.error.code');
    else if (field === 'title') errors[field] = t('incident.error.title');
    else if (field === 'when') errors[field] = t('claims.error.edtf');
    else errors[field] = field.startsWith('place.l') ? t('claims.error.coordinate') : t('claims.error.place');
  }
  return errors;
}
