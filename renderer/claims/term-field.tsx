import { useMemo } from 'react';
import type { ListedTerm } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { ComboBox, type ComboOption } from '../ui/combo-box.tsx';

export type TermOption = Pick<ListedTerm, 'term' | 'origin'>;

export type TermFieldProps = {
  label: string;
  terms: readonly TermOption[];
  /** Used by the newest claims; offered first while nothing is typed. */
  recent?: readonly string[];
  value: string;
  onChange: (term: string) => void;
  error?: string | undefined;
  placeholder?: string;
};

/** A term of a vocabulary, or the person's own word in its place, which is said to be new. */
export function TermField({ label, terms, recent = [], value, onChange, error, placeholder }: TermFieldProps) {
  const options = useMemo(() => optionsFor(value, terms, recent), [terms, recent, value]);
  const typed = value.trim();
  const isKnown = terms.some(({ term }) => term === typed);
  const isNew = typed !== '' && !isKnown && error === undefined;
  return (
    <ComboBox
      aria-label={label}
      options={options}
      inputValue={value}
      onInputChange={onChange}
      value={isKnown ? typed : null}
      onChoose={(id) => id !== null && onChange(id)}
      error={error}
      {...(isNew ? { hint: t('claims.form.new-word') } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}

/** All terms, the recent first, while the field is empty or holds a term as it is; else those that hold the words. */
function optionsFor(value: string, terms: readonly TermOption[], recent: readonly string[]): ComboOption[] {
  const typed = value.trim().toLowerCase();
  const isWhole = typed === '' || terms.some(({ term }) => term === typed);
  if (!isWhole) return terms.filter(({ term }) => term.includes(typed)).map(toOption);
  const first = recent.flatMap((word) => terms.find(({ term }) => term === word) ?? []);
  const rest = terms.filter((term) => !first.includes(term));
  if (first.length === 0) return rest.map(toOption);
  return [
    ...first.map((term) => ({ ...toOption(term), section: t('claims.form.recent') })),
    ...rest.map((term) => ({ ...toOption(term), section: t('claims.form.all') })),
  ];
}

function toOption({ term, origin }: TermOption): ComboOption {
  return { id: term, label: term, ...(origin === 'built-in' ? {} : { detail: t('claims.form.own-word') }) };
}
