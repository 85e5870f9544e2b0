import { expect, test } from 'vitest';
import { areaOf } from './area-of.ts';

const fragment = (value: string) => ({
  selectors: [{ type: 'FragmentSelector' as const, conformsTo: 'http://www.w3.org/TR/media-frags/', value }],
});

test('an area is read from its media fragment, with a time or without', () => {
  expect(areaOf(fragment('xywh=percent:5,50,90.5,26'))).toEqual({ x: 5, y: 50, width: 90.5, height: 26 });
  expect(areaOf(fragment('t=1,2&xywh=percent:1,2,3,4'))).toEqual({ x: 1, y: 2, width: 3, height: 4 });
  expect(areaOf(fragment('page=3'))).toBeNull();
  expect(areaOf({ selectors: [] })).toBeNull();
});
