import { foldWords } from './fold-words.ts';

/**
 * One thing to look for. `phrase`: all of what is withheld at one place; `word`, `number`: a part of it. `folded` is what
 * is compared; `written` as it stands in the original.
 */
export type Needle = { kind: 'phrase' | 'word' | 'number'; phrase: number; written: string; folded: string; squeezed: string | null };

/** Shorter words and numbers stand in every text; alone they are not looked for. */
export const leastPart = 4;
/** From this many letters on, words run together or torn apart by line ends are found too. */
const LEAST_SQUEEZED = 8;

/**
 * What to look for so that none of these phrases slips out: each as a whole, and each of its words and numbers of at
 * least four characters. `phrase` is the index in `phrases`. Phrases without letters and digits give nothing.
 */
export function needlesOf(phrases: readonly string[]): Needle[] {
  const needles = new Map<string, Needle>();
  const add = (needle: Needle) => needles.has(needle.folded) || needles.set(needle.folded, needle);
  for (const [phrase, written] of phrases.entries()) {
    const folded = foldWords(written).trim();
    if (folded === '') continue;
    const joined = folded.replaceAll(' ', '');
    add({ kind: 'phrase', phrase, written: written.trim(), folded, squeezed: joined.length >= LEAST_SQUEEZED ? joined : null });
  }
  for (const [phrase, written] of phrases.entries())
    for (const part of written.split(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/u))
      for (const folded of foldWords(part).trim().split(' '))
        if ([...folded].length >= leastPart)
          add({ kind: /^\d+$/.test(folded) ? 'number' : 'word', phrase, written: part, folded, squeezed: null });
  return [...needles.values()];
}
