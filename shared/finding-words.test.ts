import { expect, test } from 'vitest';
import { findingWords, makeFinding } from './finding-words.ts';
import { findingCodes } from './model/proof.ts';

test.each(findingCodes)('%s is worded, with a remedy', (code) => {
  const { title, remedy } = findingWords(makeFinding(code, 'subject'));
  expect(remedy).toMatch(/\.$/);
  expect(title + remedy).not.toMatch(/[{}]/);
});

test('facts are named, absent ones are said to be unknown', () => {
  expect(findingWords(makeFinding('journal-gap', '3', { facts: { from: 3, to: 4 } })).title).toBe('Journal entries 3 to 4 are gone.');
  expect(findingWords(makeFinding('blob-missing', 'x')).title).toBe('unknown is gone.');
});
