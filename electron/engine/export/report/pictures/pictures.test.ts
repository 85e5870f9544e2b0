import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { PassageTarget } from '#shared/model/passages.ts';
import type { CaseContext } from '../../../context.ts';
import { keepDerived } from '../../../items/keep-derived.ts';
import { describeItem } from '../../../items/change-item.ts';
import { createPassage } from '../../../passages/create-passage.ts';
import { newClaim } from '../../../testing/claim-fixtures.ts';
import { keepOne } from '../../../testing/import-one.ts';
import { makeFrames } from '../../../testing/make-media.ts';
import { makePdf } from '../../../testing/make-pdf.ts';
import { keepTextItem } from '../../../testing/keep-text-item.ts';
import { temporaryCase, temporaryFolder } from '../../../testing/temporary-case.ts';
import { createExport } from '../../create-export.ts';
import { findAlike, findPlace } from './find-place.ts';

async function marked(ctx: CaseContext, itemId: string, target: PassageTarget): Promise<void> {
  const passage = await createPassage(ctx, { itemId, ...target, comment: '', tags: [] });
  await newClaim(ctx, { quantities: [{ value: 1, unit: 'people' }], evidence: [{ passageId: passage.id, stance: 'states' }] });
}

async function keepBytes(ctx: CaseContext, name: string, bytes: Uint8Array | string) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return (await keepOne(ctx, path)).item;
}

async function reportOf(ctx: CaseContext) {
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  const folder = join(out, 'data/report');
  return {
    folder,
    files: await readdir(folder),
    html: await readFile(join(folder, 'report.html'), 'utf8'),
    manifest: await readFile(join(out, 'manifest-sha256.txt'), 'utf8'),
  };
}

/** Red, green and blue at shares of a picture's width and height. */
async function colourAt(path: string, across: number, down: number): Promise<number[]> {
  const image = await loadImage(await readFile(path));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  return [...pen.getImageData(Math.floor(across * image.width), Math.floor(down * image.height), 1, 1).data.slice(0, 3)];
}

/** Share of the picture that is the colour of the marker pen on white paper. */
async function markedShare(path: string): Promise<number> {
  const image = await loadImage(await readFile(path));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! > 235 && data[at + 1]! > 205 && data[at + 2]! < 170) count++;
  return count / (data.length / 4);
}

test('words on a page of a PDF are shown marked, on the page they stand on; an area is outlined', async () => {
  const { ctx } = await temporaryCase();
  const item = await keepBytes(ctx, 'a.pdf', await makePdf(['Nothing here.', 'Nearly 1,236 bodies were exhumed from three mass graves.']));
  await marked(ctx, item.id, { quote: '1,236 bodies were exhumed' });
  await marked(ctx, item.id, { page: 1, area: { x: 10, y: 5, width: 30, height: 10 } });
  const { folder, files, html, manifest } = await reportOf(ctx);
  expect(files).toEqual(['E-001.1.jpg', 'E-001.2.jpg', 'report.html', 'report.pdf']);
  const share = await markedShare(join(folder, 'E-001.1.jpg'));
  expect(share).toBeGreaterThan(0.004);
  expect(share).toBeLessThan(0.2);
  expect(await markedShare(join(folder, 'E-001.2.jpg'))).toBeLessThan(0.004);
  expect(html).toContain('E-001.1, page 2 of ');
  expect(html).toContain('alt="E-001.1: page 2 of');
  for (const file of files) expect(manifest).toContain(`data/report/${file}`);
});

test('words of a captured page are found in the print that was made of it', async () => {
  const { ctx } = await temporaryCase();
  const item = await keepBytes(
    ctx,
    'page.html',
    '<!doctype html><title>P</title><p>At least 40 civilians were killed.</p><p>At least 40 civilians, they say again.</p>',
  );
  const print = await ctx.store.keepBytes(await makePdf(['At least 40 civilians were killed.\nAt least 40 civilians, they say again.']));
  const tool = { name: 'test', version: '1', parameters: {} };
  await keepDerived(ctx, item.id, [
    { role: 'print', blob: print, name: 'print.pdf', mediaType: 'application/pdf', parentFileId: item.files[0]!.id, tool },
  ]);
  await marked(ctx, item.id, { quote: 'At least 40 civilians', suffix: ', they' });
  const { folder, html } = await reportOf(ctx);
  expect(await markedShare(join(folder, 'E-001.1.jpg'))).toBeGreaterThan(0.002);
  expect(html).toContain('page 1 of the browser&#39;s print');
});

