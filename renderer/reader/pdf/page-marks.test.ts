import { expect, test } from 'vitest';
import { pageMarks, trackMarks } from './page-marks.ts';
import { pageOf, pageRanges } from './page-ranges.ts';

const ranges = pageRanges({
  map: {
    kind: 'pages',
    pages: [
      { page: 1, start: 0, end: 100 },
      { page: 2, start: 102, end: 102 },
      { page: 3, start: 104, end: 204 },
      { page: 4, start: 206, end: 306 },
    ],
  },
});
const area = { id: 'a', box: { x: 0, y: 50, width: 10, height: 10 }, label: '', page: 2, fileId: null, element: null };

test('a page without words is no place in the text', () => {
  expect([...ranges.keys()]).toEqual([1, 3, 4]);
  expect([0, 99, 100, 104, 305].map((offset) => pageOf(ranges, offset))).toEqual([1, 1, 3, 3, 4]);
});

test('a passage counts on every page it stands on, an area on its own', () => {
  const marks = pageMarks({ passage: [{ start: 50, end: 250 }], find: [{ start: 1, end: 5 }] }, [area], ranges);
  expect(Object.fromEntries(marks)).toEqual({
    1: { passages: 1, finds: 1 },
    2: { passages: 2, finds: 0 },
    3: { passages: 1, finds: 0 },
    4: { passages: 1, finds: 0 },
  });
});

test('the track has one mark for a crowd, each where it stands in the document', () => {
  const find = Array.from({ length: 100 }, () => ({ start: 50, end: 51 }));
  expect(trackMarks({ find, 'current-find': [{ start: 256, end: 257 }] }, [area], ranges, 4)).toEqual([
    { at: 0.375, kind: 'passage' },
    { at: 0.125, kind: 'find' },
    { at: 0.875, kind: 'current' },
  ]);
});
