import { useState } from 'react';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fieldsOfIncident, formOfIncident, incidentErrors, newForm, type IncidentForm } from './incident-form.ts';
import { IncidentFormFields } from './incident-form-fields.tsx';

export type IncidentDialogProps = { incident?: Incident; title?: string; onClose: () => void; onSaved?: (incident: Incident) => void };

/** Makes an incident, or changes what is written of one. */
export function IncidentDialog({ incident, title = '', onClose, onSaved }: IncidentDialogProps) {
  const [form, setForm] = useState<IncidentForm>(() => (incident === undefined ? newForm(title) : formOfIncident(incident)));
  const [tried, setTried] = useState(false);
  const create = useAct('incidents.create', { quiet: true });
  const update = useAct('incidents.update', { quiet: true });
  const errors = tried ? incidentErrors(form) : {};
  const save = () => {
    setTried(true);
    if (Object.keys(incidentErrors(form)).length > 0) return;
    const onSuccess = (saved: Incident) => (onSaved?.(saved), onClose());
    if (incident === undefined) create.mutate(fieldsOfIncident(form), { onSuccess });
    else update.mutate({ id: incident.id, fields: fieldsOfIncident(form) }, { onSuccess });
  };
  const error = create.error ?? update.error;
  return (
    <Dialog
      title={incident === undefined ? t('incident.dialog.new') : t('incident.dialog.edit')}
      isOpen
      wide
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