test('the frame of a recording at the passage’s time, the marked part of a picture and of a picture in a page', async () => {
  const { ctx } = await temporaryCase();
  const video = (await keepOne(ctx, await makeFrames(await temporaryFolder(), 'v.mp4', { count: 60 }))).item;
  await marked(ctx, video.id, { time: { from: 1, to: 2 } });
  const red = createCanvas(100, 100);
  const pen = red.getContext('2d');
  pen.fillStyle = '#c00000';
  pen.fillRect(50, 50, 50, 50);
  const png = await red.encode('png');
  const photo = await keepBytes(ctx, 'p.png', png);
  await marked(ctx, photo.id, { area: { x: 60, y: 60, width: 20, height: 20 } });
  const page = await keepBytes(
    ctx,
    'page.html',
    `<!doctype html><title>P</title><p>Words</p><img src="data:image/png;base64,${png.toString('base64')}" alt="x">`,
  );
  await marked(ctx, page.id, { area: { x: 60, y: 60, width: 20, height: 20 }, element: 'img' });
  const { folder, html } = await reportOf(ctx);
  expect(html).toContain('the frame shown at 00:00:01');
  for (const name of ['E-002.1.jpg', 'E-003.1.jpg']) {
    const [r, g, b] = await colourAt(join(folder, name), 0.5, 0.5);
    expect([r! > 150, g! < 60, b! < 60]).toEqual([true, true, true]);
  }
  const [left] = await colourAt(join(folder, 'E-001.1.jpg'), 0.25, 0.5);
  const [right] = await colourAt(join(folder, 'E-001.1.jpg'), 0.75, 0.5);
  const digit = (grey: number) => Math.round((grey * 219) / 255 / 14);
  expect(digit(right!) * 16 + digit(left!)).toBe(25);
});

test('what is graphic is left out and said; what cannot be drawn is said with its reason', async () => {
  const { ctx } = await temporaryCase();
  const picture = createCanvas(10, 10);
  const item = await keepBytes(ctx, 'p.png', await picture.encode('png'));
  await marked(ctx, item.id, { area: { x: 10, y: 10, width: 20, height: 20 } });
  await describeItem(ctx, { id: item.id, given: { graphic: true } });
  const damaged = await keepBytes(ctx, 'q.png', (await createCanvas(300, 300).encode('png')).subarray(0, 60));
  await marked(ctx, damaged.id, { area: { x: 10, y: 10, width: 20, height: 20 } });
  const text = await keepTextItem(ctx, 'Only words.');
  await marked(ctx, text, { quote: 'Only words' });
  const { files, html } = await reportOf(ctx);
  expect(files).toEqual(['report.html', 'report.pdf']);
  expect(html).toContain('No picture: the source is marked graphic and its pictures are left out of this report.');
  expect(html.match(/No picture: /g)).toHaveLength(3);
  expect(html).toContain('No picture: the source is text.');
});

test('words that stand twice are told apart by what stands round them, or not shown', () => {
  const pages = ['abcXYZdef', 'ghiXYZjk', 'lm'];
  expect(findPlace(pages, { quote: 'XYZ', before: 'ghi', after: 'jk' })).toEqual([{ page: 2, start: 3, end: 6 }]);
  expect(findPlace(pages, { quote: 'XYZ', before: '', after: '' })).toBeNull();
  expect(findPlace(pages, { quote: 'jklm', before: '', after: '' })).toEqual([
    { page: 2, start: 6, end: 8 },
    { page: 3, start: 0, end: 2 },
  ]);
  expect(findPlace(pages, { quote: 'nowhere', before: '', after: '' })).toBeNull();
});

test('a print that does not tell every letter is understood, another figure or two such places are not', () => {
  const quote = 'Thecommitteegavethefigure1236inthefilm';
  expect(findAlike(['xxThecommitteegavethegure1236intheilmyy'], quote)).toEqual([{ page: 1, start: 2, end: 37 }]);
  expect(findAlike(['xxThecommitteegavethegure1238intheilmyy'], quote)).toBeNull();
  expect(findAlike(['Thecommitteegavethegure1236intheilm', 'Thecommitteegavethegure1236intheilm'], quote)).toBeNull();
});
