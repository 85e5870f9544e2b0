import { expect, test } from 'vitest';
import { layWords, wordsByPage, type BoxWord } from './lay-words.ts';

const text = 'two words\nnext\n\nسطر ثان';
const word = (start: number, end: number, x: number, y: number, page = 1): BoxWord => ({
  start,
  end,
  page,
  x,
  y,
  width: 10,
  height: 2,
  confidence: 90,
});

test('words of a line share its height and reach to the next one, in either direction', () => {
  const words = [word(0, 3, 10, 10), word(4, 9, 21, 10.5), word(10, 14, 10, 14), word(16, 19, 80, 20), word(20, 23, 68, 20)];
  expect(layWords(text, words)).toEqual([
    { start: 0, text: 'two ', left: 10, top: 10, width: 11, height: 2.5 },
    { start: 4, text: 'words', left: 21, top: 10, width: 10, height: 2.5 },
    { start: 10, text: 'next', left: 10, top: 14, width: 10, height: 2 },
    { start: 16, text: 'سطر ', left: 78, top: 20, width: 12, height: 2 },
    { start: 20, text: 'ثان', left: 68, top: 20, width: 10, height: 2 },
  ]);
});

test('words over one another, and words of another column, keep their own boxes', () => {
  const turned = layWords(text, [word(0, 3, 10, 10), word(4, 9, 10, 30)]);
  expect(turned.map(({ top, height, width }) => [top, height, width])).toEqual([
    [10, 2, 10],
    [30, 2, 10],
  ]);
  const apart = layWords(text, [word(0, 3, 10, 10), word(4, 9, 60, 10)]);
  expect(apart.map(({ width }) => width)).toEqual([10, 10]);
});

test('words are known by page, for texts that were read from pictures', () => {
  const words = [word(0, 3, 1, 1, 1), word(4, 9, 1, 1, 3)];
  expect([...wordsByPage({ kind: 'boxes', words })!.keys()]).toEqual([1, 3]);
  expect(wordsByPage({ kind: 'plain' })).toBeNull();
});
