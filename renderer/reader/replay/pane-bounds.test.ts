import { expect, test } from 'vitest';
import { paneBounds } from './pane-bounds.ts';

const pane = { left: 200, top: 100, right: 1000, bottom: 700 };
const whole = { x: 200, y: 100, width: 800, height: 600 };

test('with nothing over it the replay fills its pane', () => {
  expect(paneBounds(pane, [], [])).toEqual(whole);
  expect(paneBounds(pane, [{ left: 0, top: 0, right: 200, bottom: 100 }], [])).toEqual(whole);
});

test('whatever overlay touches it takes it out of sight', () => {
  expect(paneBounds(pane, [{ left: 0, top: 0, right: 1440, bottom: 900 }], [])).toBeNull();
  expect(paneBounds(pane, [{ left: 990, top: 690, right: 1100, bottom: 800 }], [])).toBeNull();
});

test('it ends above a notice that would lie on it', () => {
  const notice = { left: 900, top: 600, right: 1300, bottom: 680 };
  expect(paneBounds(pane, [], [notice])).toEqual({ ...whole, height: 492 });
  expect(paneBounds(pane, [], [{ ...notice, left: 1001 }])).toEqual(whole);
});

test('a pane without room shows nothing', () => {
  expect(paneBounds({ ...pane, bottom: 120 }, [], [])).toBeNull();
  expect(paneBounds(pane, [], [{ left: 200, top: 110, right: 300, bottom: 700 }])).toBeNull();
});
