import { expect, test } from 'vitest';
import { tagGroups } from './tag-groups.ts';

test('tags stand by what a reader looks for, times with their offset, a place in degrees', () => {
  const groups = tagGroups({
    image: { width: 1 },
    exif: { Make: 'Holdfast', Model: 'One', DateTimeOriginal: '2018:04:02 10:00:00', OffsetTimeOriginal: '+03:00', Odd: 'x' },
    xmp: { CreatorTool: 'A program' },
    gps: { latitude: -35.95, longitude: 39.0094444, altitude: 250 },
  });
  expect(groups.camera.map(({ value }) => value)).toEqual(['Holdfast', 'One']);
  expect(groups.time).toEqual([{ name: 'DateTimeOriginal', value: '2018:04:02 10:00:00 +03:00' }]);
  expect(groups.place.map(({ value }) => value)).toEqual(['35.95000° S, 39.00944° E', '250 m']);
  expect(groups.software).toEqual([{ name: 'CreatorTool', value: 'A program' }]);
  expect(groups.all).toHaveLength(6);
});

test('a file without tags has none, whatever its facts hold', () => {
  expect(tagGroups({ exif: null, gps: [], iptc: 'x' })).toEqual({ camera: [], time: [], place: [], software: [], all: [] });
});
