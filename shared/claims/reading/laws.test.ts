import { cpuUsage } from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimDraft } from '../../model/claim-draft.ts';
import { claimFields } from '../../model/claims.ts';
import { draftFromWords } from '../draft-from-words.ts';
import { phraseContext } from './phrases/phrase.ts';

/** Without the names, whose ids in the tables are no ids. */
const context = { itemDate: phraseContext.itemDate ?? null, terms: phraseContext.terms ?? [] };
const fillers =
  'nearly|at least|more than|up to|between|and|or|from|to|of|the|a|in|on|by|since|until|last|this|ago|bodies|civilians|people|children|strikes|hundred|thousand|million|dozen|half|killed|wounding|dead|died|exhumed|said|denied|that|most|of them|including|among them|women|-|,|.|(|)|%|+|"|year|month|days|old|early|mid-|late|Tuesday|June|March|yesterday|spring|' +
  'نحو|ما لا يقل عن|أكثر من|بين|و|من|في|على الأقل|جثة|مدنياً|شخصا|أطفال|نساء|قُتل|أصيب|انتشال|مقتل|قتلى|معظمهم من|بينهم|عشرات|آلاف|ألف|مئة|عشر|آذار|كانون|الثاني|عام|الماضي|منذ|قبل|يوم|الثلاثاء|قال|إن|نفى|لم|ـ|،|ü|½|²|\n|\u00a0|\u200f|\ud800';
const filler = fc.constantFrom(...fillers.split('|'));
const digits = fc.constantFrom('1,236', '40', '2017', '2018', '3', '12', '1.5', '٤٠', '١٬٢٣٦', '۱۲', '2018-11-14', '14/11/2018', '12:30');
const spelled = fc.constantFrom('four', 'eleven', 'forty', 'خمسة', 'عشرون', 'مئتان', 'ألف', 'وستة');
const hostile = fc.array(fc.oneof({ weight: 4, arbitrary: filler }, digits, spelled, fc.string({ maxLength: 4, unit: 'binary' })), {
  maxLength: 50,
});
const quotes = fc.tuple(hostile, fc.constantFrom(' ', ' ', '')).map(([pieces, by]) => pieces.join(by));

test('whatever the words are, the draft can be saved, and each field names its words by their place', () => {
  fc.assert(
    fc.property(quotes, (quote) => {
      const draft = draftFromWords(quote, context);
      expect(claimDraft.safeParse(draft).error).toBeUndefined();
      expect(claimFields.safeParse({ act: 'other', ...draft.fields }).success).toBe(true);
      for (const { from, start, end } of draft.read) {
        expect(from).toBe(quote.slice(start, end));
        expect(from.trim()).not.toBe('');
      }
      const named = new Set(draft.read.map(({ field }) => field.split('.')[0]));
      expect(Object.keys(draft.fields).filter((field) => !named.has(field))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

/** Numbers, each apart from the next, in many spellings of a value. */
const number = fc.constantFrom<readonly [string, number]>(
  ['17', 17], ['٢٣', 23], ['۳۴', 34], ['1,236', 1236], ['١٬٢٣٧', 1237], ['١،٢٣٨', 1238], ['56,789', 56789], ['forty-one', 41], ['sixty', 60],
  ['three hundred and five', 305], ['two dozen', 24], ['1.5 million', 1_500_000], ['half a million', 500_000], ['أحد عشر', 11], ['خمسة وسبعون', 75],
  ['مئتان وثلاثة', 203], ['ألف وستمئة', 1600], ['9 آلاف', 9000], ['طفلان', 2], ['عائلتين', 2],
); // prettier-ignore
const neutral = fc.constantFrom(
  'bodies were exhumed from', 'civilians,', 'people were killed by', 'of them children;', 'nearly', 'at least', 'strikes on', 'the dead were', 'including',
  'most of them women.', 'in March', 'last year', 'جثة انتشلت', 'مدنياً قتلوا', 'ما لا يقل عن', 'نحو', 'شخصاً بينهم', 'من الأطفال،', 'معظمهم نساء', 'أصيب',
); // prettier-ignore

test('no figure is invented: every number in a draft is one the words say', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(neutral, fc.option(number)), { minLength: 1, maxLength: 12 }), (pieces) => {
      const said = new Set(pieces.flatMap(([, one]) => (one === null ? [] : [one[1]])));
      const quote = pieces.map(([words, one]) => `${words} ${one?.[0] ?? ''}`).join(' ');
      const { quantities = [] } = draftFromWords(quote, context).fields;
      const drafted = quantities.flatMap((one) => [one, ...one.breakdown]).flatMap(({ value, min, max }) => [value, min, max]);
      expect(drafted.filter((value) => value !== null && !said.has(value))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

const years = fc.integer({ min: 1980, max: 2029 });
const dated = fc.constantFrom<(year: number) => string>(
  (year) => `in ${year}`,
  (year) => `in March ${year}`,
  (year) => `on 20 March ${year}`,
  (year) => `on March 20, ${year}`,
  (year) => `since ${year}`,
  (year) => `between March and October ${year}`,
  (year) => `in early ${year}`,
  (year) => `in the summer of ${year}`,
  (year) => `in the ${year} strikes,`,
  (year) => `on ${year}-03-20`,
  (year) => `on 20/03/${year}`,
  (year) => `في عام ${year}`,
  (year) => `في 20 آذار ${year}`,
  (year) => `منذ ${year}`,
  (year) => `في ربيع ${year}`,
);
test('a figure within a date or a year is never a quantity', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(neutral, dated, years), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('', 'civilians', 'people', 'مدنيين'),
      (parts, unit) => {
        const quote = parts.map(([words, date, year]) => `${words} ${date(year)} ${unit}`).join(' ');
        const { quantities = [] } = draftFromWords(quote, context).fields;
        expect(
          quantities
            .flatMap((one) => [one, ...one.breakdown])
            .flatMap(({ value, min, max }) => [value, min, max].filter((n) => n !== null)),
        ).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

describe('hostile words take time in proportion to their length', () => {
  test.each([
    ['a number of people in the city of '],
    ['between 20 and '],
    ['20-'],
    ['1,'],
    ['1,236'],
    ['1 '],
    ['in March and '],
    ['about '],
    ['early '],
    ['of them '],
    ['including women and '],
    ['most of them of whom '],
    ['و'],
    ['وال'],
    ['ألف و'],
    ['\u064b'],
    ['ـ'],
    ['a-\n'],
    [' \n'],
    ['was '],
    ['بين '],
    ['قبل '],
    ['معظمهم من '],
    ["a'"],
    ['\u00ad'],
  ])('%j', (piece) => {
    const once = piece.repeat(Math.ceil(40_000 / piece.length));
    // Time of the processor, so that a busy machine does not decide.
    const start = cpuUsage();
    draftFromWords(once, context);
    expect(cpuUsage(start).user / 1000).toBeLessThan(20_000);
  });
});
