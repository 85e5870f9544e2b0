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
};
const read = (quote: string) => summaryOf(draftFromWords(quote, phraseContext));

describe.each(Object.entries(tables))('%s', (_, phrases) => {
  test.each([...phrases])('%s', (quote, reading) => expect(read(quote)).toEqual(reading));
});
