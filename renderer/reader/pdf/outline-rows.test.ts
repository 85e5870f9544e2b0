import { expect, test } from 'vitest';
import { firstOpen, outlineRows, readOutline, type OutlineEntry } from './outline-rows.ts';
import { treeKey } from './tree-key.ts';

const entry = (id: string, children: OutlineEntry[] = []): OutlineEntry => ({ id, title: id, target: null, children });
const tree = [entry('0', [entry('0.0'), entry('0.1', [entry('0.1.0')])]), entry('1')];
const rows = outlineRows(tree, new Set(['0']));

test('rows are the entries whose ancestors are open, with their place among their siblings', () => {
  expect(rows.map(({ entry: { id }, level, isOpen, position, of }) => [id, level, isOpen, position, of])).toEqual([
    ['0', 1, true, 1, 2],
    ['0.0', 2, null, 1, 2],
    ['0.1', 2, false, 2, 2],
    ['1', 1, null, 2, 2],
  ]);
  expect([...firstOpen(tree)]).toEqual(['0', '1']);
});

test('keys walk the tree: right opens and goes in, left closes and goes out, nothing goes past the ends', () => {
  expect(treeKey('ArrowRight', rows, 0)).toEqual({ kind: 'move', to: 1 });
  expect(treeKey('ArrowRight', rows, 2)).toEqual({ kind: 'toggle' });
  expect(treeKey('ArrowLeft', rows, 2)).toEqual({ kind: 'move', to: 0 });
  expect(treeKey('ArrowLeft', rows, 0)).toEqual({ kind: 'toggle' });
  expect(treeKey('ArrowUp', rows, 0)).toEqual({ kind: 'move', to: 0 });
  expect(treeKey('End', rows, 0)).toEqual({ kind: 'move', to: 3 });
  expect(treeKey('Enter', rows, 1)).toEqual({ kind: 'press' });
  expect(treeKey('x', rows, 1)).toBeNull();
});

test('a long outline is cut, one that cannot be read is none, and scripts in it lead nowhere', async () => {
  const of = (getOutline: () => Promise<unknown>) => readOutline({ getOutline } as never);
  const many = Array.from({ length: 30_000 }, () => ({ title: ' a\n b ', action: 'JavaScript', items: [] }));
  const read = await of(async () => many);
  expect(read).toHaveLength(20_000);
  expect(read[0]).toEqual({ id: '0', title: 'a b', target: null, children: [] });
  expect(await of(() => Promise.reject(new Error('broken')))).toEqual([]);
  const [out] = await of(async () => [{ title: 'x', unsafeUrl: 'https://example.org/', items: [] }]);
  expect(out?.target).toEqual({ kind: 'address', address: 'https://example.org/' });
});
