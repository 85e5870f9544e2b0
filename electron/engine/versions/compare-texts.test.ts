import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRuns, reverseRuns } from '../testing/apply-runs.ts';
import { compareTexts } from './compare-texts.ts';

const word = fc.constantFrom('bodies', 'graves', 'women', 'رفات', 'مقابر', '١٬٢٣٦', '1,236', '🧷', 'é', 'ё', ',', '.', ' ', '  ');
const paragraph = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
/** Few different paragraphs, so that they repeat. */
const text = fc.array(paragraph, { maxLength: 12 }).map((paragraphs) => paragraphs.join('\n'));
/** A text and the same with some paragraphs taken out, put in or altered, as a page is edited. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), paragraph, fc.constantFrom('in', 'out', 'alter')), { maxLength: 5 }))
  .map(([from, edits]) => {
    const lines = from.split('\n');
    for (const [at, words, how] of edits) {
      const place = at % (lines.length + 1);
      if (how === 'in') lines.splice(place, 0, words);
      else if (how === 'out') lines.splice(place, 1);
      else lines[place % Math.max(1, lines.length)] = `${lines[place % Math.max(1, lines.length)] ?? ''} ${words}`;
    }
    return [from, lines.join('\n')] as const;
  });
const pair = fc.oneof(fc.tuple(text, text), edited, fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })));

describe('laws of a comparison', () => {
  test('the way from A to B leads from A to B', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(applyRuns(a, compareTexts(a, b).runs)).toBe(b);
      }),
      { numRuns: 500 },
    );
  });

  test('the way back leads from B to A, and back again is the way', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { runs } = compareTexts(a, b);
        expect(applyRuns(b, reverseRuns(runs))).toBe(a);
        expect(reverseRuns(reverseRuns(runs))).toEqual(runs);
      }),
      { numRuns: 300 },
    );
  });

  test('a text differs from itself in nothing', () => {
    fc.assert(
      fc.property(text, (a) => {
        const { runs, added, removed, changed, coarse } = compareTexts(a, a);
        expect({ added, removed, changed, coarse }).toEqual({ added: 0, removed: 0, changed: 0, coarse: false });
        expect(runs.length).toBe(a === '' ? 0 : 1);
      }),
    );
  });

  test('counts and offsets are those of the runs', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { runs, same, changed } = compareTexts(a, b);
        expect(runs.reduce((sum, run) => sum + (run.kind === 'same' ? run.paragraphs : 0), 0)).toBe(same);
        expect(runs.filter((run) => run.kind === 'changed')).toHaveLength(changed);
        for (const run of runs) {
          if (run.kind === 'same')
            expect(a.slice(run.fromStart, run.fromStart + run.length)).toBe(b.slice(run.toStart, run.toStart + run.length));
          if (run.kind === 'removed') expect(a.startsWith(run.text, run.fromStart)).toBe(true);
          if (run.kind === 'added') expect(b.startsWith(run.text, run.toStart)).toBe(true);
        }
      }),
    );
  });
});

describe('what a reader sees', () => {
  test('a figure changed in an Arabic paragraph is told as a word, between paragraphs that stay', () => {
    const before = 'الرقة\nانتشلت اللجنة رفات ١٬٢٣٦ شخصا من ثلاث مقابر جماعية.\nالنهاية';
    const after = 'الرقة\nانتشلت اللجنة رفات ١٬٣٠٠ شخص من ثلاث مقابر جماعية.\nفقرة جديدة لا علاقة لها بما سبق\nالنهاية';
    const { runs, added, changed, removed } = compareTexts(before, after);
    expect({ added, changed, removed }).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(runs.map((run) => run.kind)).toEqual(['same', 'changed', 'added', 'same']);
    const [, paragraph] = runs;
    expect(paragraph?.kind === 'changed' ? paragraph.words : null).toEqual([
      { kind: 'same', text: 'انتشلت اللجنة رفات ' },
      { kind: 'removed', text: '١٬٢٣٦ شخصا' },
      { kind: 'added', text: '١٬٣٠٠ شخص' },
      { kind: 'same', text: ' من ثلاث مقابر جماعية.\n' },
    ]);
  });

  test('a paragraph in the place of one with other words is removed and added, not changed', () => {
    const { runs } = compareTexts('Start\nThe committee exhumed bodies.\nEnd', 'Start\nSubscribe to our newsletter today!\nEnd');
    expect(runs.map((run) => run.kind)).toEqual(['same', 'removed', 'added', 'same']);
  });

  test('the last paragraph gains a line feed', () => {
    expect(compareTexts('one', 'one\ntwo').runs).toEqual([
      {
        kind: 'changed',
        fromStart: 0,
        toStart: 0,
        words: [
          { kind: 'same', text: 'one' },
          { kind: 'added', text: '\n' },
        ],
      },
      { kind: 'added', toStart: 4, text: 'two' },
    ]);
  });
});

describe('a megabyte', () => {
  const line = (number: number) => `Paragraph ${number} of a long record with some words in it, and a figure, ${number * 7}.\n`;
  const lines = Array.from({ length: 14_000 }, (_, number) => line(number));
  const within = (limitMs: number, work: () => void) => {
    const start = performance.now();
    work();
    expect(performance.now() - start).toBeLessThan(limitMs);
  };

  test('with a few changes is compared at once', () => {
    const to = lines.map((one, index) => (index % 500 === 0 ? one.replace('figure', 'number') : one)).join('');
    within(3000, () => expect(compareTexts(lines.join(''), to)).toMatchObject({ changed: 28, added: 0, removed: 0, coarse: false }));
  });

  test('of other words altogether is told plainly, and still leads from one to the other', () => {
    const other = Array.from({ length: 14_000 }, (_, number) => `Nothing ${number} here is alike, x${number}.\n`).join('');
    within(12_000, () => {
      const found = compareTexts(lines.join(''), other);
      expect(found).toMatchObject({ coarse: true, removed: 14_000, added: 14_000 });
      expect(applyRuns(lines.join(''), found.runs)).toBe(other);
    });
  });

  test('in one paragraph is not read word by word', () => {
    const [a, b] = ['word '.repeat(200_000), 'ward '.repeat(200_000)];
    within(3000, () => expect(applyRuns(a, compareTexts(a, b).runs)).toBe(b));
  });
});
