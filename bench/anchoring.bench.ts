/** Passages described and found again, against the fuzzy search alone over the same text: what the cheap steps save. */
import search from 'approx-string-match';
import { describeWords } from '../shared/anchoring/describe-words.ts';
import { resolveWords } from '../shared/anchoring/resolve-words.ts';
import { printRows, RUNS, seconds, setting, type Row } from './measure.ts';

const PASSAGES = setting('PASSAGES', 50);
const CHARACTERS = setting('CHARACTERS', 500_000);

const vocabulary = Array.from({ length: 3000 }, (_, at) => `word${((at * 7919) % 3000).toString(36)}`);
const text = Array.from({ length: CHARACTERS / 9 }, (_, at) => vocabulary[(at * 31 + ((at * at) % 997)) % 3000]).join(' ');
const places = Array.from({ length: PASSAGES }, (_, at) => Math.floor((text.length - 200) * (at / PASSAGES)));
const passages = places.map((start) => describeWords(text, start, start + 120));
const quotes = places.map((start) => text.slice(start, start + 120));
const moved = `Something put before it. ${text}`;
const slipped = `Something put before it. ${text.replaceAll('word1a', 'wordd1a')}`;

async function row(what: string, now: string): Promise<Row> {
  const ours = await seconds(() => passages.map((selectors) => resolveWords(now, selectors)));
  const theirs = await seconds(() => quotes.map((quote) => search(now, quote, 24)));
  return { what, ours, against: 'approx-string-match', theirs };
}

const described: Row = {
  what: 'described and found at its place',
  ours: await seconds(() => places.map((start) => resolveWords(text, describeWords(text, start, start + 120)))),
  against: 'approx-string-match',
  theirs: await seconds(() => quotes.map((quote) => search(text, quote, 24))),
};
printRows(`${PASSAGES} passages of 120 characters in a text of ${text.length}; median of ${RUNS} runs`, [
  described,
  await row('found elsewhere, letter for letter', moved),
  await row('found with slips, or lost', slipped),
]);
