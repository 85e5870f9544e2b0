import { Languages } from 'lucide-react';
import { useState } from 'react';
import { guessLanguage } from '#shared/language/guess-language.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { CaseTagsField } from '../case-tags-field.tsx';
import { draftChange, useDraft, type PassageFields } from './draft-state.ts';
import { LanguageField } from './language-field.tsx';
import { SaveNotes } from './save-notes.tsx';
import { useSaveNotes } from './use-save-notes.ts';

/** What a person wrote beside a passage. Nothing is saved unasked; what is not saved yet waits for the person to come back. */
export function NotesForm({ passage }: { passage: Passage }) {
  const canWrite = useCanWrite();
  const item = useCall('items.get', { id: passage.itemId }).data;
  const draft = useDraft(passage.id);
  const saving = useSaveNotes(passage, draft);
  const fields: PassageFields = { ...passage, ...draft?.fields };
  const change = (given: Partial<PassageFields>) => draftChange(passage, given);
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A tag or a language still being typed becomes one when its field is left.
    const field = event.target as HTMLElement;
    field.blur();
    field.focus();
    saving.save();
  };
  return (
    <form className="passage-notes" onSubmit={(event) => event.preventDefault()} onKeyDownCapture={press} aria-label={t('detail.notes')}>
      <TextArea label={t('passage.comment')} value={fields.comment} onChange={(comment) => change({ comment })} isReadOnly={!canWrite} />
      <CaseTagsField value={fields.tags} onChange={(tags) => change({ tags })} isReadOnly={!canWrite} />
      {passage.quote === '' ? null : (
        <LanguageField
          value={fields.language}
          guess={guessLanguage(passage.quote, item?.language ?? null)}
          isDisabled={!canWrite}
          onChange={(language) => change({ language })}
        />
      )}
      <Translation fields={fields} canWrite={canWrite} error={saving.translationError} onChange={change} />
      {canWrite ? <SaveNotes passage={passage} draft={draft} saving={saving} /> : null}
    </form>
  );
}

type TranslationProps = {
  fields: PassageFields;
  canWrite: boolean;
  error: string | undefined;
  onChange: (given: Partial<PassageFields>) => void;
};

/** A translation and who made it: both or neither. */
function Translation({ fields: { translation, translator }, canWrite, error, onChange }: TranslationProps) {
  const [isAdding, setAdding] = useState(false);
  const isShown = isAdding || translation !== null || translator !== null;
  if (!isShown)
    return canWrite ? (
      <div>
        <Button size="s" variant="quiet" icon={Languages} onPress={() => setAdding(true)}>
          {t('detail.translation.add')}
        </Button>
      </div>
    ) : null;
  const orNull = (words: string) => (words === '' ? null : words);
  return (
    <div className="passage-translation">
      <TextArea
        label={t('detail.translation')}
        value={translation ?? ''}
        onChange={(words) => onChange({ translation: orNull(words) })}
        isReadOnly={!canWrite}
        autoFocus={isAdding}
      />
      <TextField
        label={t('detail.translator')}
        value={translator ?? ''}
        onChange={(words) => onChange({ translator: orNull(words) })}
        placeholder={t('detail.translator.hint')}
        isReadOnly={!canWrite}
        error={error}
      />
    </div>
  );
}
