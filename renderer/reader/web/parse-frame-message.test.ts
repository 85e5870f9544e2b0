import { expect, test } from 'vitest';
import { parseFrameMessage } from './parse-frame-message.ts';

const rect = { left: 0, top: 0, right: 10, bottom: 10 };

test('what our script says is heard', () => {
  expect(parseFrameMessage({ type: 'ready', total: 12 })).toEqual({ type: 'ready', total: 12 });
  expect(parseFrameMessage({ type: 'selected', first: 1, last: 4, rect })).toEqual({
    type: 'selected',
    first: 1,
    last: 4,
    rect,
  });
});

test.each([
  null,
  'ready',
  [],
  {},
  { type: 'paint' },
  { type: 'ready', total: -1 },
  { type: 'ready', total: 1.5 },
  { type: 'ready', total: Number.NaN },
  { type: 'ready', total: 1e300 },
  { type: 'selected', first: 4, last: 4, rect },
  { type: 'selected', first: 0, last: 4 },
  { type: 'selected', first: 0, last: 4, rect: { ...rect, top: Number.POSITIVE_INFINITY } },
  { type: 'pressed', index: '1', rect },
  { type: 'pressed', index: 1 },
  { type: 'at', index: 1, fraction: 1.2 },
  { type: 'area', element: '', x: 0, y: 0, width: 10, height: 10, rect },
  { type: 'area', element: 'img', x: 0, y: 0, width: 0, height: 10, rect },
  { type: 'area', element: 'img', x: 0, y: 101, width: 1, height: 10, rect },
  { type: 'crop', id: 'a', picture: 'https://example.org/a.png' },
  { type: 'crop', id: 'a', picture: 'data:image/svg+xml;base64,AAAA' },
  { type: 'crop', id: 'a', picture: `data:image/png;base64,${'A'.repeat(300_000)}` },
  { type: 'key', key: 'x'.repeat(21), code: '', ctrl: false, shift: false, alt: false, meta: false },
])('%j is not', (data) => {
  expect(parseFrameMessage(data)).toBeNull();
});

test('nothing beyond the known fields comes through', () => {
  expect(parseFrameMessage({ type: 'unselected', extra: 'x' })).toEqual({ type: 'unselected' });
});
