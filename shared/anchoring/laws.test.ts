import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Selector } from '../model/passages.ts';
import { splitsPair } from './code-points.ts';
import { describeWords } from './describe-words.ts';
import { foldText } from './folded-text.ts';
import { nearDuplicates, written } from './near-duplicates.ts';
import { LEAST_SCORE, resolveWords } from './resolve-words.ts';
import { LONGEST_FUZZY, MOST_WORK, searchWindows } from './search-alike.ts';

/** Letters and marks of many scripts, the ones outside the BMP and the ones that must not be parted included. */
const scripts = [
  'abc ÀéẞſﬁﬂĲ.,-’ 1,236',
  'الجماعيةُ ٱلرَّقة ـ ﻻﷲ ١٬٢٣٦',
  'שָׁלוֹם ־ 12',
  'हिन्दी क्षत्रिय १२३',
  'ไทยน้ำ ลาว ខ្មែរ',
  '一千二百三十六𠀀𠀁𪜈、。',
  '𐤀𐤁𐎀𒀀𒁀𐌰𐌱 𝟙𝟚',
  '👩‍👩‍👧 🏚️ 🇸🇾 e\u0301\u00ad\u200b\u200f',
].map((letters) => fc.constantFrom(...letters));
const scripted = fc.array(fc.oneof(...scripts), { minLength: 1, maxLength: 120 }).map((parts) => parts.join(''));
const ranged = scripted
  .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)))
  .map(([text, a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) }))
  .filter(({ text, start, end }) => end > start && !splitsPair(text, start) && !splitsPair(text, end));

