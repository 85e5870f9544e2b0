import { expect, test } from 'vitest';
import { lyingEnding } from './name-tells.ts';

test.each([
  ['a.jpg', 'image/png', '.jpg'],
  ['a.JPEG', 'image/jpeg', null],
  ['a.png', 'image/apng', null],
  ['a.heif', 'image/heic', null],
  ['a.dat', 'image/png', null],
  ['a', 'image/png', null],
  [null, 'image/png', null],
])('%s holding %s', (name, mediaType, expected) => expect(lyingEnding(name, mediaType)).toBe(expected));
