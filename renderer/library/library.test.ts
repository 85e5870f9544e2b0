import { describe, expect, test } from 'vitest';
import { moveCursor } from '../ui/move-cursor.ts';
import { sizeWords } from '../ui/sizes.ts';
import { nameInWords, readFacts } from './read-facts.ts';

describe('facts read from bytes', () => {
  test('are rows with names in words, nested ones opened, empty ones left out', () => {
    const facts = { utcOffsetMinutes: 60, empty: null, none: '', pdf: { pageCount: 70, deeper: { hidden: 1 } }, list: [1, 2, { no: 1 }] };
    expect(readFacts(facts)).toEqual([
      { label: 'Utc offset minutes', value: '60' },
      { label: 'Page count', value: '70' },
      { label: 'List', value: '1, 2' },
    ]);
    expect(nameInWords('finalUrl')).toBe('Final url');
  });
});

test('sizes are worded in powers of 1000', () => {
  expect([0, 999, 1000, 1_450_000, 4_000_000_000].map(sizeWords)).toEqual(['0 B', '999 B', '1 kB', '1.5 MB', '4 GB']);
});

test('keys move the cursor within the list and no further', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'x'].map((key) => moveCursor(key, 8, 10, 5))).toEqual([9, 7, 9, 0, 9, null]);
  expect(moveCursor('ArrowDown', -1, 0, 5)).toBe(null);
});
