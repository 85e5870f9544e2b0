import { expect, test } from 'vitest';
import { parseEdtf } from '../edtf.ts';
import { edtfWords } from './edtf-words.ts';

test.each([
  ['2018', '2018'],
  ['2018-06', 'June 2018'],
  ['2018-06-04', '4 June 2018'],
  ['2018-11~', 'about November 2018'],
  ['2017-03?', 'possibly March 2017'],
  ['2017-03%', 'possibly about March 2017'],
  ['2017-03/2017-10', 'March 2017 to October 2017'],
  ['2017-03?/2018-06', 'possibly March 2017 to June 2018'],
  ['2017/..', 'from 2017 on'],
  ['../2018', 'until 2018'],
  ['[..2018]', '2018 or earlier'],
  ['[2016,2018]', 'one of 2016, 2018'],
  ['201X', 'some year in the 2010s'],
  ['2018-XX', 'some month of 2018'],
  ['2018-11-XX', 'some day in November 2018'],
  ['2018-21', 'spring 2018'],
  ['2018-11-14T09:12:00Z', '14 November 2018 09:12:00Z'],
])('%s reads “%s”', (text, words) => {
  expect(parseEdtf(text)).not.toBeNull();
  expect(edtfWords(text)).toBe(words);
});

test.each(['Y17E8', '1560-XX-25', 'soon', ''])('%j has no plain wording and stays as written', (text) =>
  expect(edtfWords(text)).toBe(text),
);
