import { describe, expect, test } from 'vitest';
import { draftFromWords } from '../draft-from-words.ts';
import { arabicActs } from './phrases/arabic-acts.ts';
import { arabicCounts } from './phrases/arabic-counts.ts';
import { arabicDates } from './phrases/arabic-dates.ts';
import { englishActs } from './phrases/english-acts.ts';
import { englishCounts } from './phrases/english-counts.ts';
import { englishDates } from './phrases/english-dates.ts';
import { englishNames } from './phrases/english-names.ts';
import { englishWho } from './phrases/english-who.ts';
import { freshFirst } from './phrases/fresh-first.ts';
import { freshSecond } from './phrases/fresh-second.ts';
import { freshThird } from './phrases/fresh-third.ts';
import { hardWords } from './phrases/hard-words.ts';
import { longerSentences } from './phrases/longer-sentences.ts';
import { misses } from './phrases/misses.ts';
import { phraseContext, type Phrase } from './phrases/phrase.ts';
import { summaryOf } from './phrases/summary.ts';

const tables: Record<string, readonly Phrase[]> = {
  englishCounts,
  englishWho,
  englishActs,
  englishDates,
  englishNames,
  arabicCounts,
  arabicActs,
  arabicDates,
  longerSentences,
  hardWords,
  freshFirst,
  freshSecond,
  freshThird,
};
const read = (quote: string) => summaryOf(draftFromWords(quote, phraseContext));

describe.each(Object.entries(tables))('%s', (_, phrases) => {
  test.each([...phrases])('%s', (quote, reading) => expect(read(quote)).toEqual(reading));
});

describe('misses are read wrongly, as they are listed', () => {
  test.each([...misses])('%s', (quote, should, reads) => {
    expect(read(quote)).toEqual(reads);
    expect(read(quote)).not.toEqual(should);
  });
});

test('the tables hold enough of both languages, each phrase once', () => {
  const quotes = Object.values(tables)
    .flat()
    .map(([quote]) => quote);
  const arabic = quotes.filter((quote) => /\p{Script=Arabic}/u.test(quote)).length;
  expect(new Set([...quotes, ...misses.map(([quote]) => quote)]).size).toBe(quotes.length + misses.length);
  expect(quotes.length - arabic).toBeGreaterThanOrEqual(230);
  expect(arabic).toBeGreaterThanOrEqual(160);
});
