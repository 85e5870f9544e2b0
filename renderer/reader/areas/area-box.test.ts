import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxBetween, growBox, moveBox, turnBox, turned, uprightBox, type AreaBox, type Rotation } from './area-box.ts';

const rotation = fc.constantFrom<Rotation>(0, 90, 180, 270);
const whole = fc.integer({ min: 0, max: 100 });
const box = fc.tuple(whole, whole, whole, whole).map(([a, b, c, d]) => boxBetween({ x: a, y: b }, { x: c, y: d }));
const inside = ({ x, y, width, height }: AreaBox) => x >= 0 && y >= 0 && x + width <= 100.001 && y + height <= 100.001;

test('a quarter turn clockwise takes the top left corner to the top right', () => {
  const corner = { x: 0, y: 0, width: 20, height: 10 };
  expect(turnBox(corner, 90)).toEqual({ x: 90, y: 0, width: 10, height: 20 });
  expect(turnBox(corner, 180)).toEqual({ x: 80, y: 90, width: 20, height: 10 });
  expect(turnBox(corner, 270)).toEqual({ x: 0, y: 80, width: 10, height: 20 });
});

test('law: what is drawn on a turned view is kept where it lies on the upright picture', () => {
  fc.assert(
    fc.property(box, rotation, (one, by) => {
      expect(uprightBox(turnBox(one, by), by)).toEqual(one);
      expect([90, 90, 90, 90].reduce((at) => turnBox(at, 90), one)).toEqual(one);
    }),
  );
  expect(([0, 90, 180, 270] as const).map((by) => turned(by, 90))).toEqual([90, 180, 270, 0]);
  expect(turned(0, -90)).toBe(270);
});

test('law: no drawing, moving or resizing takes a box off the picture', () => {
  const step = fc.record({ x: fc.integer({ min: -150, max: 150 }), y: fc.integer({ min: -150, max: 150 }) });
  fc.assert(fc.property(step, step, (one, other) => inside(boxBetween(one, other))));
  fc.assert(fc.property(box, step, (one, by) => inside(moveBox(one, by))));
  fc.assert(
    fc.property(box, step, (one, by) => {
      const grown = growBox({ ...one, x: Math.min(one.x, 99), y: Math.min(one.y, 99) }, by);
      return inside(grown) && grown.width >= 0.5 && grown.height >= 0.5;
    }),
  );
});
