import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { crc32, createDeflate } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { runWorker } from '../worker/run-worker.ts';
import type { MadePicture, PictureTask } from './picture-worker.ts';
import { shrinkPng } from './shrink-png.ts';

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

function header(width: number, height: number, depth: number, colour: number, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}
const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** A PNG of rows made one by one, so that the test holds no more of it than the code under test may. */
async function writePng(path: string, head: Buffer, between: Buffer[], rows: Iterable<Buffer>): Promise<string> {
  const file = createWriteStream(path);
  for (const part of [signature, head, ...between]) file.write(part);
  const deflate = createDeflate({ level: 1 });
  deflate.on('data', (data: Buffer) => file.write(chunk('IDAT', data)));
  for (const row of rows) if (!deflate.write(row)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  file.end(chunk('IEND', Buffer.alloc(0)));
  await once(file, 'finish');
  return path;
}
const pixelAt = (picture: { width: number; pixels: Uint8ClampedArray }, x: number, y: number) => [
  ...picture.pixels.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 4),
];
const png = async (name = 'a.png') => join(await temporaryFolder(), name);

describe('a PNG made small', () => {
  it('has the pixels of what another decoder draws, through every filter', async () => {
    const canvas = createCanvas(301, 203);
    const pen = canvas.getContext('2d');
    for (let x = 0; x < 301; x++) for (let y = 0; y < 203; y++) {
      pen.fillStyle = `rgb(${(x * 7) % 256} ${(x * y) % 256} ${(y * 5) % 256})`;
      pen.fillRect(x, y, 1, 1);
    } // prettier-ignore
    const path = await png();
    await writeFile(path, await canvas.encode('png'));
    const whole = await shrinkPng(path, 1000);
    const drawn = pen.getImageData(0, 0, 301, 203).data;
    expect(Buffer.from(whole.pixels).equals(Buffer.from(drawn))).toBe(true);
  });

  it('is the mean of the pixels it stands for', async () => {
    const rows = Array.from({ length: 4 }, (_, y) => Buffer.from([0, ...[0, 100, 200, 40].map((value) => value + y)]));
    const small = await shrinkPng(await writePng(await png(), header(4, 4, 8, 0), [], rows), 2);
    expect([small.width, small.height]).toEqual([2, 2]);
    expect([pixelAt(small, 0, 0), pixelAt(small, 1, 1)]).toEqual([
      [50, 50, 50, 255],
      [122, 122, 122, 255],
    ]);
  });

  it('of 16 bits, of a palette with holes, of single bits', async () => {
    const deep = await shrinkPng(await writePng(await png(), header(1, 1, 16, 2), [], [Buffer.from([0, 255, 0, 128, 9, 1, 2])]), 9);
    expect(pixelAt(deep, 0, 0)).toEqual([255, 128, 1, 255]);
    const between = [
      chunk('PLTE', Buffer.from([1, 2, 3, 4, 5, 6])),
      chunk('tEXt', Buffer.alloc(3_000_000)),
      chunk('tRNS', Buffer.from([0])),
    ];
    const palette = await shrinkPng(await writePng(await png(), header(2, 1, 8, 3), between, [Buffer.from([0, 0, 1])]), 9);
    expect([pixelAt(palette, 0, 0), pixelAt(palette, 1, 0)]).toEqual([
      [1, 2, 3, 0],
      [4, 5, 6, 255],
    ]);
    const bits = await shrinkPng(await writePng(await png(), header(10, 1, 1, 0), [], [Buffer.from([0, 0b10000000, 0b01000000])]), 99);
    expect([0, 1, 8, 9].map((x) => pixelAt(bits, x, 0)[0])).toEqual([255, 0, 0, 255]);
  });

  it('that is cut off gives what it has, and one that cannot be read in order says so', async () => {
    const path = await writePng(await png(), header(1, 100, 8, 0), [], [Buffer.from([0, 77]), Buffer.from([0, 78])]);
    const cut = await shrinkPng(path, 100);
    expect([pixelAt(cut, 0, 0), pixelAt(cut, 0, 99)]).toEqual([
      [77, 77, 77, 255],
      [0, 0, 0, 0],
    ]);
    await expect(shrinkPng(await writePng(await png(), header(1, 1, 8, 0, 1), [], []), 9)).rejects.toMatchObject({
      facts: { reason: 'interlaced' },
    });
    const other = await png();
    await writeFile(other, 'no picture at all, but longer than a header of one');
    await expect(shrinkPng(other, 9)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('of 20,000 pixels a side is made upright within bounded memory', async () => {
    const side = 20_000;
    const dark = Buffer.alloc(1 + side, 60).fill(0, 0, 1);
    const light = Buffer.alloc(1 + side, 200).fill(0, 0, 1);
    function* rows() {
      for (let y = 0; y < side; y++) yield y < side / 4 ? dark : light;
    }
    const path = await writePng(await png(), header(side, side, 8, 0), [], rows());
    const task: PictureTask = { make: 'small-png', path, mostSide: 1000, orientation: 6 };
    const before = process.memoryUsage().rss;
    const limits = { signal: new AbortController().signal, timeLimitMs: 60_000, heapMegabytes: 128 };
    const made = await runWorker<MadePicture>('picture', task, limits);
    // 400 million pixels would take 1,600 MB.
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(300);
    const image = await loadImage(Buffer.from(made.png));
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const at = (x: number, y: number) => canvas.getContext('2d').getImageData(x, y, 1, 1).data[0];
    // Orientation 6: the top of what is stored is the right of what is shown.
    expect([image.width, at(990, 500), at(10, 500), at(740, 10)]).toEqual([1000, 60, 200, 200]);
  }, 60_000);
});
