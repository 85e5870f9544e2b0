import { expect, test } from 'vitest';
import { frameIndex, joinFrames, middleOf, toFrames } from './frame-list.ts';
import { smpteCode } from './smpte-code.ts';

const uneven = toFrames({ times: [0, 0.04, 0.08, 0.2, 0.32], end: 0.36 });

test('the frame shown at a time is the last that began, and its middle is its own', () => {
  expect([-1, 0, 0.039, 0.04, 0.0399999999, 0.19, 0.2, 9].map((time) => frameIndex(uneven, time))).toEqual([0, 0, 0, 1, 1, 2, 3, 4]);
  expect(frameIndex([], 1)).toBe(-1);
  for (const [index, frame] of uneven.entries()) expect(frameIndex(uneven, middleOf(frame))).toBe(index);
});

test('stretches that overlap are one list', () => {
  const joined = joinFrames([toFrames({ times: [0, 0.04, 0.08], end: 0.1 }), toFrames({ times: [0.08, 0.2], end: 0.32 })]);
  expect(joined).toEqual([
    { time: 0, end: 0.04 },
    { time: 0.04, end: 0.08 },
    { time: 0.08, end: 0.2 },
    { time: 0.2, end: 0.32 },
  ]);
});

test('time codes count frames, and drop numbers where the rate asks for it', () => {
  const ntsc = { num: 30000, den: 1001 };
  expect([0, 1799, 1800, 17981, 17982, 107892].map((number) => smpteCode(number, ntsc, null))).toEqual([
    '00:00:00;00',
    '00:00:59;29',
    '00:01:00;02',
    '00:09:59;29',
    '00:10:00;00',
    '01:00:00;00',
  ]);
  expect(smpteCode(3600, { num: 60000, den: 1001 }, null)).toBe('00:01:00;04');
  expect(smpteCode(1800, ntsc, '01:00:00:00')).toBe('01:01:00:00');
  expect(smpteCode(1, ntsc, '00:00:59;29')).toBe('00:01:00;02');
  expect(smpteCode(26, { num: 25, den: 1 }, '10:00:00:00')).toBe('10:00:01:01');
  expect(smpteCode(24, { num: 24000, den: 1001 }, null)).toBe('00:00:01:00');
  expect(smpteCode(1, { num: 15, den: 1 }, null)).toBeNull();
});
