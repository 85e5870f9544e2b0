import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layLabels } from './place-labels.ts';

const size = { width: 500, height: 300 };

test('a name stands right of its place, and left of one at the edge', () => {
  const [inside, atEdge] = layLabels(
    [
      { key: 'a', x: 200, y: 100, radius: 10, text: 'Raqqa' },
      { key: 'b', x: 490, y: 200, radius: 10, text: 'al-Mansourah' },
    ],
    size,
  );
  expect(inside).toMatchObject({ anchor: 'start', x: 215 });
  expect(atEdge).toMatchObject({ anchor: 'end' });
});

test('no name leaves the map or lies over another', () => {
  const wish = fc.record({
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 300 }),
    radius: fc.integer({ min: 0, max: 60 }),
    text: fc.string({ minLength: 1, maxLength: 20 }),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      const labels = layLabels(
        wishes.map((one, at) => ({ ...one, key: String(at) })),
        size,
      ).map(({ x, y, anchor, text }) => {
        const wide = text.length * 6.4;
        const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return { left, right: left + wide, top: y - 11, bottom: y + 3 };
      });
      for (const [at, a] of labels.entries()) {
        expect(a.left >= 0 && a.right <= size.width && a.top >= 0 && a.bottom <= size.height).toBe(true);
        for (const b of labels.slice(at + 1))
          expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true);
      }
    }),
  );
});
