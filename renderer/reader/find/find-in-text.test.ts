import { expect, test } from 'vitest';
import { foldText } from '#shared/anchoring/folded-text.ts';
import { findInText } from './find-in-text.ts';

const text = 'Mass graves.\nThe MASS  graves of the Café; مَقابر جماعية';
const find = (words: string) => findInText(foldText(text), words).map(({ start, end }) => text.slice(start, end));

test('words are found however they are written, parts of words too', () => {
  expect(find('mass graves')).toEqual(['Mass graves', 'MASS  graves']);
  expect(find('cafe')).toEqual(['Café']);
  expect(find('rav')).toEqual(['rav', 'rav']);
  expect(find('مقابر')).toEqual(['مَقابر']);
  expect(find('')).toEqual([]);
  expect(find('grave of')).toEqual([]);
});
