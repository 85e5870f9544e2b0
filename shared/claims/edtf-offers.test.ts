import { expect, test } from 'vitest';
import { parseEdtf } from '../edtf.ts';
import { edtfOffers } from './edtf-offers.ts';

test.each([
  ['June 2018', ['2018-06']],
  ['in june, 2018', ['2018-06']],
  ['14 November 2018', ['2018-11-14']],
  ['Nov 14, 2018', ['2018-11-14']],
  ['14th of Sept 2017', ['2017-09-14']],
  ['14/11/2018', ['2018-11-14']],
  ['3/4/2017', ['2017-04-03', '2017-03-04']],
  ['4.4.2017', ['2017-04-04']],
  ['2018/11/4', ['2018-11-04']],
  ['11/2018', ['2018-11']],
  ['about 2017', ['2017~']],
  ['c. June 2017', ['2017-06~']],
  ['possibly March 2017', ['2017-03?']],
  ['perhaps about 2017', ['2017%']],
  ['March 2017 ?', ['2017-03?']],
  ['summer of 2017', ['2017-22']],
  ['the 2010s', ['201X']],
  ['before June 2018', ['[..2018-06]']],
  ['after 2017', ['[2017..]']],
  ['since March 2017', ['2017-03/..']],
  ['until 2018', ['../2018']],
  ['March to October 2017', ['2017-03/2017-10']],
  ['3 – 5 April 2017', ['2017-04-03/2017-04-05']],
  ['between March 2017 and about October 2017', ['2017-03/2017-10~']],
  ['حزيران ٢٠١٨', ['2018-06']],
  ['١٤ تشرين الثاني ٢٠١٨', ['2018-11-14']],
  ['حوالي ٢٠١٧', ['2017~']],
  ['مارس 2017', ['2017-03']],
])('%s', (typed, offers) => {
  expect(edtfOffers(typed)).toEqual(offers);
  for (const offer of offers) expect(parseEdtf(offer)).not.toBeNull();
});

test.each(['', '2018-06', '2018-11~', 'last year', 'June', '40 June 2018', '13/13/2018', 'hello 2018', '29 February 2017'])(
  '%s offers nothing',
  (typed) => expect(edtfOffers(typed)).toEqual([]),
);
