import { expect, test } from 'vitest';
import type { Origin } from '#shared/model/analysis.ts';
import { byLabel, indexAnalysis } from './origin-index.ts';
import { someStatement } from './testing/some-analysis.ts';

const origin = (label: string, known = true): Origin => ({
  id: label.toLowerCase(),
  label,
  known,
  speakers: [],
  roots: [],
  claims: [],
  firstSaidAt: null,
  why: [],
});

test('origins have hues in their order, the unknown and those beyond the sixth none of their own', () => {
  const origins = [origin('A'), origin('?', false), ...'BCDEFG'.split('').map((label) => origin(label))];
  const index = indexAnalysis({ origins, statements: [someStatement({ claimId: 'x', speaker: 'Committee' })] });
  expect(origins.map(({ id }) => index.hueOf([id]))).toEqual(['1', 'other', '2', '3', '4', '5', '6', 'other']);
  expect(index.lettersOf(['c', 'a'])).toBe('A, C');
  expect(index.hueOf([])).toBe('other');
  expect(index.statementOf('x')?.speaker).toBe('Committee');
});

test('letters go on after Z', () => expect(['AA', 'B', 'A', 'Z'].sort(byLabel)).toEqual(['A', 'B', 'Z', 'AA']));
