import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../import/reading.ts';
import { sniffType } from '../import/sniff-type.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { isCutOff } from './image-end.ts';
import { readImage } from './read-image.ts';

function picture(): Canvas {
  const canvas = createCanvas(400, 300);
  const pen = canvas.getContext('2d');
  for (let x = 0; x < 400; x++) {
    pen.fillStyle = `rgb(${x % 256} ${(x * 7) % 256} ${(x * 13) % 256})`;
    pen.fillRect(x, 0, 1, 300);
  }
  return canvas;
}
const jpeg = () => picture().encode('jpeg');
const png = () => picture().encode('png');

/** Puts an EXIF block with nothing but an orientation before the rest (EXIF 2.32, 4.5.4: APP1). */
function turned(bytes: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('49492a000800000001001201030001000000000000000000000000', 'hex');
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, body.length + 2]), body, bytes.subarray(2)]);
}

async function read(bytes: Uint8Array, name: string): Promise<Reading> {
  const path = join(await temporaryFolder(), 'staged');
  await writeFile(path, bytes);
  const sniffed = await sniffType(path, name);
  expect(sniffed.kind).toBe('image');
  return readImage({ received: { path, size: bytes.length } as never, sniffed, signal: new AbortController().signal });
}
const thumbnailOf = ({ derived: [file] }: Reading) => (file !== undefined && 'bytes' in file ? loadImage(Buffer.from(file.bytes)) : null);

describe('an image', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('of type %s has its size and a thumbnail, and is whole', async (type) => {
    const bytes = await picture().encode(type as 'png');
    const reading = await read(bytes, `a.${type}`);
    expect(reading).toMatchObject({ type: 'image', gaps: [], warnings: [], facts: { image: { width: 400, height: 300 } } });
    expect(await thumbnailOf(reading)).toMatchObject({ width: 400, height: 300 });
  });

  it('lying on its side is measured and drawn upright', async () => {
    const reading = await read(turned(await jpeg(), 6), 'a.jpg');
    expect(reading.facts).toMatchObject({ image: { width: 300, height: 400, orientation: 6 }, exif: { Orientation: 'right-top' } });
    expect(await thumbnailOf(reading)).toMatchObject({ width: 300, height: 400 });
  });

  it('tells what its camera wrote', async () => {
    const { readFile } = await import('node:fs/promises');
    const reading = await read(await readFile(join(import.meta.dirname, '../../../sample/photo-april.jpg')), 'photo.jpg');
    expect(reading.facts).toMatchObject({ exif: { Make: 'Holdfast', OffsetTimeOriginal: '+00:00' } });
    expect(JSON.stringify(reading.facts).length).toBeLessThan(20_000);
  });

  it.each([
    ['jpg', jpeg],
    ['png', png],
  ] as const)('cut off (%s) is kept with a gap', async (type, make) => {
    const bytes = await make();
    const reading = await read(bytes.subarray(0, bytes.length / 2), `a.${type}`);
    expect(reading.gaps).toEqual([{ reason: 'image-damaged', facts: { problem: 'cut-off' } }]);
  });

  it('that decodes to nothing is kept with a gap and no thumbnail', async () => {
    const bytes = await picture().encode('webp');
    const reading = await read(bytes.subarray(0, 100), 'a.webp');
    expect(reading).toMatchObject({ gaps: [{ reason: 'image-damaged' }], warnings: ['no-thumbnail'], derived: [] });
  });

  it('of an absurd number of pixels is not decoded', async () => {
    const bytes = Buffer.from(await png());
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    expect(await read(bytes, 'a.png')).toMatchObject({ warnings: ['too-many-pixels'], derived: [], facts: { image: { width: 100_000 } } });
  });

  it('that is an SVG is kept without being drawn', async () => {
    const reading = await read(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>alert(1)</script></svg>'),
      'a.svg',
    );
    expect(reading).toMatchObject({
      type: 'image',
      derived: [],
      gaps: [],
      warnings: ['no-thumbnail'],
      facts: { image: { width: 40, height: 30 } },
    });
  });

  it('under the name of another type is kept, and the outcome warns', async () => {
    const path = join(await temporaryFolder(), 'staged');
    await writeFile(path, await png());
    expect(await sniffType(path, 'a.jpg')).toMatchObject({ mediaType: 'image/png', extensionDiffers: true });
    expect(await sniffType(path, 'a.PNG')).toMatchObject({ extensionDiffers: false });
    await expect(sniffType(path, 'a.pdf')).rejects.toMatchObject({
      code: 'type-mismatch',
      facts: { extension: '.pdf', found: 'image/png' },
    });
  });
});

it('every proper beginning of an image is known to be cut off', async () => {
  for (const [type, bytes] of [
    ['image/jpeg', await jpeg()],
    ['image/png', await png()],
    ['image/webp', await picture().encode('webp')],
  ] as const) {
    expect(isCutOff(bytes, type)).toBe(false);
    for (let end = 12; end < bytes.length - 12; end += 97) expect(isCutOff(bytes.subarray(0, end), type), `${type} ${end}`).toBe(true);
  }
});
