/** What happened, and how it is said. */
import type { ClaimFields } from '../../model/claims.ts';
import type { ReadingRule } from '../../model/claim-draft.ts';
import { actRank, actWords, recoveredWords, remainsWords } from './act-words.ts';
import type { CaseWords } from './case-words.ts';
import { isOneOf, lookUp, lookUpIn, wordSet } from './lexicon.ts';
import { modalityWords, negations } from './modality-words.ts';
import type { Token } from './tokens.ts';

export type WordRead<Term> = { term: Term; start: number; next: number; rule: ReadingRule | null };

/** The word nearest to `place` (an offset in the quote); words for what was done come before words for the strike, and those before words for saying so. */
export function readAct(tokens: readonly Token[], words: CaseWords, place: number): WordRead<string> | null {
  const recovers = tokens.some((_, at) => lookUp(remainsWords, tokens, at) !== null);
  const known = recovers ? [words.acts, actWords, recoveredWords] : [words.acts, actWords];
  let best: (WordRead<string> & { rank: number; far: number }) | null = null;
  for (let start = 0; start < tokens.length; start++) {
    const found = lookUpIn(known, tokens, start);
    if (found === null || (actRank(found.term) === 2 && isNegated(tokens, start))) continue;
    const far = Math.abs(((tokens[start]?.start ?? 0) + (tokens[found.next - 1]?.end ?? 0)) / 2 - place);
    const rank = isDescription(tokens, start) ? 1 : actRank(found.term);
    if (best === null || rank < best.rank || (rank === best.rank && far < best.far)) {
      const own = lookUp(words.acts, tokens, start)?.next === found.next;
      best = { ...found, start, rank, far, rule: own ? { rule: 'case-term', vocabulary: 'act', term: found.term } : null };
    }
  }
  return best;
}

/** The first word that says more than plain assertion. */
export function readModality(tokens: readonly Token[]): WordRead<ClaimFields['modality']> | null {
  for (let start = 0; start < tokens.length; start++) {
    const found = lookUp(modalityWords, tokens, start);
    if (found !== null && !isNegated(tokens, start)) return { ...found, start, rule: null };
  }
  return null;
}

/** "the bodies of those killed", "from among the dead": the word tells who they are, and something else happened. */
function isDescription(tokens: readonly Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? ''];
  return before === 'those' || (before === 'the' && /^(?:dead|wounded|injured|missing|displaced)$/.test(word)) || described.has(word);
}
const described = wordSet('القتلى الجرحى الشهداء المصابين المفقودين النازحين');

function isNegated(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((back) => isOneOf(negations, tokens[at - back]));
}
