import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';

type TagSuggestionsProps = {
  id: string;
  tags: readonly string[];
  /** The one Enter would take; -1 for none. */
  chosen: number;
  mark: (tag: string) => ReactNode;
  onTake: (tag: string) => void;
};

/** Tags that begin with, or hold, what is being typed. */
export function TagSuggestions({ id, tags, chosen, mark, onTake }: TagSuggestionsProps) {
  return (
    <div className="tag-suggestions" role="listbox" id={id} aria-label={t('ui.tags.known')}>
      {tags.map((tag, index) => (
        <div
          key={tag}
          role="option"
          id={`${id}-${index}`}
          className="tag-suggestion"
          aria-selected={index === chosen}
          // Before the field loses the focus and takes what was typed for a tag of its own.
          onPointerDown={(event) => (event.preventDefault(), onTake(tag))}
        >
          {mark(tag)}
          <span className="truncate" dir="auto">
            {tag}
          </span>
        </div>
      ))}
    </div>
  );
}

/** At most this many are offered. */
const OFFERED = 8;

/** Known tags that fit what is typed, those that begin with it first; pure. */
export function fittingTags(known: readonly string[], value: readonly string[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const free = known.filter((tag) => !value.includes(tag) && tag.toLowerCase() !== wanted && tag.toLowerCase().includes(wanted));
  const begins = (tag: string) => tag.toLowerCase().startsWith(wanted);
  return [...free.filter(begins), ...free.filter((tag) => !begins(tag))].slice(0, OFFERED);
}
