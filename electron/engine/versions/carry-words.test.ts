import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWords } from '#shared/anchoring/describe-words.ts';
import { carryWords, type WordsPassage } from './carry-words.ts';
import { compareTexts } from './compare-texts.ts';

const passageOf = (text: string, start: number, end: number): WordsPassage => ({ selectors: describeWords(text, start, end), start, end });
const quoted = (text: string, quote: string) => passageOf(text, text.indexOf(quote), text.indexOf(quote) + quote.length);
const carry = (from: string, to: string, passages: WordsPassage[]) => carryWords(to, compareTexts(from, to).runs, passages);

const lines = fc.array(fc.constantFrom('Bodies were exhumed.', 'رفات ١٬٢٣٦ شخصا', 'The same line.', 'Another, longer line of the page.'), {
  minLength: 1,
  maxLength: 12,
});

describe('laws of carrying', () => {
  test('in the same text every passage is the same, at its place', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (paragraphs, a, b) => {
        const text = paragraphs.join('\n');
        const [start, end] = [a % text.length, b % text.length].sort((one, other) => one - other) as [number, number];
        fc.pre(end > start);
        expect(carry(text, text, [passageOf(text, start, end)])).toMatchObject([{ state: 'same', score: 1, found: { start, end } }]);
      }),
    );
  });

  test('what stood before and after does not matter to a passage that stands in its own paragraphs', () => {
    fc.assert(
      fc.property(lines, lines, lines, (before, kept, after) => {
        const own = 'Unlike any other: nearly 1,236 bodies were found in the three graves, it was said on that day.';
        const from = ['x'.repeat(40), own, 'y'.repeat(40)].join('\n');
        const to = [...before, ...kept, from, ...after].join('\n');
        const [found] = carry(from, to, [quoted(from, 'nearly 1,236 bodies')]);
        expect(found).toMatchObject({ state: 'same', score: 1, found: { start: to.indexOf('nearly 1,236 bodies') } });
      }),
    );
  });

  test('what is found stands where it is said to stand', () => {
    fc.assert(
      fc.property(lines, lines, fc.nat(), fc.nat(), (one, other, a, b) => {
        const [from, to] = [one.join('\n'), other.join('\n')];
        const [start, end] = [a % from.length, b % from.length].sort((x, y) => x - y) as [number, number];
        fc.pre(end > start);
        for (const { found, state } of carry(from, to, [passageOf(from, start, end)])) {
          if (found !== null) expect(to.slice(found.start, found.end)).toBe(found.quote);
          if (state === 'same' || state === 'moved') expect(found?.quote).toBe(from.slice(start, end));
          expect(found === null).toBe(state === 'lost');
        }
      }),
    );
  });
});

describe('a long text', () => {
  const line = (number: number, word: string) => `Paragraph ${number} of the record names ${word} and a figure, ${number * 7}.`;
  const paragraphs = Array.from({ length: 2000 }, (_, number) => line(number, 'one witness'));
  const from = paragraphs.join('\n');
  const passages = Array.from({ length: 10 }, (_, index) => quoted(from, line(index * 40, 'one witness')));

  test('is searched near the place of each passage, and says so where it was not searched whole', () => {
    const to = paragraphs.map((_, number) => `Words ${number} that have nothing in common with what stood here.`).join('\n');
    const work = to.length * (passages[0]!.end - passages[0]!.start);
    const found = carryWords(to, compareTexts(from, to).runs, passages, 3.5 * work);
    expect(found.map((one) => one.state)).toEqual(Array(10).fill('lost'));
    expect(found.map((one) => one.searched)).toEqual([...Array<string>(3).fill('whole'), ...Array<string>(7).fill('near')]);
  });

  test('gives like words near their place without a search of all of it', () => {
    const to = paragraphs.map((_, number) => line(number, number % 40 === 0 ? 'a witness' : 'one witness')).join('\n');
    const found = carryWords(to, compareTexts(from, to).runs, passages, 0);
    expect(found.map((one) => [one.state, one.found?.quote])).toEqual(
      passages.map((_, index) => ['approximate', line(index * 40, 'a witness')]),
    );
  });
});
