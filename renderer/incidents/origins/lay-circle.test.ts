import { expect, test } from 'vitest';
import { layCircle } from './lay-circle.ts';

const circle = (names: string[]) => ({
  parties: names.map((name) => ({ partyId: name, name })),
  edges: names.map((name, at) => ({ fromId: name, toId: names[(at + 1) % names.length]!, claimIds: [] })),
  claims: [],
});

test.each([2, 3, 6])('%i parties and their lines stay within the picture, no two in one place', (count) => {
  const names = Array.from({ length: count }, (_, at) => `Outlet with a very long name ${at}`);
  const { nodes, lines } = layCircle(circle(names), 220, 128);
  expect(new Set(nodes.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(count);
  expect(lines.length).toBe(count);
  for (const { x, y, labelY, label } of nodes) {
    expect(x).toBeGreaterThan(8);
    expect(x).toBeLessThan(212);
    expect(Math.min(y, labelY)).toBeGreaterThan(8);
    expect(Math.max(y, labelY)).toBeLessThan(124);
    expect(label.length).toBeLessThanOrEqual(20);
  }
});

test('two that cite each other have two lines that do not lie on one another', () => {
  const { lines } = layCircle(circle(['a', 'b']), 220, 128);
  expect(lines[0]!.y1).not.toBe(lines[1]!.y1);
});
