import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder, type PdfRun } from './pdf-runs.ts';

/** Runs as they lie on the paper from left to right, ten points each. */
const lying = (...strings: string[]): PdfRun[] =>
  strings.map((str, i) => ({ str, hasEOL: i === strings.length - 1, transform: [1, 0, 0, 1, i * 10, 700] }));
const read = (runs: PdfRun[]) =>
  inReadingOrder(runs)
    .map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : ''))
    .join('');

describe('runs of a line', () => {
  it('of Arabic letters written one by one from the left are turned, and are letters again', () => {
    expect(read(lying('.', 'ﺔ', 'ﻗ', 'ﺮ', 'ﻟ', 'ا', ' ', 'ﻲ', 'ﻓ'))).toBe('في الرقة.\n');
    expect(read(lying('ﻻ', 'ﺇ'))).toBe('إلا\n');
  });

  it('keep numbers and words of other scripts as they are read', () => {
    expect(read(lying('ﺔ', 'ﺜ', 'ﺟ', ' ', '1', ',', '2', '3', '6', ' ', 'ﻮ', 'ﺤ', 'ﻧ'))).toBe('نحو 1,236 جثة\n');
    expect(read(lying('2', '0', '1', '8', ' ', '1', '2', ' ', 'ﺔ', 'ﻨ', 'ﺳ'))).toBe('سنة 12 2018\n');
    expect(read(lying('ﺞ', 'ﻣ', 'ﺎ', 'ﻧ', 'ﺮ', 'ﺑ', ' ', 'Hold', 'fast', ' ', 'v0', ' ', 'ﺔ', 'ﺻ', 'ﺎ', 'ﺧ'))).toBe(
      'خاصة Holdfast v0 برنامج\n',
    );
  });

  it('written from the right already stay as they are', () => {
    const runs = lying('في', ' ', 'الرقة').map((run, i) => ({ ...run, transform: [1, 0, 0, 1, 100 - i * 10, 700] }));
    expect(read(runs)).toBe('في الرقة\n');
  });

  it('of a right-to-left word written letter by letter in a line of another script are turned alone', () => {
    expect(read(lying('the word for ', 'Raqqa is ', 'ﺔ', 'ﻗ', 'ﺮ', 'ﻟ', 'ا', ' in Arabic'))).toBe(
      'the word for Raqqa is الرقة in Arabic\n',
    );
  });

  it('of one right-to-left word in a line of others stay as they are', () => {
    const runs = lying('the word ', 'الرقة', ' means Raqqa and ', 'حلب', ' Aleppo');
    expect(inReadingOrder(runs)).toEqual(runs);
  });

  it('are turned line by line', () => {
    expect(read([...lying('ﺏ', 'ﺃ'), ...lying('c', 'd')])).toBe('أب\ncd\n');
  });
});

it('law: text without right-to-left letters is left alone, and no run is ever lost', () => {
  const run = fc.record({
    str: fc.string({ unit: fc.constantFrom(...'ab 1.,אבשﺔﻗا'), maxLength: 4 }),
    hasEOL: fc.boolean(),
    transform: fc.tuple(
      fc.constant(1),
      fc.constant(0),
      fc.constant(0),
      fc.constant(1),
      fc.integer({ min: 0, max: 500 }),
      fc.constantFrom(10, 30),
    ),
  });
  const letters = (runs: readonly PdfRun[]) =>
    [
      ...runs
        .map(({ str = '' }) => str)
        .join('')
        .normalize('NFKC'),
    ]
      .sort()
      .join('');
  fc.assert(
    fc.property(fc.array(run), (runs) => {
      const ordered = inReadingOrder(runs);
      expect(letters(ordered)).toBe(letters(runs));
      expect(ordered.filter(({ hasEOL }) => hasEOL)).toHaveLength(runs.filter(({ hasEOL }) => hasEOL).length);
      if (!/[\u0590-\u06ff]/u.test(letters(runs))) expect(ordered).toEqual(runs);
    }),
  );
});
