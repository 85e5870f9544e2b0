import { expect, test } from 'vitest';
import { describeWords } from '#shared/anchoring/describe-words.ts';
import type { Passage } from '#shared/model/passages.ts';
import { passageAt, passageRange } from './passage-range.ts';

const text = 'Nearly 1,236 bodies have been exhumed so far from three mass graves, its caption says.';

function passage(start: number, end: number, state: Passage['state'] = 'exact'): Passage {
  return { id: `${start}-${end}`, start, end, state, selectors: describeWords(text, start, end) } as Passage;
}

test('a passage is drawn where its words stand now, and nowhere when they are gone', () => {
  expect(passageRange(passage(7, 19), text)).toEqual({ start: 7, end: 19 });
  expect(passageRange(passage(0, 67, 'moved'), `Later: ${text}`)).toEqual({ start: 7, end: 74 });
  expect(passageRange(passage(7, 19, 'lost'), text)).toBeNull();
  expect(passageRange({ ...passage(7, 19), start: null, end: null }, text)).toBeNull();
});

test('a press means the smallest passage over the place', () => {
  const placed = [passage(0, 40), passage(7, 19), passage(50, 60)].map((one) => ({
    passage: one,
    range: { start: one.start!, end: one.end! },
  }));
  expect(passageAt(placed, 8)?.id).toBe('7-19');
  expect(passageAt(placed, 30)?.id).toBe('0-40');
  expect(passageAt(placed, 40)).toBeNull();
});
