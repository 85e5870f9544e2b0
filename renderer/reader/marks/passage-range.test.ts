import { expect, test } from 'vitest';
import { describeWords } from '#shared/anchoring/describe-words.ts';
import type { Passage } from '#shared/model/passages.ts';
import { passageRange, passagesAt } from './passage-range.ts';

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

test('a press means the passages over the place, the shortest first', () => {
  const placed = [passage(0, 40), passage(7, 19), passage(50, 60)].map((one) => ({
    passage: one,
    range: { start: one.start!, end: one.end! },
  }));
  const idsAt = (offset: number) => passagesAt(placed, offset).map(({ id }) => id);
  expect([idsAt(8), idsAt(30), idsAt(40)]).toEqual([['7-19', '0-40'], ['0-40'], []]);
});
