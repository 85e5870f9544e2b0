import { useState } from 'react';
import { termFields, type ListedTerm, type VocabularyName } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';

/** Makes a term, or changes the words that mean it. A word that is only used so far becomes a term of the case. */
export function TermDialog({ vocabulary, term, onClose }: { vocabulary: VocabularyName; term: ListedTerm | null; onClose: () => void }) {
  const [form, setForm] = useState({ term: term?.term ?? '', words: term?.words ?? [], note: term?.note ?? '' });
  const [tried, setTried] = useState(false);
  const add = useAct('vocabulary.add', { quiet: true });
  const change = useAct('vocabulary.change', { quiet: true });
  const id = term?.id ?? null;
  const parsed = termFields.safeParse({ vocabulary, ...form });
  const errorAt = (field: string) => tried && parsed.error?.issues.some(({ path }) => path[0] === field);
  const save = () => {
    setTried(true);
    if (!parsed.success) return;
    if (id === null) add.mutate(parsed.data, { onSuccess: onClose });
    else change.mutate({ id, words: form.words, note: form.note }, { onSuccess: onClose });
  };
  const error = add.error ?? change.error;
  return (
    <Dialog
      title={id === null ? t('vocabulary.dialog.new') : t('vocabulary.dialog.edit')}
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
      <TextField
        label={t('vocabulary.term')}
        hint={t('vocabulary.term.hint')}
        autoFocus
        isReadOnly={term !== null}
        value={form.term}
        onChange={(words) => setForm({ ...form, term: words })}
        error={errorAt('term') ? t('vocabulary.error.term') : undefined}
      />
      <div className="field">
        <TagsField label={t('vocabulary.words')} value={form.words} onChange={(words) => setForm({ ...form, words })} />
        <span className={errorAt('words') ? 'field-error' : 'field-hint'}>
          {errorAt('words') ? t('vocabulary.error.words') : t('vocabulary.words.hint')}
        </span>
      </div>
      <TextArea label={t('vocabulary.note')} value={form.note} onChange={(note) => setForm({ ...form, note })} rows={2} />
    </Dialog>
  );
}
