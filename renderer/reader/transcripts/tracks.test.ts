import { expect, test } from 'vitest';
import { besides, shownOf, type Track } from './tracks.ts';

const track = (fileId: string, kind: Track['kind'], toolParameters: Track['toolParameters'] = {}) =>
  ({ fileId, kind, toolParameters }) as Track;

const canonical = track('c', 'canonical');
const first = track('t1', 'transcript');
const second = track('t2', 'transcript', { corrects: 't1' });
const english = track('e', 'translation', { translates: 't2' });
const french = track('f', 'translation', { translates: 't1' });

test('the canonical text is shown first, else the newest that nothing corrects, with its own translation beside', () => {
  expect(shownOf([canonical, first], {})).toEqual({ main: 'c', beside: null });
  expect(shownOf([first, second, english, french], {})).toEqual({ main: 't2', beside: 'e' });
  expect(shownOf([canonical, track('x', 'transcript', { corrects: 'c' })], {})).toEqual({ main: 'x', beside: null });
  expect(shownOf([first, second, french], {})).toEqual({ main: 't2', beside: 'f' });
  expect(shownOf([english], {})).toEqual({ main: 'e', beside: null });
  expect(shownOf([], {})).toEqual({ main: null, beside: null });
});

test('what a person chose is shown while it stands', () => {
  const all = [first, second, english, french];
  expect(shownOf(all, { main: 't1' })).toEqual({ main: 't1', beside: 'f' });
  expect(shownOf(all, { main: 't2', beside: null })).toEqual({ main: 't2', beside: null });
  expect(shownOf(all, { main: 't2', beside: 'f' })).toEqual({ main: 't2', beside: 'f' });
  expect(shownOf(all, { main: 'gone', beside: 'gone' })).toEqual({ main: 't2', beside: 'e' });
  expect(besides(all, 't1').map(({ fileId }) => fileId)).toEqual(['f', 'e']);
});
