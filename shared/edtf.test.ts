import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsByGrammar, parseEdtf } from './edtf.ts';

const two = fc.integer({ min: 0, max: 33 }).map((n) => String(n).padStart(2, '0'));
const dates = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.array(two, { maxLength: 2 }), fc.constantFrom('', '', '~', '?', '%'))
  .map(([year, rest, doubt]) => `${[String(year).padStart(4, '0'), ...rest].join('-')}${doubt}`);

test('dates read the short way have the bounds that the grammar gives, and those it refuses are refused', () => {
  fc.assert(
    fc.property(dates, (text) => {
      expect(parseEdtf(text), text).toEqual(boundsByGrammar(text));
    }),
    { numRuns: 500, examples: [['2016-02-29'], ['2018-02-29'], ['1900-02-29'], ['0099-12-31'], ['2018-00'], ['2018-13'], ['9999-12-31~']] },
  );
});

test.each([
  ['[..2016]', -Infinity, Date.UTC(2017, 0, 1) - 1],
  ['2017-03?/2018-06', Date.UTC(2017, 2, 1), Date.UTC(2018, 6, 1) - 1],
  ['201X', Date.UTC(2010, 0, 1), Date.UTC(2020, 0, 1) - 1],
])('%s is read by the grammar', (text, min, max) => {
  expect(parseEdtf(text)).toEqual({ min, max });
});
