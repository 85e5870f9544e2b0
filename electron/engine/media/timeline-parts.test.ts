import { expect, test } from 'vitest';
import { FrameRhythm } from './frames/frame-rhythm.ts';
import { knownRate } from './frames/known-rate.ts';
import { parsePacket } from './frames/read-packets.ts';
import { pictureFilter } from './still/picture-filter.ts';
import { uprightFilter } from './still/upright-filter.ts';
import { PeakCells } from './waveform/peak-cells.ts';

const matrix = (a: number, b: number, c: number, d: number) => ({
  side_data_list: [{ displaymatrix: `\n00000000: ${a} ${b} 0\n00000001: ${c} ${d} 0\n00000002: 0 0 1073741824\n` }],
});
const one = 65536;

test('a display matrix is a quarter turn, a mirroring, or neither', () => {
  expect(uprightFilter(matrix(0, one, -one, 0)).filters).toEqual(['transpose=clock']);
  expect(uprightFilter(matrix(0, -one, one, 0)).filters).toEqual(['transpose=cclock']);
  expect(uprightFilter(matrix(-one, 0, 0, -one)).filters).toEqual(['hflip', 'vflip']);
  expect(uprightFilter(matrix(-one, 0, 0, one)).filters).toEqual(['hflip']);
  expect(uprightFilter(matrix(46341, 46341, -46341, 46341))).toEqual({ filters: [], isQuarter: false });
  expect(uprightFilter({})).toEqual({ filters: [], isQuarter: true });
  expect(uprightFilter({ tags: { rotate: '90' } }).filters).toEqual(['transpose=clock']);
  expect(uprightFilter({ tags: { rotate: '17' } }).isQuarter).toBe(false);
});

test('a still has square pixels, the colours a player shows, and the depth of its source', () => {
  expect(pictureFilter({ height: 576, sample_aspect_ratio: '16:15', pix_fmt: 'yuv420p' }).filter).toMatch(
    /^scale=w=round\(iw\*16\/15\):h=ih:.*in_color_matrix=bt601,setsar=1,format=rgb24$/,
  );
  expect(pictureFilter({ height: 1080, pix_fmt: 'yuv420p10le' })).toMatchObject({
    matrix: 'bt709',
    filter: expect.stringMatching(/rgb48be$/),
  });
  expect(pictureFilter({ height: 1080, color_space: 'smpte170m', pix_fmt: 'yuv420p' }).matrix).toBe('bt601');
  expect(pictureFilter({ height: 1080, pix_fmt: 'gbrp' }).matrix).toBe('rgb');
});

test('cells join as they fill, and the loudest is never lost', () => {
  const cells = new PeakCells(8, 2);
  const samples = new Int16Array(1001);
  samples[777] = -32768;
  for (let at = 0; at < samples.length; at += 13) cells.add(samples.subarray(at, at + 13));
  const peaks = cells.end();
  expect(peaks.length).toBeLessThanOrEqual(8);
  expect(peaks[Math.floor(777 / cells.length)]).toBe(255);
  expect(peaks.filter((peak) => peak > 0)).toHaveLength(1);
  expect(new PeakCells(8, 2).end()).toEqual([]);
});

test('a rhythm is even when lengths differ by a tick at most, whatever the order of decoding', () => {
  const lengthOf = (stamps: number[]) => {
    const rhythm = new FrameRhythm();
    for (const stamp of stamps) rhythm.add(stamp);
    return rhythm.end();
  };
  expect(lengthOf([0, 3003, 1001, 2002, 6006, 4004, 5005])).toBe(1001);
  expect(lengthOf([0, 33, 67, 100, 133])).toBe(33.25);
  expect(lengthOf([0, 33, 66, 166])).toBeNull();
  expect(lengthOf([5])).toBeNull();
});

test('a rate is a fraction or unknown, never a rounded guess', () => {
  expect(knownRate(1001, { num: 1, den: 30000 }, undefined)).toEqual({ num: 30000, den: 1001 });
  expect(knownRate(33.3667, { num: 1, den: 1000 }, '30000/1001')).toEqual({ num: 30000, den: 1001 });
  expect(knownRate(33.3667, { num: 1, den: 1000 }, '30/1')).toBeNull();
  expect(knownRate(33.3667, { num: 1, den: 1000 }, undefined)).toBeNull();
});

test('a packet is read as ffprobe lists it', () => {
  expect(parsePacket('N/A|-512|512|K_')).toEqual({ pts: null, dts: -512, duration: 512, isKey: true, isDropped: false });
  expect(parsePacket('0|0|N/A|_D')).toMatchObject({ duration: 0, isKey: false, isDropped: true });
  expect(parsePacket('')).toBeNull();
});
