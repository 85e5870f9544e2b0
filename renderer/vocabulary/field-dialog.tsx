import { useState } from 'react';
import { fieldSubjects, fieldTypes, ownFieldFields, type OwnField, type OwnFieldFields } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';

const blank: OwnFieldFields = { subject: 'claim', name: '', label: '', type: 'text', options: [], note: '' };

/** Makes a field, or changes its label, what can be chosen, and its note. */
export function FieldDialog({ field, onClose }: { field: OwnField | null; onClose: () => void }) {
  const [form, setForm] = useState<OwnFieldFields>(field ?? blank);
  const [tried, setTried] = useState(false);
  const add = useAct('fields.add', { quiet: true });
  const change = useAct('fields.change', { quiet: true });
  const set = (part: Partial<OwnFieldFields>) => setForm({ ...form, ...part });
  const parsed = ownFieldFields.safeParse(form);
  const wrong = (name: 'label' | 'name' | 'options') =>
    tried && parsed.error?.issues.some(({ path }) => path[0] === name) === true ? t(`field.error.${name}`) : undefined;
  const save = () => {
    setTried(true);
    if (!parsed.success) return;
    const { label, options, note } = parsed.data;
    if (field === null) add.mutate(parsed.data, { onSuccess: onClose });
    else change.mutate({ id: field.id, label, options, note }, { onSuccess: onClose });
  };
  const error = add.error ?? change.error;
  return (
    <Dialog
      title={field === null ? t('field.dialog.new') : t('field.dialog.edit')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={add.isPending || change.isPending} onPress={save}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <TextField label={t('field.label')} autoFocus value={form.label} onChange={(label) => set({ label })} error={wrong('label')} />
      <FixedFields form={form} isNew={field === null} set={set} nameError={wrong('name')} />
      {form.type === 'choice' ? (
        <div className="field">
          <TagsField label={t('field.options')} value={form.options} onChange={(options) => set({ options })} />
          {wrong('options') === undefined ? null : <span className="field-error">{wrong('options')}</span>}
        </div>
      ) : null}
      <TextArea label={t('field.note')} value={form.note} onChange={(note) => set({ note })} rows={2} />
    </Dialog>
  );
}

type FixedFieldsProps = {
  form: OwnFieldFields;
  isNew: boolean;
  set: (part: Partial<OwnFieldFields>) => void;
  nameError: string | undefined;
};

/** What stays as it is once the field is made. */
function FixedFields({ form, isNew, set, nameError }: FixedFieldsProps) {
  return (
    <>
      <TextField
        label={t('field.name')}
        hint={t('field.name.hint')}
        dir="ltr"
        isReadOnly={!isNew}
        value={form.name}
        onChange={(name) => set({ name })}
        error={nameError}
      />
      <Select
        label={t('field.subject')}
        options={fieldSubjects.map((id) => ({ id, label: t(`field.subject.${id}`) }))}
        value={form.subject}
        onChange={(subject) => set({ subject })}
        isDisabled={!isNew}
      />
      <Select
        label={t('field.type')}
        options={fieldTypes.map((id) => ({ id, label: t(`field.type.${id}`) }))}
        value={form.type}
        onChange={(type) => set({ type, options: type === 'choice' ? form.options : [] })}
        isDisabled={!isNew}
      />
    </>
  );
}
