/** A claim as one readable sentence, for lists, search, the report and the command line. */
import type { ClaimFields, Quantity } from '../model/claims.ts';
import { figureWords } from './figure-words.ts';

type Sentence = Pick<ClaimFields, 'act' | 'modality' | 'quantities' | 'parties'>;

/**
 * "asserts: nearly 1,236 bodies exhumed, most women and children; 3 mass graves". Parties are named where `names` (by id)
 * knows them. The speaker is not part of the sentence: lists show it in a column of its own.
 */
export function claimSentence({ act, modality, quantities, parties }: Sentence, names: ReadonlyMap<string, string> = new Map()): string {
  const [first, ...rest] = [...quantities].sort((a, b) => Number(b.role === 'count') - Number(a.role === 'count'));
  const counted = first === undefined ? act : quantityWords(first, first.role === 'count' ? act : null, act);
  const others = rest.map((quantity) => quantityWords(quantity, null, null));
  const named = parties.flatMap(({ partyId, role }) => (names.has(partyId) ? [`${role}: ${names.get(partyId)}`] : []));
  return `${modality}: ${[counted, ...others, ...named].join('; ')}`;
}

function quantityWords(quantity: Quantity, after: string | null, before: string | null): string {
  const figure = `${figureWords(quantity)} ${quantity.unit}`;
  const lead = after === null && before !== null ? `${before}, ` : '';
  const groups = quantity.breakdown.map(
    (part) => `, ${part.qualifier === 'most' || part.qualifier === 'some' ? part.qualifier : figureWords(part)} ${joined(part.groups)}`,
  );
  return `${lead}${figure}${after === null ? '' : ` ${after}`}${groups.join('')}`;
}

function joined(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
