import './tags-field.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../messages/index.ts';

export type TagsFieldProps = { label: string; value: readonly string[]; onChange: (tags: string[]) => void; placeholder?: string };

/** Short words; Enter or a comma ends one, Backspace in the empty field takes the last away. */
export function TagsField({ label, value, onChange, placeholder }: TagsFieldProps) {
  const [typed, setTyped] = useState('');
  const add = (words: string) => {
    const fresh = words
      .split(/[,،]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !value.includes(word));
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)]);
    setTyped('');
  };
  return (
    <TextField
      className="field"
      value={typed}
      onChange={(words) => (/[,،]/.test(words) ? add(words) : setTyped(words))}
      onBlur={() => add(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed.trim() !== '') {
          event.preventDefault();
          add(typed);
        } else if (event.key === 'Backspace' && typed === '') {
          onChange(value.slice(0, -1));
        } else {
          event.continuePropagation();
        }
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="field-box tags-box">
        {value.map((tag) => (
          <span className="tag" key={tag}>
            <span className="truncate" dir="auto">
              {tag}
            </span>
            <Button
              className="tag-remove"
              aria-label={t('ui.tags.remove', { tag })}
              onPress={() => onChange(value.filter((other) => other !== tag))}
            >
              <X aria-hidden />
            </Button>
          </span>
        ))}
        <Input className="field-input tags-input" dir="auto" placeholder={placeholder ?? ''} />
      </div>
    </TextField>
  );
}
