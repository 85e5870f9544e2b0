import { useState } from 'react';
import { ComboBox } from '../ui/combo-box.tsx';
import type { Option } from '../ui/select.tsx';
import type { Choice } from './form-state.ts';

export type ChoiceFieldProps = {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  /** Name of what is chosen; undefined while it loads. */
  name: string | undefined;
  /** What fits the words typed so far. */
  options: readonly Option[];
  onWords: (words: string) => void;
  /** Makes something new of the words; its label is shown last in the list. */
  create?: { label: (words: string) => string; run: (words: string) => void };
  empty: string;
  placeholder?: string;
  error?: string | undefined;
};

const CREATE = 'create';

/** Chooses something of the case by typing its name. Words that choose nothing stay visible and are said to be unresolved. */
export function ChoiceField({ label, choice, onChange, name, options, onWords, create, empty, placeholder, error }: ChoiceFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  // The words stay until the name is known: a field that empties and fills again would open its list again.
  const shown = typed ?? (choice.id === null ? choice.words : (name ?? choice.words));
  const offered = withOwn(options, choice, name, shown, typed === null ? undefined : create);
  // The list also puts the label of what was chosen into the field, which is not typing.
  const type = (words: string) => {
    if (words === shown) return;
    const exact = offered.find((option) => option.label === words);
    if (exact !== undefined) return exact.id === CREATE ? undefined : choose(exact.id);
    setTyped(words);
    onWords(words);
    onChange({ id: null, words });
  };
  const choose = (id: string | null) => {
    if (id === null) return;
    setTyped(null);
    onWords('');
    if (id === CREATE) create?.run(shown.trim());
    else onChange({ id, words: offered.find((option) => option.id === id)?.label ?? '' });
  };
  return (
    <ComboBox
      aria-label={label}
      options={offered}
      inputValue={shown}
      onInputChange={type}
      value={choice.id}
      onChoose={choose}
      empty={empty}
      {...(placeholder === undefined ? {} : { placeholder })}
      error={error}
    />
  );
}

/** What is chosen is always among the options, and making something new comes last unless the name is there already. */
function withOwn(
  options: readonly Option[],
  choice: Choice,
  name: string | undefined,
  words: string,
  create: ChoiceFieldProps['create'],
): Option[] {
  const known = choice.id === null || options.some((option) => option.id === choice.id);
  const own = known ? [] : [{ id: choice.id as string, label: name ?? '' }];
  const typed = words.trim();
  const isNew = typed !== '' && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  return [...own, ...options, ...(create !== undefined && isNew ? [{ id: CREATE, label: create.label(typed) }] : [])];
}
