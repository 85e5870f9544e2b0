import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { languageName } from './track-words.ts';

const offered = [
  'ar', 'en', 'fr', 'ckb', 'kmr', 'fa', 'tr', 'he', 'ru', 'uk', 'es', 'pt', 'de', 'it', 'zh', 'my', 'am', 'ti', 'so', 'sw', 'ha', 'ur', 'ps', 'bn',
] as const; // prettier-ignore

/** A language by name, or by its BCP 47 tag when it is not in the list. `value` is the tag, empty while none stands. */
export function LanguageField({ value, onChange }: { value: string; onChange: (tag: string) => void }) {
  const [typed, setTyped] = useState(value === '' ? '' : languageName(value));
  const options = offered.map((id) => ({ id, label: languageName(id) }));
  const fitting = options.filter(({ id, label }) => `${label} ${id}`.toLowerCase().includes(typed.trim().toLowerCase()));
  const type = (words: string) => {
    setTyped(words);
    const known = options.find(({ id, label }) => [id, label.toLowerCase()].includes(words.trim().toLowerCase()));
    onChange(known?.id ?? (isTag(words.trim()) ? words.trim() : ''));
  };
  return (
    <ComboBox
      label={t('transcripts.language')}
      options={typed === languageName(value) ? options : fitting}
      inputValue={typed}
      onInputChange={type}
      onChoose={(tag) => {
        if (tag !== null) {
          setTyped(languageName(tag));
          onChange(tag);
        }
      }}
      error={typed.trim() !== '' && value === '' ? t('transcripts.language.unknown') : undefined}
    />
  );
}

/** Letters alone would also be half a name that is still being typed. */
function isTag(words: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(words) && languageName(words) !== words;
}
