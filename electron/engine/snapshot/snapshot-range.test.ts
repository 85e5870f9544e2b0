import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import { cssPath, uniqueIds } from './css-path.ts';
import { elementsOf, parseHtml } from './html-tree.ts';
import { serializeHtml } from './serialize-html.ts';
import { snapshotRanges } from './snapshot-range.ts';
import { snapshotText } from './snapshot-text.ts';
import { elementAt, wordsOfRange } from './words-of-range.ts';

const tags = ['<div>', '</div>', '<div id=a>', '<p id=b>', '<p id=B>', '<p>', '<b>', '</b>', '<td>', '<table>', '</table>', '<li>', '<br>', '<style>', '</style>', '<textarea>', '</textarea>', '<svg>', '</svg>', '<title>', '<!--', '-->', '&nbsp;', ' ', '\n', '\u3000']; // prettier-ignore
const pages = fc.array(fc.oneof(fc.constantFrom(...tags), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 });

/** As kept: written out and read again. */
const kept = (html: string) => parseHtml(serializeHtml(parseHtml(html)));

describe('a range of the frozen page', () => {
  it('law: of any words of any page leads back to exactly these words', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), (pieces, a, b) => {
        const page = kept(pieces.join(''));
        const { text } = snapshotText(page);
        fc.pre(text.length > 0);
        const [start, end] = [a % text.length, b % text.length].sort((one, other) => one - other) as [number, number];
        const words = withoutWhiteSpace(text.slice(start, end + 1));
        const [range] = snapshotRanges(page, text, [{ start, end: end + 1 }]);
        if (words === '') expect(range).toBeNull();
        else expect(range && wordsOfRange(page, range)).toBe(words);
      }),
      { numRuns: 1000 },
    );
  });

  it('is none in a page that reads otherwise', () => {
    expect(snapshotRanges(parseHtml('<p>Nearly 1,238'), 'Nearly 1,236', [{ start: 0, end: 6 }])).toEqual([null]);
  });

  it('is found in a page nested 10,000 deep, and in a long one', () => {
    const deep = parseHtml(`${'<div>'.repeat(10_000)}deep words`);
    const [range] = snapshotRanges(deep, 'deep words', [{ start: 5, end: 10 }]);
    expect(range && wordsOfRange(deep, range)).toBe('words');
    const long = parseHtml('<p>Some words that repeat</p>'.repeat(100_000));
    const { text } = snapshotText(long);
    const ranges = snapshotRanges(long, text, [
      { start: 5, end: 10 },
      { start: text.length - 6, end: text.length },
    ]);
    expect(ranges.map((one) => one && wordsOfRange(long, one))).toEqual(['words', 'repeat']);
  });
});

it('law: the path of an element leads to it and to no other', () => {
  fc.assert(
    fc.property(pages, (pieces) => {
      const page = kept(pieces.join(''));
      const ids = uniqueIds(page);
      for (const element of elementsOf(page)) expect(elementAt(page, cssPath(element, ids))).toBe(element);
    }),
  );
});

it('an id that differs from another only in case names nothing, since old pages match it in either', () => {
  const page = parseHtml('<p id=a>1<p id=A>2<p id=own>3<p id="1x">4');
  expect([...uniqueIds(page)]).toEqual(['own']);
});
