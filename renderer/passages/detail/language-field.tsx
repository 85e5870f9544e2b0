import { useEffect, useMemo, useState } from 'react';
import { canonicalLanguage } from '#shared/language/language-tag.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { commonLanguages, languageWords } from '../language-words.ts';

type LanguageFieldProps = {
  value: string | null;
  /** What the letters and the source suggest; shown as a guess until a person takes it. */
  guess: string | null;
  isDisabled: boolean;
  onChange: (language: string | null) => void;
};

/** The language of the marked words: chosen by name, or typed as a tag. */
export function LanguageField({ value, guess, isDisabled, onChange }: LanguageFieldProps) {
  const [typed, setTyped] = useState(value === null ? '' : languageWords(value));
  useEffect(() => setTyped(value === null ? '' : languageWords(value)), [value]);
  const options = useMemo(() => fitting(typed, value), [typed, value]);
  const settle = () => {
    const tag = tagOf(typed);
    if (typed.trim() === '') onChange(null);
    else if (tag !== null) onChange(tag);
    else setTyped(value === null ? '' : languageWords(value));
  };
  if (isDisabled) return <p className="muted">{value === null ? t('detail.language.none') : languageWords(value)}</p>;
  return (
    <div className="language-field">
      <ComboBox
        label={t('detail.language')}
        options={options}
        inputValue={typed}
        onInputChange={setTyped}
        onChoose={(id) => id !== null && onChange(id)}
        onBlur={settle}
        placeholder={t('detail.language.hint')}
        hint={
          value === null && guess === null
            ? undefined
            : value === null
              ? t('detail.language.guess', { language: languageWords(guess!) })
              : undefined
        }
      />
      {value === null && guess !== null ? (
        <Button size="s" onPress={() => onChange(guess)}>
          {t('detail.language.take')}
        </Button>
      ) : null}
    </div>
  );
}

function fitting(typed: string, value: string | null) {
  const wanted = value !== null && typed === languageWords(value) ? '' : typed.trim().toLowerCase();
  const options = commonLanguages.map((id) => ({ id, label: languageWords(id) }));
  return wanted === '' ? options : options.filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** A tag as typed, or the one language whose name was typed. */
function tagOf(typed: string): string | null {
  const words = typed.trim().toLowerCase();
  const named = commonLanguages.find(
    (tag) => languageWords(tag).toLowerCase() === words || languageWords(tag).toLowerCase().startsWith(`${words} (`),
  );
  return named ?? canonicalLanguage(typed);
}
