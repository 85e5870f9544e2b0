import { useState } from 'react';
import type { CallInput } from '#shared/contract.ts';
import { linkRelations } from '#shared/model/record-links.ts';
import { EdtfField } from '../claims/edtf-field.tsx';
import { chosen, type Choice } from '../claims/form-state.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { PartyPicker } from '../parties/party-picker.tsx';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { RelationsSectionProps } from './relations-section.tsx';

type Form = { relation: string; other: Choice; when: string; note: string };

/** Ties an incident or a party to another. A relation that would close a circle is refused in words, with the circle. */
export function RelateDialog({ kind, id, name, onClose }: RelationsSectionProps & { onClose: () => void }) {
  const [form, setForm] = useState<Form>({ relation: linkRelations[kind][0], other: chosen(null), when: '', note: '' });
  const [tried, setTried] = useState(false);
  const create = useAct('links.create', { quiet: true });
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const save = () => {
    setTried(true);
    if (form.other.id === null) return;
    const link = { kind, relation: form.relation, fromId: id, toId: form.other.id, when: form.when.trim() || null, note: form.note };
    create.mutate(link as CallInput<'links.create'>, { onSuccess: onClose });
  };
  const picker = {
    label: t(`links.other.${kind}`),
    choice: form.other,
    onChange: (other: Choice) => set({ other }),
    error: tried && form.other.id === null ? t('links.error.other') : undefined,
  };
  return (
    <Dialog
      title={t(`links.add.${kind}`, { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={create.isPending} onPress={save}>
            {t('links.confirm')}
          </Button>
        </>
      }
    >
      {create.error === null ? null : <ErrorNotice error={create.error} />}
      <Select
        label={t('links.relation')}
        options={linkRelations[kind].map((one) => ({ id: one, label: t(`links.out.${one}`) }))}
        value={form.relation}
        onChange={(relation) => set({ relation })}
      />
      <div className="field">
        <span className="field-label" aria-hidden>
          {t(`links.other.${kind}`)}
        </span>
        {kind === 'incident' ? <IncidentPicker {...picker} /> : <PartyPicker {...picker} />}
      </div>
      {kind === 'party' ? (
        <div className="field">
          <span className="field-label" aria-hidden>
            {t('links.when')}
          </span>
          <EdtfField label={t('links.when')} value={form.when} onChange={(when) => set({ when })} error={undefined} />
        </div>
      ) : null}
      <TextField label={t('links.note')} value={form.note} onChange={(note) => set({ note })} />
    </Dialog>
  );
}
