import { expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import { stepFrom } from './use-passage-steps.ts';

const passages = [10, 50, 90, null].map((start, at) => ({ id: `p${at}`, start })) as Passage[];
const step = (openId: string | null, offset: number | null, by: 1 | -1) => stepFrom(passages, openId, offset, by)?.id;

test('steps go on from the open passage, round the ends', () => {
  expect([step('p0', null, 1), step('p3', null, 1), step('p0', null, -1)]).toEqual(['p1', 'p0', 'p3']);
});

test('with none open they begin at the words in view', () => {
  expect([step(null, 20, 1), step(null, 20, -1), step(null, null, 1), step(null, 95, -1)]).toEqual(['p1', 'p0', 'p0', 'p3']);
  expect(stepFrom([], null, 0, 1)).toBeNull();
});
