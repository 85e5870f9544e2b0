import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCanvas } from '@napi-rs/canvas';
import { keepOne } from '../testing/import-one.ts';
import { flipBit } from '../testing/tamper.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { describeManifest } from './describe-manifest.ts';
import { findManifest } from './find-manifest.ts';

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name));

const picture = (type: 'image/jpeg' | 'image/png' | 'image/webp') => {
  const canvas = createCanvas(8, 8);
  return type === 'image/jpeg'
    ? canvas.toBuffer('image/jpeg')
    : type === 'image/png'
      ? canvas.toBuffer('image/png')
      : canvas.toBuffer('image/webp');
};

/** In pieces of `size` bytes, as stores larger than a segment are. */
function inJpeg(store: Buffer, size = 1000): Buffer {
  const [head, rest] = [store.subarray(0, 8), store.subarray(8)];
  const segments: Buffer[] = [];
  for (let at = 0, packet = 1; at < rest.length; at += size, packet++) {
    const lead = Buffer.alloc(12);
    lead.writeUInt16BE(0xffeb, 0);
    const piece = rest.subarray(at, at + size);
    lead.writeUInt16BE(2 + 8 + head.length + piece.length, 2);
    lead.write('JP', 4, 'latin1');
    lead.writeUInt16BE(1, 6);
    lead.writeUInt32BE(packet, 8);
    segments.push(lead, head, piece);
  }
  const jpeg = picture('image/jpeg');
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

function inPng(store: Buffer): Buffer {
  const png = picture('image/png');
  const chunk = Buffer.concat([Buffer.from('caBX', 'latin1'), store]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(store.length);
  sum.writeUInt32BE(crc32(chunk));
  return Buffer.concat([png.subarray(0, 33), length, chunk, sum, png.subarray(33)]);
}

function inWebp(store: Buffer): Buffer {
  const chunk = Buffer.alloc(8);
  chunk.write('C2PA', 0, 'latin1');
  chunk.writeUInt32LE(store.length, 4);
  const webp = Buffer.concat([picture('image/webp'), chunk, store, Buffer.alloc(store.length % 2)]);
  webp.writeUInt32LE(webp.length - 8, 4);
  return webp;
}

test('a store is found whole in JPEG, PNG, WebP and MP4, and not where there is none', async () => {
  const store = await fixture('mipams.c2pa');
  const folder = await temporaryFolder();
  const found = async (bytes: Buffer, mediaType: string) => {
    await writeFile(join(folder, 'file'), bytes);
    return findManifest(join(folder, 'file'), mediaType);
  };
  expect(await found(inJpeg(store), 'image/jpeg')).toEqual(store);
  expect(await found(inJpeg(store, 60_000), 'image/jpeg')).toEqual(store);
  expect(await found(inPng(store), 'image/png')).toEqual(store);
  expect(await found(inWebp(store), 'image/webp')).toEqual(store);
  expect(await found(await fixture('dashinit.mp4'), 'video/mp4')).toHaveLength(3546);
  for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) expect(await found(picture(type), type)).toBeNull();
  expect(await found(inPng(Buffer.from('not a box')), 'image/png')).toBeNull();
});

test('it is told who made the file, what was done and who signed, and that nothing of it was checked', async () => {
  expect(describeManifest(await fixture('mipams.c2pa'))).toMatchObject({
    checked: false,
    manifests: 1,
    title: 'MIPAMS test image',
    generator: 'MIPAMS GENERATOR 0.1',
    actions: [
      { action: 'c2pa.created', when: '2025-04-13T08:59:06.239656Z', softwareAgent: 'Image Editing Tool' },
      { action: 'c2pa.converted', when: '2025-04-13T08:59:06.239714Z', softwareAgent: 'Image Editing Tool' },
    ],
    algorithm: 'ES256',
    signer: expect.stringContaining('CN=C2PA Signer'),
  });
});

test('no store, however it is broken, does more than tell less', async () => {
  const store = await fixture('mipams.c2pa');
  fc.assert(
    fc.property(fc.nat(store.length * 8 - 1), fc.nat(store.length), (bit, length) => {
      expect(describeManifest(flipBit(store, bit)).checked).toBe(false);
      expect(describeManifest(store.subarray(0, length)).checked).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('an imported picture keeps its manifest as a file of its own; the original stays as it came', async () => {
  const { ctx } = await temporaryCase();
  const path = join(await temporaryFolder(), 'photo.jpg');
  const store = await fixture('mipams.c2pa');
  await writeFile(path, inJpeg(store));
  const { item } = await keepOne(ctx, path);
  const kept = item.files.find(({ role }) => role === 'c2pa');
  expect(item.facts['c2pa']).toMatchObject({ checked: false, title: 'MIPAMS test image' });
  expect(kept).toMatchObject({ mediaType: 'application/c2pa', parentFileId: item.files.find(({ role }) => role === 'original')?.id });
  expect(await readFile(ctx.store.pathOf(kept?.sha256 ?? ''))).toEqual(store);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
