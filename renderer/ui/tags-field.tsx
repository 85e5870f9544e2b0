import './tags-field.css';
import { X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../messages/index.ts';
import { fittingTags, TagSuggestions } from './tag-suggestions.tsx';

export type TagsFieldProps = {
  label: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
  placeholder?: string;
  /** Tags in use, the likeliest first; offered while typing. */
  suggestions?: readonly string[];
  /** What stands before a tag's name, such as its colour. */
  mark?: (tag: string) => ReactNode;
  isReadOnly?: boolean;
};

const noMark = () => null;

/** Short words; Enter or a comma ends one, Backspace in the empty field takes the last away. Arrows choose among those offered. */
export function TagsField({ label, value, onChange, placeholder, suggestions = [], mark = noMark, isReadOnly = false }: TagsFieldProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const listId = useId();
  const offered = fittingTags(suggestions, value, typed);
  const type = (words: string) => (setTyped(words), setChosen(-1));
  const add = (words: string) => {
    const fresh = words
      .split(/[,،]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !value.includes(word));
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)]);
    type('');
  };
  const press = (event: KeyboardEvent & { continuePropagation: () => void }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
    if (step !== 0 && offered.length > 0) {
      event.preventDefault();
      setChosen(Math.max(-1, Math.min(offered.length - 1, chosen + step)));
    } else if (isPlainEnter && typed.trim() !== '') {
      event.preventDefault();
      add(offered[chosen] ?? typed);
    } else if (event.key === 'Escape' && offered.length > 0) {
      type('');
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(value.slice(0, -1));
    } else {
      event.continuePropagation();
    }
  };
  return (
    <TextField
      className="field tags-field"
      value={typed}
      isReadOnly={isReadOnly}
      onChange={(words) => (/[,،]/.test(words) ? add(words) : type(words))}
      onBlur={() => add(typed)}
      onKeyDown={press}
    >
      <Label className="field-label">{label}</Label>
      <div className="field-box tags-box">
        {value.map((tag) => (
          <Tag key={tag} tag={tag} mark={mark(tag)} onRemove={isReadOnly ? null : () => onChange(value.filter((other) => other !== tag))} />
        ))}
        <Input
          className="field-input tags-input"
          dir="auto"
          placeholder={placeholder ?? ''}
          aria-controls={listId}
          {...(chosen < 0 ? {} : { 'aria-activedescendant': `${listId}-${chosen}` })}
        />
      </div>
      {offered.length === 0 ? null : <TagSuggestions id={listId} tags={offered} chosen={chosen} mark={mark} onTake={add} />}
    </TextField>
  );
}

function Tag({ tag, mark, onRemove }: { tag: string; mark: ReactNode; onRemove: (() => void) | null }) {
  return (
    <span className="tag">
      {mark}
      <span className="truncate" dir="auto">
        {tag}
      </span>
      {onRemove === null ? null : (
        <Button className="tag-remove" aria-label={t('ui.tags.remove', { tag })} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </span>
  );
}
