/** What happened, and how it is said. */
import type { ClaimFields } from '../../model/claims.ts';
import type { ReadingRule } from '../../model/claim-draft.ts';
import { actRank, actWords, recoveredWords, remainsWords } from './act-words.ts';
import type { CaseWords } from './case-words.ts';
import { isOneOf, lookUp, lookUpIn, wordSet, type Lexicon } from './lexicon.ts';
import { modalityWords, negations } from './modality-words.ts';
import { isPublishing } from './said-or-happened.ts';
import type { Token } from './tokens.ts';
import { unitWords } from './unit-words.ts';

export type WordRead<Term> = { term: Term; start: number; next: number; rule: ReadingRule | null };

/** The word nearest to `place` (an offset in the quote); words for what was done come before words for the strike, and those before words for saying so. */
export function readAct(tokens: readonly Token[], words: CaseWords, place: number): WordRead<string> | null {
  const recovers = tokens.some((_, at) => lookUp(remainsWords, tokens, at) !== null);
  const known = recovers ? [words.acts, actWords, recoveredWords] : [words.acts, actWords];
  let best: (WordRead<string> & { rank: number; far: number }) | null = null;
  for (let start = 0; start < tokens.length; start++) {
    const found = lookUpIn(known, tokens, start);
    if (found === null || isPublishing(tokens, start) || (actRank(found.term) === 2 && isNegated(tokens, start))) continue;
    const far = distance(tokens, start, lastOfPair(tokens, known, found.next), place);
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
    const none = deniedAt(tokens, start);
    if (none !== null) return { term: 'denies', start, next: none, rule: null };
  }
  return null;
}

/** From the nearer edge. */
function distance(tokens: readonly Token[], start: number, next: number, place: number): number {
  const [from, to] = [tokens[start]?.start ?? 0, tokens[next - 1]?.end ?? 0];
  return from <= place && place <= to ? 0 : Math.min(Math.abs(from - place), Math.abs(to - place));
}

/** "killed and wounded 50": the first is as near as both, and comes first. */
function lastOfPair(tokens: readonly Token[], known: readonly Lexicon<string>[], next: number): number {
  const from = /^(?:and|or|و|او)$/.test(tokens[next]?.text ?? '') ? next + 1 : next;
  const tied = tokens[from]?.text.startsWith('و') ?? false;
  const second = from > next || tied ? lookUpIn(known, tokens, from) : null;
  return second?.next ?? next;
}

/** "the bodies of those killed", "from among the dead": the word tells who they are, and something else happened. */
function isDescription(tokens: readonly Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? ''];
  return before === 'those' || (before === 'the' && /^(?:dead|wounded|injured|missing|displaced)$/.test(word)) || described.has(word);
}
const described = wordSet('القتلى الجرحى الشهداء المصابين المفقودين النازحين');

/** "no civilians", "was not killed", "nobody died": where what is denied ends. */
function deniedAt(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text === 'no') {
    const unit = lookUp(unitWords, tokens, at + 1) ?? (tokens[at + 1]?.kind === 'word' ? lookUp(unitWords, tokens, at + 2) : null);
    return unit !== null && unit.term.role === 'count' && !/^(?:fewer|less|more|longer)$/.test(tokens[at + 1]?.text ?? '')
      ? unit.next
      : null;
  }
  if (!isOneOf(denials, tokens[at]) || isOneOf(still, tokens[at + 1])) return null;
  for (const from of [at + 1, at + 2]) {
    const act = lookUp(actWords, tokens, from);
    if (act !== null && actRank(act.term) === 0) return act.next;
  }
  return null;
}
const denials = wordSet('not nobody لم دون');
const still = wordSet('only just يزل تزل');

function isNegated(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((back) => isOneOf(negations, tokens[at - back]));
}
