import { expect, test } from 'vitest';
import { languageName } from './language-names.ts';
import { pageNumbers, pageWords } from './page-numbers.ts';

test.each([
  ['1-3, 7', [1, 2, 3, 7]],
  ['7,1–2', [1, 2, 7]],
  ['2 2 2', [2]],
  ['', null],
  ['3-1', null],
  ['0', null],
  ['11', null],
  ['one', null],
])('%j as pages of ten', (written, pages) => {
  expect(pageNumbers(written, 10)).toEqual(pages);
});

test('pages are written as runs', () => {
  expect(pageWords([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10');
  expect(pageWords([])).toBe('');
});

test("Tesseract's codes have names", () => {
  expect(['eng', 'ara', 'chi_sim', 'zzzz9'].map(languageName)).toEqual(['English', 'Arabic', 'Chinese (sim)', 'zzzz9']);
});
