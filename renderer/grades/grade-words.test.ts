import { expect, test } from 'vitest';
import { scaleNames, scales, scalesOf, type Grade, type Scale } from '#shared/model/grades.ts';
import { isMessage } from '../messages/index.ts';
import { differences, gradeRows, meaningOf, valueWords } from './grade-words.ts';

const grade = (createdBy: string, scale: Scale, value: string, current = true): Grade => ({
  id: `${createdBy} ${scale} ${value}`,
  subjectKind: 'claim',
  subjectId: 'c',
  scale,
  value,
  reason: 'r',
  createdAt: '',
  createdBy,
  current,
});

test('every scale has a name and a question, and every letter and figure a meaning', () => {
  for (const scale of scaleNames) {
    expect([isMessage(`grades.scale.${scale}`), isMessage(`grades.ask.${scale}`)]).toEqual([true, true]);
    for (const value of scales[scale]) if (value.length === 1) expect(meaningOf(scale, value)).not.toBe('');
  }
  expect(valueWords('admiralty credibility', '2')).toBe('2, probably true');
  expect(valueWords('huridocs reliability', 'unsure')).toBe('unsure');
});

test('people stand side by side with what each says now, and where they differ is found', () => {
  const rows = gradeRows([
    grade('Second', 'admiralty credibility', '5'),
    grade('First', 'admiralty credibility', '2'),
    grade('First', 'admiralty credibility', '3', false),
    grade('First', 'admiralty reliability', 'B'),
    grade('Second', 'admiralty reliability', 'B'),
  ]);
  expect(rows.map(({ person, byScale }) => [person, ...[...byScale.values()].map((one) => one.value).sort()])).toEqual([
    ['First', '2', 'B'],
    ['Second', '5', 'B'],
  ]);
  expect(differences(rows, scalesOf.claim).map(({ scale, grades }) => [scale, grades.map((one) => one.value)])).toEqual([
    ['admiralty credibility', ['2', '5']],
  ]);
});
