import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Selector } from '../model/passages.ts';
import { splitsPair } from './code-points.ts';
import { describeWords } from './describe-words.ts';
import { foldText, unfold } from './folded-text.ts';
import { mapRange, nonSpaceMap } from './non-space-map.ts';
import { LEAST_SCORE, resolveWords } from './resolve-words.ts';

const article =
  'A video on the committee’s account shows workers lifting remains from the ground. Nearly 1,236 bodies have been exhumed so far ' +
  'from three mass graves, its caption says, not counting those still under rubble. Most are women and children, according to local ' +
  'sources. Photographs of the digging had circulated in April. A 70-page report published in June named four families who lost at ' +
  'least 90 relatives and neighbours. That month the Coalition admitted that its strike on a school in al-Mansourah had killed more than 40 civilians.';
const quote = 'Nearly 1,236 bodies have been exhumed so far from three mass graves';
const start = article.indexOf(quote);

/** Text of any script, outside the BMP included, without halves of characters. */
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const marked = anyText
  .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)))
  .map(([text, a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) }))
  .filter(({ text, start, end }) => end > start && !splitsPair(text, start) && !splitsPair(text, end));

describe('the laws', () => {
  test('resolve(describe(x)) is x, for every range of every text', () => {
    fc.assert(
      fc.property(marked, ({ text, start, end }) => {
        expect(resolveWords(text, describeWords(text, start, end))).toEqual({
          state: 'exact',
          start,
          end,
          score: 1,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('without its position, a quote is found with the same words in the same context', () => {
    fc.assert(
      fc.property(marked, ({ text, start, end }) => {
        const [words] = describeWords(text, start, end) as [Selector & { type: 'TextQuoteSelector' }];
        const found = resolveWords(text, [words]);
        if (found.state === 'lost') throw new Error('lost');
        expect(text.slice(found.start, found.end)).toBe(words.exact);
        expect(text.slice(Math.max(0, found.start - words.prefix.length), found.start)).toBe(words.prefix);
        expect(text.startsWith(words.suffix, found.end)).toBe(true);
      }),
    );
  });

  test('words inserted before move a passage, by exactly their length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (inserted) => {
        const found = resolveWords(`${inserted}\n${article}`, describeWords(article, start, start + quote.length));
        expect(found).toMatchObject({
          state: 'moved',
          start: start + inserted.length + 1,
          end: start + inserted.length + 1 + quote.length,
        });
      }),
    );
  });

  test('the score never rises as the text gets worse', () => {
    const selectors = describeWords(article, start, start + quote.length);
    const places = fc.uniqueArray(fc.integer({ min: start - 32, max: start + quote.length + 31 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(places, (at) => {
        const units = article.split('');
        let before = 1;
        for (const place of at) {
          units[place] = '¤';
          const { score } = resolveWords(units.join(''), selectors);
          expect(score).toBeLessThanOrEqual(before);
          before = score;
        }
        const inQuote = at.some((place) => place >= start && place < start + quote.length);
        expect(before < 1).toBe(inQuote);
      }),
    );
  });

  test('folding keeps the way back to the original', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        for (let unit = 0; unit < folded.text.length; unit++) {
          const { start, end } = unfold(folded, unit, unit + 1);
          expect(end).toBeGreaterThan(start);
          expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
        }
      }),
    );
  });
});

describe('a passage whose text was changed', () => {
  const selectors = describeWords(article, start, start + quote.length);

  test('is approximate when a letter differs, and lost when its sentence is gone', () => {
    const misspelt = article.replace('exhumed so far', 'exhumned so far');
    const found = resolveWords(misspelt, selectors);
    expect(found).toMatchObject({ state: 'approximate', start });
    expect(found.score).toBeGreaterThan(LEAST_SCORE);
    expect(misspelt.slice(found.start ?? 0, found.end ?? 0)).toContain('exhumned so far from three mass graves');
    expect(resolveWords(article.replace(quote, 'Nobody has counted'), selectors)).toEqual({
      state: 'lost',
      start: null,
      end: null,
      score: 0,
    });
  });

  test('is never found in a near-duplicate with another figure', () => {
    for (const figure of ['1,238', '1,263', '12,36', '236', '2,136']) {
      expect(resolveWords(article.replace('1,236', figure), selectors).state, figure).toBe('lost');
    }
  });

  test('is not taken for a like sentence elsewhere', () => {
    const other = article.replace(quote, 'Nothing') + ' Nearly all bodies have been counted so far in three mass graves of the south.';
    expect(resolveWords(other, selectors).state).toBe('lost');
    const short = describeWords(article, article.indexOf('in April'), article.indexOf('in April') + 8);
    expect(resolveWords('The council met in April to talk about water and bread, and nothing else.', short).state).toBe('lost');
  });

  test('that fits two places equally is not called certain', () => {
    const line = 'Nearly 40 civilians were killed in the strike on the school.\n';
    const described = describeWords(line.repeat(5), line.length * 2, line.length * 2 + 26);
    expect(resolveWords(`x${line.repeat(5)}`, described)).toMatchObject({
      state: 'approximate',
      start: line.length * 2 + 1,
    });
  });

  test('is found fast in a long text', () => {
    const long =
      Array.from({ length: 4000 }, (_, n) => `Paragraph ${n} of a long report on what happened in the town and after. `).join('') +
      article.replace('exhumed', 'exhumned');
    const began = performance.now();
    expect(resolveWords(long, selectors).state).toBe('approximate');
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

describe('counting characters that are not white space', () => {
  test('maps a range to the same words laid out otherwise', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((one) => !/\s/u.test(one));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\t \n', '\u00a0', '')), {
          minLength: 1,
          maxLength: 300,
        }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const one = words.map(([text]) => text).join(' ');
          const other = words.map(([text, gap]) => gap + text + gap).join('');
          const range = {
            start: Math.min(a % one.length, b % one.length),
            end: Math.max(a % one.length, b % one.length) + 1,
          };
          const mapped = mapRange(nonSpaceMap(one), nonSpaceMap(other), range);
          const bare = (text: string) => text.replace(/\s/gu, '');
          expect(bare(mapped === null ? '' : other.slice(mapped.start, mapped.end))).toBe(bare(one.slice(range.start, range.end)));
        },
      ),
    );
  });

  test('knows every white space of the language', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      expect(nonSpaceMap(character).total === 0, unit.toString(16)).toBe(/\s/.test(character));
    }
  });
});
