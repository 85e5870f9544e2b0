import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMediaFragment, parsePageFragment } from './parse-fragment.ts';

const time = (value: string) => parseMediaFragment(value)?.time ?? null;
const area = (value: string) => parseMediaFragment(value)?.area ?? null;

describe('a time in a media fragment', () => {
  it.each([
    // The examples of Media Fragments URI 1.0, sections 4.2.1 and 5.
    ['t=10,20', 10, 20],
    ['t=,20', 0, 20],
    ['t=10', 10, null],
    ['t=npt:10,20', 10, 20],
    ['t=npt:,121.5', 0, 121.5],
    ['t=0:02:00,121.5', 120, 121.5],
    ['t=npt:120,0:02:01.5', 120, 121.5],
    ['t=02:00,121.5', 120, 121.5],
    ['t=100:00:00', 360_000, null],
    ['t=%6ept:%310', 10, null],
    ['%74=10,20', 10, 20],
    ['track=audio&t=10.5,12.25&id=x', 10.5, 12.25],
    ['t=1,2&t=3,4', 3, 4],
  ])('%s', (value, from, to) => {
    expect(time(value)).toEqual({ from, to });
  });

  it.each([
    't=',
    't=,',
    't=10,',
    't=20,10',
    't=10,10',
    't=-1,2',
    't=1,2,3',
    't=1e3',
    't=1:2:3',
    't=00:60',
    't=60:00',
    't=.5',
    't=smpte:0:02:00',
    't=clock:2018-11-14T00:00:00Z',
    't=npt: 1',
    'T=1,2',
    't',
    '',
    'xyz=1',
    't=Infinity',
    't=١,٢',
  ])('%s is none', (value) => {
    expect(parseMediaFragment(value)).toBeNull();
  });
});

describe('an area in a media fragment', () => {
  it.each([
    ['xywh=160,120,320,240', 'pixel', 160, 120, 320, 240],
    ['xywh=pixel:160,120,320,240', 'pixel', 160, 120, 320, 240],
    ['xywh=percent:25,25,50,50', 'percent', 25, 25, 50, 50],
    ['xywh=percent:0.125,0,99.875,100', 'percent', 0.125, 0, 99.875, 100],
    ['t=1,2&xywh=percent:1,2,3,4', 'percent', 1, 2, 3, 4],
  ])('%s', (value, unit, x, y, width, height) => {
    expect(area(value)).toEqual({ unit, x, y, width, height });
  });

  it.each([
    'xywh=1,2,3',
    'xywh=1,2,3,4,5',
    'xywh=percent:60,0,50,10',
    'xywh=1,2,0,4',
    'xywh=1,2,3,-4',
    'xywh=em:1,2,3,4',
    'xywh=percent:1%,2,3,4',
    'xywh=',
    't=1,2&xywh=x',
  ])('%s is none', (value) => {
    expect(parseMediaFragment(value)).toBeNull();
  });
});

it('a page counts from 1', () => {
  expect(
    ['page=1', 'page=70', 'page=0', 'page=-1', 'page=1.5', 'page=07', 'page=', 'page=x', 'page=1&zoom=2', 'nameddest=a'].map(
      parsePageFragment,
    ),
  ).toEqual([1, 70, ...Array<null>(8).fill(null)]);
});

it('law: whatever is given, the answer is by the standard or none, and never an exception', () => {
  const piece = fc.constantFrom('t', '=', 'npt:', '1', '20', ':', '.', ',', '&', 'xywh', 'percent:', '%', '%7', '-', ' ', '٣');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const found = parseMediaFragment(pieces.join(''));
      if (found === null) return;
      expect(found.time !== null || found.area !== null).toBe(true);
      if (found.time !== null) expect(found.time.from).toBeLessThan(found.time.to ?? Number.POSITIVE_INFINITY);
    }),
    { numRuns: 2000 },
  );
});
