import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { adjustPixels } from '#shared/image/adjust-pixels.ts';
import { unadjusted } from '#shared/model/adjustments.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { createPassage } from '../passages/create-passage.ts';
import { keepOne } from '../testing/import-one.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { keepAdjusted } from './keep-adjusted.ts';
import { keepPreview } from './keep-preview.ts';

function picture(width = 60, height = 40) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  for (let x = 0; x < width; x++) {
    pen.fillStyle = `rgb(${(x * 4) % 256} ${(x * 9) % 256} ${(x * 13) % 256})`;
    pen.fillRect(x, 0, 1, height);
  }
  pen.fillStyle = 'rgb(250 0 0)';
  pen.fillRect(0, 0, width / 2, height / 2);
  return canvas;
}

async function keep(ctx: CaseContext, name: string, bytes: Uint8Array) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return (await keepOne(ctx, path)).item;
}

async function pixelsOf(ctx: CaseContext, sha256: string) {
  const bytes = Buffer.concat((await ctx.store.read(sha256).toArray()) as Buffer[]);
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
}

describe('an adjusted picture', () => {
  it('has exactly the pixels of the arithmetic, names its parent, tool and parameters, and holds when verified', async () => {
    const { ctx } = await temporaryCase();
    const item = await keep(ctx, 'a.png', await picture().encode('png'));
    const values = { ...unadjusted, brightness: 12, contrast: 30, black: 10, white: 240, gamma: 1.4, greyscale: true, invert: true };
    const file = await keepAdjusted(ctx, { itemId: item.id, adjustments: values });
    const original = item.files.find(({ role }) => role === 'original')!;
    expect(file).toMatchObject({
      role: 'adjusted',
      parentFileId: original.id,
      tool: '@napi-rs/canvas',
      mediaType: 'image/png',
      name: 'a.adjusted.png',
    });
    expect(file.toolParameters).toMatchObject({ ...values, parentSha256: original.sha256, width: 60, height: 40 });
    const expected = await pixelsOf(ctx, original.sha256);
    adjustPixels(expected.data, values);
    expect(Buffer.from((await pixelsOf(ctx, file.sha256)).data).equals(Buffer.from(expected.data))).toBe(true);
    expect(await keepAdjusted(ctx, { itemId: item.id, adjustments: values })).toEqual(file);
    const twice = await keepAdjusted(ctx, { itemId: item.id, fileId: file.id, adjustments: { ...unadjusted, invert: true } });
    expect(twice.parentFileId).toBe(file.id);
    const marked = await createPassage(ctx, {
      itemId: item.id,
      area: { x: 1, y: 2, width: 3, height: 4 },
      fileId: file.id,
      comment: '',
      tags: [],
    });
    expect(marked).toMatchObject({ kind: 'area', fileId: file.id });
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  it('is refused where nothing is adjusted, or what is named is no picture of the item', async () => {
    const { ctx } = await temporaryCase();
    const item = await keep(ctx, 'a.png', await picture().encode('png'));
    const other = await keep(ctx, 'b.png', await picture(10, 10).encode('png'));
    const text = await keep(ctx, 'c.txt', Buffer.from('words'));
    const invert = { ...unadjusted, invert: true };
    await expect(keepAdjusted(ctx, { itemId: item.id, adjustments: unadjusted })).rejects.toMatchObject({ code: 'wrong-input' });
    await expect(keepAdjusted(ctx, { itemId: item.id, fileId: other.files[0]!.id, adjustments: invert })).rejects.toMatchObject({
      code: 'wrong-input',
    });
    await expect(keepAdjusted(ctx, { itemId: text.id, adjustments: invert })).rejects.toMatchObject({ facts: { field: 'fileId' } });
    const svg = await keep(
      ctx,
      'd.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>1</script></svg>'),
    );
    await expect(keepAdjusted(ctx, { itemId: svg.id, adjustments: invert })).rejects.toMatchObject({ code: 'image-unreadable' });
  });
});

describe('a picture to look at', () => {
  it('is made of a TIFF, upright, once, and verifies', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=64x48', '-frames:v', '1', join(folder, 'scan.tiff')]);
    const { item } = await keepOne(ctx, join(folder, 'scan.tiff'));
    expect(item.type).toBe('image');
    const file = await keepPreview(ctx, item.id);
    expect(file).toMatchObject({ role: 'proxy', mediaType: 'image/png', tool: 'ffmpeg', name: 'scan.preview.png' });
    expect(await pixelsOf(ctx, file.sha256)).toMatchObject({ width: 64, height: 48 });
    expect((await keepPreview(ctx, item.id)).id).toBe(file.id);
    expect((await getItem(ctx, item.id)).files.filter(({ role }) => role === 'proxy')).toHaveLength(1);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  it('that cannot be made says why, and nothing is kept', async () => {
    const { ctx } = await temporaryCase();
    // An ISO base media file that only claims to be a picture (ISO/IEC 23008-12).
    const heic = Buffer.concat([
      Buffer.from('00000018', 'hex'),
      Buffer.from('ftypheic'),
      Buffer.from('00000000', 'hex'),
      Buffer.from('mif1heic'),
      Buffer.alloc(64),
    ]);
    const item = await keep(ctx, 'a.heic', heic);
    expect(item.type).toBe('image');
    await expect(keepPreview(ctx, item.id)).rejects.toMatchObject({ code: 'image-unreadable', facts: { name: 'a.heic' } });
    expect((await getItem(ctx, item.id)).files).toHaveLength(item.files.length);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });
});
