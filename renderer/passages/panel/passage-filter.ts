/** Narrowing a list of passages by what they are and what was written beside them. Pure. */
import type { AnchorState, Passage } from '#shared/model/passages.ts';
import type { TagColour } from '#shared/model/tag-colours.ts';

/** Null: not asked. */
export type PassageFilter = {
  words: string;
  tag: string | null;
  colour: TagColour | null;
  kind: Passage['kind'] | null;
  /** `changed`: any state but exact. */
  state: AnchorState | 'changed' | null;
  claims: 'with' | 'without' | null;
  author: string | null;
};

export const noFilter: PassageFilter = { words: '', tag: null, colour: null, kind: null, state: null, claims: null, author: null };

export function isFiltering(filter: PassageFilter): boolean {
  return filter.words.trim() !== '' || Object.entries(filter).some(([name, value]) => name !== 'words' && value !== null);
}

export function filterPassages(passages: readonly Passage[], filter: PassageFilter): readonly Passage[] {
  if (!isFiltering(filter)) return passages;
  const wanted = foldWords(filter.words).split(/\s+/u).filter(Boolean);
  return passages.filter((passage) => fits(passage, filter) && (wanted.length === 0 || holdsAll(passage, wanted)));
}

function fits(passage: Passage, { tag, colour, kind, state, claims, author }: PassageFilter): boolean {
  return (
    (tag === null || passage.tags.includes(tag)) &&
    (colour === null || passage.colour === colour) &&
    (kind === null || passage.kind === kind) &&
    (state === null || (state === 'changed' ? passage.state !== 'exact' : passage.state === state)) &&
    (claims === null || passage.claimIds.length > 0 === (claims === 'with')) &&
    (author === null || passage.createdBy === author)
  );
}

function holdsAll(passage: Passage, wanted: readonly string[]): boolean {
  const text = foldWords([passage.quote, passage.comment, passage.translation ?? '', ...passage.tags].join('\n'));
  return wanted.every((word) => text.includes(word));
}

/** Without case, marks and tatweel, the forms of alef as one: what a person types need not be what stands there. */
function foldWords(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\u0671\u0622\u0623\u0625]/gu, '\u0627')
    .toLowerCase();
}
