import type { TranscriptDraft, Translator } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LanguageField } from './language-field.tsx';

type DraftFieldsProps = { draft: TranscriptDraft; onChange: (part: Partial<Pick<TranscriptDraft, 'language' | 'translator'>>) => void };

/** What must be said of words before they are kept. */
export function DraftFields({ draft, onChange }: DraftFieldsProps) {
  return (
    <div className="draft-fields">
      <LanguageField value={draft.language} onChange={(language) => onChange({ language })} />
      {draft.translator === null ? null : <TranslatorFields value={draft.translator} onChange={(translator) => onChange({ translator })} />}
    </div>
  );
}

/** A translation is somebody's, or some program's. */
export function TranslatorFields({ value, onChange }: { value: Translator; onChange: (value: Translator) => void }) {
  return (
    <>
      <Select
        label={t('transcripts.translator.kind')}
        options={[
          { id: 'person', label: t('transcripts.translator.person') },
          { id: 'software', label: t('transcripts.translator.software') },
        ]}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <TextField
        label={t('transcripts.translator')}
        placeholder={t(value.kind === 'person' ? 'transcripts.translator.person.hint' : 'transcripts.translator.software.hint')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
    </>
  );
}