describe('in any script', () => {
  test('resolve(describe(x)) is x, and so is it when asked again', () => {
    fc.assert(
      fc.property(ranged, ({ text, start, end }) => {
        const selectors = describeWords(text, start, end);
        const found = resolveWords(text, selectors);
        expect(found).toEqual({ state: 'exact', start, end, score: 1 });
        expect(resolveWords(text, selectors)).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is found never cuts a character, whatever the text has become', () => {
    fc.assert(
      fc.property(ranged, scripted, ({ text, start, end }, other) => {
        const found = resolveWords(other + text.slice(0, start) + text.slice(end) + other, describeWords(text, start, end));
        const now = other + text.slice(0, start) + text.slice(end) + other;
        if (found.state === 'lost') return;
        expect(splitsPair(now, found.start) || splitsPair(now, found.end)).toBe(false);
        expect(found.score).toBeGreaterThanOrEqual(LEAST_SCORE);
        expect(found.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('among near-duplicates: other figures, names exchanged, negations', () => {
  test('a sentence that was taken out is lost, never another one', () => {
    fc.assert(
      fc.property(nearDuplicates, (given) => {
        const { text, start, end } = written(given);
        const without = given.sentences.filter((_, at) => at !== given.at).join(given.gap);
        expect(resolveWords(without, describeWords(text, start, end)).state).toBe('lost');
      }),
      { numRuns: 2000 },
    );
  });

  test('a sentence whose figure, name or negation was changed is lost or its own place, never another', () => {
    fc.assert(
      fc.property(nearDuplicates, nearDuplicates, (given, source) => {
        const { text, start, end } = written(given);
        const put = source.sentences[source.at] ?? '';
        const edited = { ...given, sentences: given.sentences.map((sentence, at) => (at === given.at ? put : sentence)) };
        const place = written(edited);
        const found = resolveWords(place.text, describeWords(text, start, end));
        if (put === given.sentences[given.at]) expect(found.state).toBe('exact');
        else if (found.state !== 'lost') expect(within(found, place)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a sentence with a slip of the pen in it is found at its own place', () => {
    fc.assert(
      fc.property(nearDuplicates, (given) => {
        const { text, start, end } = written(given);
        const place = written({
          ...given,
          sentences: given.sentences.map((one, at) => (at === given.at ? one.replace(...given.typo) : one)),
        });
        const found = resolveWords(place.text, describeWords(text, start, end));
        expect(found.state).toBe('approximate');
        expect(within(found as { start: number; end: number }, place)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('of part of a sentence, another place is named only where the very words stand, and never with a whole score unless all that is recorded round them does', () => {
    fc.assert(
      fc.property(nearDuplicates, fc.nat(), fc.nat(), (given, a, b) => {
        const { text, start, end } = written(given);
        const [from, to] = [start + (a % (end - start)), start + (b % (end - start)) + 1].sort((one, other) => one - other) as [
          number,
          number,
        ];
        fc.pre(to - from >= 12 && text.slice(from, to).trim() !== '');
        const without = given.sentences.filter((_, at) => at !== given.at).join(given.gap);
        const found = resolveWords(without, describeWords(text, from, to));
        if (found.state === 'lost') return;
        expect(foldText(without.slice(found.start, found.end)).text).toBe(foldText(text.slice(from, to)).text);
        // The same words at the same offset are where they were, by the definition of `exact`.
        if (found.state === 'exact') return;
        const [words] = describeWords(text, from, to) as [Extract<Selector, { type: 'TextQuoteSelector' }>];
        const recorded = without.slice(0, found.start).endsWith(words.prefix) && without.startsWith(words.suffix, found.end);
        if (!recorded) expect(found.score).toBeLessThan(1);
      }),
      { numRuns: 1000, examples: [[halvedFigure, 0, 682_933_542]] },
    );
  });
});

/** A passage that ends at the ١٬ of ١٬٢٣٦ is not found at the 1 of 1263. */
const halvedFigure = {
  sentences: [
    'قالت اللجنة إن أحمد صالح قُتل مع محمود صالح ومعهما ١٬٢٣٦ آخرين خلال القصف على المستشفيات.',
    'قالت اللجنة إن أحمد صالح قُتل مع محمود صالح ومعهما 1263 آخرين خلال القصف على المستشفيات.',
    'قالت اللجنة إن أحمد صالح قُتل مع أحمد صالح ومعهما ١٬٢٣٦ آخرين خلال القصف على المستشفيات.',
  ],
  at: 0,
  gap: ' ',
  typo: ['المستشفيات', 'المستشفياات'] as [string, string],
};

function within(found: { start: number | null; end: number | null }, place: { start: number; end: number }): boolean {
  return found.start !== null && found.end !== null && found.start >= place.start && found.end <= place.end;
}

/**
 * The score is monotone in expectation: over many ways to damage a passage with `n` slips (a letter put, taken or
 * exchanged at a place of its own, one way going on from where it was at `n - 1`), the mean score at `n` is never above
 * the mean at `n - 1`. One way alone may rise by a hair, when a slip undoes what another did to the alignment.
 */
test('the mean score falls as slips are added', () => {
  const article =
    'The committee published photographs of the excavation on Wednesday. Archaeologists documented extensive destruction throughout neighbouring ' +
    'settlements, including agricultural infrastructure. The second report concerned hospitals.';
  const quote =
    'Archaeologists documented extensive destruction throughout neighbouring settlements, including agricultural infrastructure';
  const start = article.indexOf(quote);
  const selectors = describeWords(article, start, start + quote.length);
  const levels = 8;
  const sums = Array<number>(levels + 1).fill(0);
  const way = fc.tuple(
    fc.uniqueArray(fc.nat(quote.length - 1), { minLength: levels, maxLength: levels }),
    fc.array(fc.constantFrom('put', 'take', 'exchange'), { minLength: levels, maxLength: levels }),
  );
  for (const [places, kinds] of fc.sample(way, { numRuns: 300, seed: 2018 })) {
    for (let level = 0; level <= levels; level++) {
      const units = article.split('');
      for (let at = 0; at < level; at++) {
        const place = start + places[at]!;
        units[place] = kinds[at] === 'take' ? '' : kinds[at] === 'put' ? `${units[place]}q` : 'q';
      }
      sums[level]! += resolveWords(units.join(''), selectors).score;
    }
  }
  const means = sums.map((sum) => sum / 300);
  expect(means[0]).toBe(1);
  for (let level = 1; level <= levels; level++) expect(means[level]).toBeLessThanOrEqual(means[level - 1]!);
});

describe('work is bounded, not by the clock', () => {
  test('what is searched of a text of 2 MB stays within the work allowed, for a quote of any length', () => {
    const folded = foldText('Nearly 1,236 bodies, it said. '.repeat(70_000));
    expect(folded.text.length).toBeGreaterThan(1_900_000);
    expect(folded.text.length).toBeLessThanOrEqual(2_100_000);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 * LONGEST_FUZZY }), fc.nat(2_100_000), fc.nat(2_100_000), (length, at, place) => {
        const windows = searchWindows(folded, length, at, { start: place, end: place + 5000 });
        const work = windows.reduce((sum, { start, end }) => sum + (end - start) * length, 0);
        expect(work).toBeLessThanOrEqual(2 * MOST_WORK + (length + 1000) * length);
        for (const { start, end } of windows) expect(start >= 0 && end <= folded.text.length).toBe(true);
        if (length > LONGEST_FUZZY) expect(windows).toEqual([]);
      }),
    );
  });

  test('folding is in proportion to the text: no character becomes more than the longest compatibility form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(foldText(text).text.length).toBeLessThanOrEqual(18 * text.length);
      }),
    );
  });
});
