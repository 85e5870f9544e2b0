import { useEffect, useRef, useState } from 'react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox, type ComboOption } from '../ui/combo-box.tsx';
import type { Choice } from './form-rows.ts';

export type ChoiceFieldProps = {
  label: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  /** Name of what is chosen; undefined while it loads. */
  name: string | undefined;
  /** What fits the words typed so far. */
  options: readonly ComboOption[];
  /** What was used last: offered first, and at once when the empty field is entered. */
  recent?: readonly ComboOption[];
  onWords: (words: string) => void;
  /** Makes something new of the words; its label is shown last in the list. */
  create?: { label: (words: string) => string; run: (words: string) => void };
  empty: string;
  placeholder?: string;
  error?: string | undefined;
};

const CREATE = 'create';

/** Chooses something of the case by typing its name. Words that choose nothing stay visible and are said to be unresolved. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, choice, onChange, name, recent = [], onWords, create, empty, placeholder, error } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // The words stay until the name is known: a field that empties and fills again would open its list again.
  const shown = typed ?? (choice.id === null ? choice.words : (name ?? choice.words));
  const offered = withOwn(props, shown, typed !== null);
  // The list also puts the label of what was chosen into the field, which is not typing.
  const last = useRef<string | null>(null);
  const type = (words: string) => {
    if (words === shown) return;
    const exact = offered.filter((option) => option.label === words);
    if (exact.some(({ id }) => id === CREATE || id === last.current)) return;
    if (exact.length === 1) return choose(exact[0]?.id ?? null);
    last.current = null;
    setTyped(words);
    onWords(words);
    onChange({ id: null, words });
  };
  const choose = (id: string | null) => {
    if (id === null) return;
    last.current = id;
    setTyped(null);
    onWords('');
    if (id === CREATE) create?.run(shown.trim());
    else onChange({ id, words: offered.find((option) => option.id === id)?.label ?? '' });
  };
  useLateMatch(typed, props.options, choose);
  const unresolved = choice.id === null ? choice.words.trim() : '';
  return (
    <div className="choice-field">
      <ComboBox
        aria-label={label}
        options={offered}
        inputValue={shown}
        onInputChange={type}
        value={choice.id}
        onChoose={choose}
        opensOnFocus={choice.id === null && choice.words === '' && recent.length > 0}
        empty={empty}
        {...(placeholder === undefined ? {} : { placeholder })}
        error={error}
      />
      {create !== undefined && unresolved !== '' && (typed === null || error !== undefined) ? (
        <Button size="s" variant="quiet" onPress={() => choose(CREATE)}>
          {create.label(unresolved)}
        </Button>
      ) : null}
    </div>
  );
}

/** A name typed whole is chosen too when it is found only after it was typed; one that two things share is not. */
function useLateMatch(typed: string | null, options: readonly ComboOption[], choose: (id: string) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (typed === null || typed.trim() === '') return;
    const same = options.filter(({ label }) => label === typed.trim());
    const [only] = same;
    if (only !== undefined && same.length === 1) latest.current(only.id);
  }, [typed, options]);
}

/** What is chosen is always among the options; the recent come first; making something new comes last unless the name is there already. */
function withOwn({ options, recent = [], choice, name, create }: ChoiceFieldProps, words: string, isTyping: boolean): ComboOption[] {
  const all = isTyping ? options : inSections(recent, options);
  const known = choice.id === null || all.some((option) => option.id === choice.id);
  const own = known ? [] : [{ id: choice.id as string, label: name ?? '' }];
  const typed = words.trim();
  const isNew = isTyping && typed !== '' && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  return [...own, ...all, ...(create !== undefined && isNew ? [{ id: CREATE, label: create.label(typed) }] : [])];
}

function inSections(recent: readonly ComboOption[], options: readonly ComboOption[]): readonly ComboOption[] {
  if (recent.length === 0) return options;
  const rest = options.filter(({ id }) => !recent.some((one) => one.id === id));
  return [
    ...recent.map((option) => ({ ...option, section: t('claims.form.recent') })),
    ...rest.map((option) => ({ ...option, section: t('claims.form.all') })),
  ];
}
