import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfShape, parseEdtf } from './edtf.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00.000Z`);
const lastOf = (text: string) => Date.parse(`${text}T23:59:59.999Z`);
/** `[from, to, doubts of the start, doubts of the end]`; `~`, `?`, `open`, `unknown`. */
function told(text: string) {
  const shape = edtfShape(text);
  if (shape === null) return null;
  const doubts = [shape.start, shape.end].map(({ is, approximate, uncertain }) =>
    is === 'given' ? `${approximate ? '~' : ''}${uncertain ? '?' : ''}` : is,
  );
  return [shape.kind, shape.start.at, shape.end.at, ...doubts, shape.unspecified];
}

describe('the shape of a date', () => {
  test.each([
    ['2018', ['date', day('2018-01-01'), lastOf('2018-12-31'), '', '', false]],
    ['2016-02', ['date', day('2016-02-01'), lastOf('2016-02-29'), '', '', false]],
    ['2018-06-14', ['date', day('2018-06-14'), lastOf('2018-06-14'), '', '', false]],
    ['0045', ['date', day('0045-01-01'), lastOf('0045-12-31'), '', '', false]],
    ['-0100', ['date', day('-000100-01-01'), lastOf('-000100-12-31'), '', '', false]],
    ['2018-06-14T10:00:00Z', ['date', Date.UTC(2018, 5, 14, 10), Date.UTC(2018, 5, 14, 10), '', '', false]],
    ['2018-11~', ['date', day('2018-11-01'), lastOf('2018-11-30'), '~', '~', false]],
    ['2018?', ['date', day('2018-01-01'), lastOf('2018-12-31'), '?', '?', false]],
    ['2018-06-14%', ['date', day('2018-06-14'), lastOf('2018-06-14'), '~?', '~?', false]],
    ['2018?-06-~11', ['date', day('2018-06-11'), lastOf('2018-06-11'), '~?', '~?', false]],
    ['2018-22', ['date', day('2018-04-01'), lastOf('2018-06-30'), '', '', false]],
    ['201X', ['date', day('2010-01-01'), lastOf('2019-12-31'), '', '', true]],
    ['2018-XX', ['date', day('2018-01-01'), lastOf('2018-12-31'), '', '', true]],
    ['2018-06-XX', ['date', day('2018-06-01'), lastOf('2018-06-30'), '', '', true]],
    ['2017-03/2017-10', ['interval', day('2017-03-01'), lastOf('2017-10-31'), '', '', false]],
    ['2017-06~/2017-10?', ['interval', day('2017-06-01'), lastOf('2017-10-31'), '~', '?', false]],
    ['2018/..', ['interval', day('2018-01-01'), null, '', 'open', false]],
    ['../2018', ['interval', null, lastOf('2018-12-31'), 'open', '', false]],
    ['2018/', ['interval', day('2018-01-01'), null, '', 'unknown', false]],
    ['/2018', ['interval', null, lastOf('2018-12-31'), 'unknown', '', false]],
    ['201X/2018', ['interval', day('2010-01-01'), lastOf('2018-12-31'), '', '', true]],
    ['[..2018]', ['one of', null, lastOf('2018-12-31'), 'open', '', false]],
    ['[2018..]', ['one of', day('2018-01-01'), null, '', 'open', false]],
    ['{2016,2018}', ['all of', day('2016-01-01'), lastOf('2018-12-31'), '', '', false]],
    ['[2016,2018..2020]', ['one of', day('2016-01-01'), lastOf('2020-12-31'), '', '', false]],
  ])('%s', (text, shape) => expect(told(text)).toEqual(shape));

  test('of a set names its parts, consecutive ones as one stretch', () => {
    expect(edtfShape('[2016,2018..2020]')?.parts).toEqual([
      { min: day('2016-01-01'), max: lastOf('2016-12-31') },
      { min: day('2018-01-01'), max: lastOf('2020-12-31') },
    ]);
    expect(parseEdtf('[2016,2018..2020]')).toEqual({ min: day('2016-01-01'), max: lastOf('2020-12-31') });
  });

  test.each(['', 'last year', '2018-02-30', '2018-13', '14.11.2018', 'Y17E7'])('there is none of “%s”', (text) =>
    expect(edtfShape(text)).toBeNull(),
  );

  test('bounds are infinite where a date is open or unknown', () => {
    expect(['2018/..', '/2018', '[..2018]'].map(parseEdtf)).toEqual([
      { min: day('2018-01-01'), max: Infinity },
      { min: -Infinity, max: lastOf('2018-12-31') },
      { min: -Infinity, max: lastOf('2018-12-31') },
    ]);
  });
});

test('years, months and days are shaped without the grammar exactly as with it', () => {
  const digits = (most: number, least = 0) => fc.integer({ min: least, max: most });
  const dates = fc
    .tuple(digits(9999), digits(13), digits(32), fc.constantFrom('', '~', '?', '%'), digits(3, 1))
    .map(
      ([y, m, d, mark, parts]) =>
        [String(y).padStart(4, '0'), ...[m, d].map((n) => String(n).padStart(2, '0'))].slice(0, parts).join('-') + mark,
    );
  fc.assert(
    fc.property(dates, (text) => {
      const shape = edtfShape(text);
      // A set of one date goes through the grammar, which takes no marks there; an interval from a date to itself does too.
      const asSet = parseEdtf(`{${text.replace(/[~?%]$/, '')}}`);
      expect(shape === null ? null : { min: shape.start.at, max: shape.end.at }).toEqual(asSet);
      const asInterval = edtfShape(`${text}/${text}`);
      if (shape !== null && asInterval !== null) expect([shape.start, shape.end]).toEqual([asInterval.start, asInterval.end]);
    }),
    { numRuns: 500 },
  );
});
