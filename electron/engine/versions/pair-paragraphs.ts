/** Which removed paragraph became which added one: those that share the most words, in the order they stand. Pure. */
import { wordsOf } from './compare-words.ts';

export type Pair = { from: string | null; to: string | null };

/** Share of words two paragraphs must have in common to be one paragraph that changed. */
const LEAST_ALIKE = 0.4;
/** Removed times added paragraphs that are compared each with each; more at one place are told apart, not paired. */
const MOST_COMPARED = 10_000;
/** Words of a paragraph that are looked at. */
const MOST_WORDS = 400;

/** Every paragraph once, `from` before `to` where they are not a pair; the order of each side is kept. */
export function pairParagraphs(removed: readonly string[], added: readonly string[]): Pair[] {
  const pairs = removed.length * added.length > MOST_COMPARED ? [] : bestPairs(removed, added);
  const out: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [pairI, pairJ] of [...pairs, [removed.length, added.length] as const]) {
    while (i < pairI) out.push({ from: removed[i++]!, to: null });
    while (j < pairJ) out.push({ from: null, to: added[j++]! });
    if (i < removed.length && j < added.length) out.push({ from: removed[i++]!, to: added[j++]! });
  }
  return out;
}

/** The pairing in order with the most likeness in all (Needleman and Wunsch 1970, without a price for gaps). */
function bestPairs(removed: readonly string[], added: readonly string[]): [number, number][] {
  const [bags, others] = [removed.map(bagOf), added.map(bagOf)];
  const width = added.length + 1;
  const best = new Float64Array((removed.length + 1) * width);
  const likeness = new Float64Array(removed.length * added.length);
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const alike = alikeness(bags[i]!, others[j]!);
      likeness[i * added.length + j] = alike;
      const paired = alike >= LEAST_ALIKE ? alike + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < removed.length && j < added.length;) {
    const alike = likeness[i * added.length + j]!;
    if (alike >= LEAST_ALIKE && best[i * width + j] === alike + best[(i + 1) * width + j + 1]!) pairs.push([i++, j++]);
    else if (best[i * width + j] === best[(i + 1) * width + j]!) i += 1;
    else j += 1;
  }
  return pairs;
}

type Bag = { words: Map<string, number>; size: number };

function bagOf(paragraph: string): Bag {
  const words = new Map<string, number>();
  const looked = wordsOf(paragraph.slice(0, MOST_WORDS * 8))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  for (const word of looked) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: looked.length };
}

/** Twice the words in common over the words of both (Dice 1945). */
function alikeness(a: Bag, b: Bag): number {
  let common = 0;
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
