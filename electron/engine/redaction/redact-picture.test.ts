import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import ExifReader from 'exifreader';
import { expect, test } from 'vitest';
import { bytesOf, keepOne } from '../testing/import-one.ts';
import { makeScan } from '../testing/make-scan.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runOcr } from '../ocr/run-ocr.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createRedaction } from './create-redaction.ts';
import { redactedWords } from './redacted-words.ts';
import { keptRedactions } from './redaction-rows.ts';

const run = promisify(execFile);
const photo = join(import.meta.dirname, '../../../sample/photo-april.jpg');
const box = { kind: 'area' as const, page: null, from: null, to: null, reason: 'minor' as const, note: 'a child' };
const hasExiftool = await run('exiftool', ['-ver']).then(
  () => true,
  () => false,
);

async function pixelsOf(path: string) {
  const image = await loadImage(await readFile(path));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, at: (x: number, y: number) => [...pen.getImageData(x, y, 1, 1).data] };
}

test('boxes are black to the pixel, all else is as it was, and nothing that the camera wrote is left', async () => {
  const { ctx } = await temporaryCase();
  const { item } = await keepOne(ctx, photo);
  expect(ExifReader.load(await bytesOf(ctx, item, 'original'))).toHaveProperty('Make');
  const { redaction } = await createRedaction(ctx, {
    itemId: item.id,
    regions: [{ ...box, area: { x: 10.1, y: 20, width: 30.3, height: 25 } }],
  });
  const [copy] = redaction.copies;
  expect(redaction.copies).toHaveLength(1);
  expect(copy).toMatchObject({ role: 'redacted', mediaType: 'image/png', tool: '@napi-rs/canvas' });
  const path = ctx.store.pathOf(copy!.sha256);
  const [before, after] = [await pixelsOf(ctx.store.pathOf(redaction.sha256)), await pixelsOf(path)];
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  const { width, height } = before;
  const edge = {
    left: Math.floor(width * 0.101),
    right: Math.ceil(width * 0.404),
    top: Math.floor(height * 0.2),
    bottom: Math.ceil(height * 0.45),
  };
  for (const [x, y] of [
    [edge.left, edge.top],
    [edge.right - 1, edge.bottom - 1],
    [edge.left + 5, edge.bottom - 1],
  ] as const)
    expect(after.at(x, y)).toEqual([0, 0, 0, 255]);
  for (const [x, y] of [
    [edge.left - 1, edge.top],
    [edge.right, edge.bottom - 1],
    [edge.left, edge.top - 1],
    [0, 0],
  ] as const)
    expect(after.at(x, y)).toEqual(before.at(x, y));
  const tags = Object.keys(ExifReader.load(await readFile(path)));
  expect(
    tags.filter(
      (tag) => !/^(Image Width|Image Height|Bit Depth|Color Type|Compression|Filter|Interlace|FileType|Color components)$/.test(tag),
    ),
  ).toEqual([]);
  if (hasExiftool) {
    const { stdout } = await run('exiftool', ['-j', path]);
    expect(stdout).not.toMatch(/"(Make|Model|GPS\w*|DateTimeOriginal|Artist|XMP\w*)"/);
  }
  expect((await runVerify(ctx, {})).findings).toEqual([]);
}, 120_000);

test.each(['jpeg', 'webp', 'gif', 'avif'] as const)(
  'a %s is copied as a picture too',
  async (type) => {
    const { ctx } = await temporaryCase();
    const canvas = createCanvas(200, 100);
    canvas.getContext('2d').fillStyle = '#33aa55';
    canvas.getContext('2d').fillRect(0, 0, 200, 100);
    const path = join(await temporaryFolder(), `a.${type}`);
    await writeFile(path, await canvas.encode(type as 'png'));
    const { item } = await keepOne(ctx, path);
    const { redaction } = await createRedaction(ctx, {
      itemId: item.id,
      regions: [{ ...box, area: { x: 50, y: 0, width: 50, height: 100 } }],
    });
    const after = await pixelsOf(ctx.store.pathOf(redaction.copies[0]!.sha256));
    expect(after.at(199, 99)).toEqual([0, 0, 0, 255]);
    expect(after.at(100, 0)).toEqual([0, 0, 0, 255]);
    expect(after.at(99, 50)[1]).toBeGreaterThan(100);
  },
  120_000,
);

test('words that were read from a picture are known under its boxes, and withheld in a text beside it', async () => {
  const { ctx } = await temporaryCase();
  const path = join(await temporaryFolder(), 'scan.png');
  await writeFile(path, await makeScan(['The witness is Hana Rashid', 'and lives in Raqqa still.'], { width: 1200, height: 600 }));
  const { item } = await keepOne(ctx, path);
  await runOcr(ctx, { itemId: item.id, languages: ['eng'] });
  // The second line of words, at 260 pixels of 600.
  const { redaction } = await createRedaction(ctx, {
    itemId: item.id,
    regions: [{ ...box, area: { x: 0, y: 38, width: 100, height: 8 } }],
  });
  const text = await readFile(ctx.store.pathOf(redaction.copies.find(({ mediaType }) => mediaType === 'text/plain')!.sha256), 'utf8');
  expect(text.trim().replace(/\n+/g, '\n')).toBe('The witness is Hana Rashid\n█████');
  expect((await redactedWords(ctx, await keptRedactions(ctx))).map(({ words }) => words)).toEqual(['and lives in Raqqa still.']);
}, 120_000);
