import { describe, expect, test } from 'vitest';
import type { TextComparison } from '#shared/model/versions.ts';
import { diffRows } from './diff-rows.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');
const comparison = (runs: TextComparison['runs']): TextComparison => ({ runs, coarse: false, added: 0, removed: 0, changed: 0, same: 0 });

describe('rows of a comparison', () => {
  const text = lines(20);
  const cut = text.indexOf('line 10\n');
  const runs: TextComparison['runs'] = [
    { kind: 'same', fromStart: 0, toStart: 0, length: cut, paragraphs: 10 },
    { kind: 'removed', fromStart: cut, text: 'old one\nold two\n' },
    { kind: 'added', toStart: cut, text: 'line 10\n' },
    { kind: 'same', fromStart: cut, toStart: cut + 8, length: text.length - cut - 8, paragraphs: 9 },
  ];

  test('fold what is the same, but for two paragraphs beside each change', () => {
    const { rows, changes } = diffRows(comparison(runs), text, new Set());
    expect(rows.map((row) => (row.kind === 'fold' ? `fold ${row.paragraphs}` : row.kind))).toEqual([
      'fold 8', 'same', 'same', 'removed', 'removed', 'added', 'same', 'same', 'fold 7',
    ]); // prettier-ignore
    expect(changes).toEqual([3]);
    expect(rows[1]).toMatchObject({ text: 'line 8' });
  });

  test('show a stretch whole when asked', () => {
    const { rows, changes } = diffRows(comparison(runs), text, new Set([0]));
    expect(rows.slice(0, 10).map((row) => row.kind)).toEqual(Array(10).fill('same'));
    expect(changes).toEqual([10]);
  });

  test('cut a paragraph that would stop the window, and say by how much', () => {
    const long = 'x'.repeat(7000);
    const { rows } = diffRows(comparison([{ kind: 'added', toStart: 0, text: long }]), long, new Set());
    expect(rows).toMatchObject([{ kind: 'added', cut: 1000, change: 0 }]);
    const words = [{ kind: 'same', text: long } as const, { kind: 'added', text: 'new' } as const, { kind: 'same', text: '\n' } as const];
    const [row] = diffRows(comparison([{ kind: 'changed', fromStart: 0, toStart: 0, words }]), `${long}new\n`, new Set()).rows;
    expect(row?.kind === 'changed' ? row.words.map((word) => word.text.length) : null).toEqual([803, 3]);
  });
});
