import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_AROUND, wordsAround, wordsKept } from './words-around.ts';

const at = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};
const sentence = (word: string) => `The ${word} was asked about it and had nothing to say to anybody who had come.`;

describe('the words around a passage', () => {
  test('are whole sentences where some fit', () => {
    const text = `${sentence('first')} ${sentence('second')} ${sentence('third')} Nearly 1,236 bodies were found. ${sentence('fourth')} ${sentence('fifth')} ${sentence('sixth')}`;
    const around = wordsAround(text, at(text, '1,236 bodies'));
    expect(around.before).toBe(`${sentence('second')} ${sentence('third')} Nearly `);
    expect(around.after).toBe(` were found. ${sentence('fourth')} ${sentence('fifth')}`);
    expect(around).toMatchObject({ cutBefore: true, cutAfter: true });
  });

  test('are whole words in a long sentence, and all there is near the ends of a text', () => {
    const words = 'word '.repeat(100);
    const text = `${words}QUOTE ${words}`;
    const { before, after } = wordsAround(text, at(text, 'QUOTE'));
    expect(before.startsWith('word ')).toBe(true);
    expect(after.endsWith(' word')).toBe(true);
    expect(wordsAround('Short and whole.', at('Short and whole.', 'and'))).toEqual({
      before: 'Short ',
      marked: 'and',
      after: ' whole.',
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('end at a sentence of Arabic too', () => {
    const long = 'كلمة '.repeat(38).trim();
    const text = `${long}. هل سمعت؟ استُخرجت نحو 1236 جثة من المقابر. ${long} ${long}.`;
    const around = wordsAround(text, at(text, '1236 جثة'));
    expect(around.before).toBe('هل سمعت؟ استُخرجت نحو ');
    expect(around.after).toBe(' من المقابر.');
  });

  test('are one stretch of the text, bounded, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.nat(), fc.nat(), (text, a, b) => {
        const chars = [...text];
        const [low, high] = [a % (chars.length + 1), b % (chars.length + 1)].sort((one, other) => one - other) as [number, number];
        const start = chars.slice(0, low).join('').length;
        const end = chars.slice(0, high).join('').length;
        const { before, marked, after } = wordsAround(text, { start, end });
        expect(marked).toBe(text.slice(start, end));
        expect(text.slice(start - before.length, end + after.length)).toBe(before + marked + after);
        expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(MOST_AROUND);
        expect((before + marked + after).isWellFormed()).toBe(true);
      }),
    );
  });

  test('of a lost passage are those it was kept with', () => {
    expect(
      wordsKept([{ type: 'TextQuoteSelector', exact: 'words', prefix: 'the ', suffix: ` ${'said '.repeat(7)}`.slice(0, 32) }]),
    ).toEqual({
      before: 'the ',
      marked: 'words',
      after: ' said said said said said said s',
      cutBefore: false,
      cutAfter: true,
    });
    expect(wordsKept([{ type: 'FragmentSelector', conformsTo: '', value: 'xywh=0,0,1,1' }])).toBeNull();
  });
});
