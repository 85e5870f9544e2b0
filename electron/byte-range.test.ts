import { describe, expect, it } from 'vitest';
import { parseRange } from './byte-range.ts';

describe('parseRange', () => {
  it('sends all when nothing usable is asked', () => {
    for (const header of [null, '', 'bytes=', 'bytes=-', 'lines=0-1', 'bytes=0-1,3-4', 'bytes=5-2'])
      expect(parseRange(header, 10)).toBeNull();
  });

  it('reads from, from-to and the last bytes', () => {
    expect(parseRange('bytes=0-', 10)).toEqual({ start: 0, end: 9 });
    expect(parseRange('bytes=2-4', 10)).toEqual({ start: 2, end: 4 });
    expect(parseRange('bytes=2-400', 10)).toEqual({ start: 2, end: 9 });
    expect(parseRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
    expect(parseRange('bytes=-30', 10)).toEqual({ start: 0, end: 9 });
  });

  it('says when nothing of the file is meant', () => {
    for (const [header, size] of [
      ['bytes=10-', 10],
      ['bytes=0-', 0],
      ['bytes=-0', 10],
      ['bytes=-5', 0],
    ] as const)
      expect(parseRange(header, size)).toBe('unsatisfiable');
  });
});
