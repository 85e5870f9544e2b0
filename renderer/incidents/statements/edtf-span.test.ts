import { expect, test } from 'vitest';
import { edtfSpan } from './edtf-span.ts';

const day = (text: string | number | null | undefined) =>
  typeof text === 'number' && Number.isFinite(text) ? new Date(text).toISOString().slice(0, 10) : text;

test.each([
  ['2018-11-14', '2018-11-14', 'firm', '2018-11-14', 'firm'],
  ['2018-11', '2018-11-01', 'firm', '2018-11-30', 'firm'],
  ['2018-11~', '2018-11-01', 'doubtful', '2018-11-30', 'doubtful'],
  ['2017-03/2017-10?', '2017-03-01', 'firm', '2017-10-31', 'doubtful'],
  ['2018/..', '2018-01-01', 'firm', Infinity, 'open'],
  ['../2018', -Infinity, 'open', '2018-12-31', 'firm'],
  ['2018/', '2018-01-01', 'firm', Infinity, 'open'],
  ['[..2016]', -Infinity, 'open', '2016-12-31', 'firm'],
  ['[2016..]', '2016-01-01', 'firm', Infinity, 'open'],
  ['[2016,2018]', '2016-01-01', 'firm', '2018-12-31', 'firm'],
  ['201X', '2010-01-01', 'doubtful', '2019-12-31', 'doubtful'],
])('%s', (text, min, start, max, end) => {
  const span = edtfSpan(text);
  expect([day(span?.min), span?.start, day(span?.max), span?.end]).toEqual([min, start, max, end]);
});

test('what is no date has no span', () => expect(edtfSpan('last year')).toBeNull());
