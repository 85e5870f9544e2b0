import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coordinateReading, coordinateWords, readCoordinates } from './coordinates.ts';

test.each([
  ['35.83, 38.69', 35.83, 38.69],
  ['35.83,38.69', 35.83, 38.69],
  ['  (35.83 ; 38.69) ', 35.83, 38.69],
  ['35.83 38.69', 35.83, 38.69],
  ['-33.9, 18.4', -33.9, 18.4],
  ['−33.9, 18.4', -33.9, 18.4],
  ['35°57′0″N 39°0′36″E', 35.95, 39.01],
  ['35° 57\' 0" N, 39° 0\' 36" E', 35.95, 39.01],
  ['39°0′36″E, 35°57′N', 35.95, 39.01],
  ['N35.83 E38.69', 35.83, 38.69],
  ['33 54 0 S, 18 24 0 E', -33.9, 18.4],
  ['35.83° N, 38.69° E', 35.83, 38.69],
  ['geo:35.83,38.69', 35.83, 38.69],
  ['٣٥٫٨٣، ٣٨٫٦٩', 35.83, 38.69],
])('%s', (text, latitude, longitude) => expect(readCoordinates(text)).toEqual({ latitude, longitude }));

test.each(['', '35.83', '95, 38', '35, 190', '35.83 N, 38 N', '35°61′N, 38°E', '35, 38, 40', 'Raqqa', '35.83 E, 38.69 E', '37S 1234'])(
  '%s is none',
  (text) => expect(readCoordinates(text)).toBeNull(),
);

test('what is written is read back as the same', () => {
  const degree = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => n / 1e6);
  fc.assert(
    fc.property(degree(90), degree(180), (latitude, longitude) => {
      for (const words of [coordinateWords({ latitude, longitude }), coordinateReading({ latitude, longitude })]) {
        const read = readCoordinates(words);
        expect(read?.latitude).toBeCloseTo(latitude, 7);
        expect(read?.longitude).toBeCloseTo(longitude, 7);
      }
    }),
  );
});
