import { expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import { markPaint } from './use-marks.ts';

const placed = (start: number, colour: Passage['colour'], claimIds: string[]) => ({
  passage: { colour, claimIds } as Passage,
  range: { start, end: start + 1 },
});

test('each passage is drawn once: by the colour of its tag, else by whether a claim stands on it', () => {
  const paint = markPaint([placed(1, null, []), placed(2, null, ['c']), placed(3, 'blue', []), placed(4, 'blue', ['c'])]);
  expect(paint).toEqual({
    passage: [{ start: 1, end: 2 }],
    claimed: [{ start: 2, end: 3 }],
    'tag-blue': [
      { start: 3, end: 4 },
      { start: 4, end: 5 },
    ],
    'claimed-line': [{ start: 4, end: 5 }],
  });
});
