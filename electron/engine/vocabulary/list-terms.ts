import type { ParsedInput } from '#shared/contract.ts';
import { builtInTerms, vocabularyNames, type CaseTerm, type ListedTerm, type VocabularyName } from '#shared/model/vocabularies.ts';
import type { CaseContext } from '../context.ts';
import { usesOf } from './count-uses.ts';
import { isBuiltIn, standingTerms, toTerm } from './terms.ts';

/** What can be chosen: the case's own first, then words that are only used, each by name, then what is built in. */
export async function listTerms(ctx: CaseContext, { vocabulary }: ParsedInput<'vocabulary.list'>): Promise<{ terms: ListedTerm[] }> {
  const own = (await standingTerms(ctx.read).selectAll().orderBy('term').execute()).map(toTerm);
  const terms: ListedTerm[] = [];
  for (const name of vocabulary === undefined ? vocabularyNames : [vocabulary]) {
    const mine = own.filter((term) => term.vocabulary === name);
    terms.push(...termsOf(name, mine, await usesOf(ctx.read, name)));
  }
  return { terms };
}

/** Pure. */
export function termsOf(vocabulary: VocabularyName, own: readonly CaseTerm[], uses: ReadonlyMap<string, number>): ListedTerm[] {
  const used = (term: string) => uses.get(term) ?? 0;
  const plain = { vocabulary, id: null, words: [], note: '' };
  const known = new Set(own.map(({ term }) => term));
  const loose = [...uses.keys()].filter((term) => !known.has(term) && !isBuiltIn(vocabulary, term)).sort();
  return [
    ...own.map(({ id, term, words, note }) => ({ vocabulary, term, origin: 'case' as const, id, words, note, used: used(term) })),
    ...loose.map((term) => ({ ...plain, term, origin: 'used' as const, used: used(term) })),
    ...builtInTerms[vocabulary].map((term) => ({ ...plain, term, origin: 'built-in' as const, used: used(term) })),
  ];
}
