import { useMemo } from 'react';
import { ComboBox } from '../ui/combo-box.tsx';

export type TermFieldProps = {
  label: string;
  terms: readonly string[];
  value: string;
  onChange: (term: string) => void;
  error?: string | undefined;
  placeholder?: string;
};

/** A term of a vocabulary, or the person's own word in its place. */
export function TermField({ label, terms, value, onChange, error, placeholder }: TermFieldProps) {
  const options = useMemo(() => {
    const typed = value.trim().toLowerCase();
    const fitting = terms.includes(typed) ? terms : terms.filter((term) => term.includes(typed));
    return fitting.map((term) => ({ id: term, label: term }));
  }, [terms, value]);
  return (
    <ComboBox
      aria-label={label}
      options={options}
      inputValue={value}
      onInputChange={onChange}
      value={terms.includes(value) ? value : null}
      onChoose={(id) => id !== null && onChange(id)}
      error={error}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
