import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Quad } from '#shared/anchoring/pdf-quads.ts';
import { drawPdf, naskh } from '../testing/golden/golden-pdf.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { existsSync } from 'node:fs';
import { openPdf, type OpenedPdf } from './open-pdf.ts';
import { findPlaces } from './pdf-places.ts';

const { createCanvas } = createRequire(import.meta.url)('@napi-rs/canvas') as typeof import('@napi-rs/canvas');
type Box = { left: number; top: number; right: number; bottom: number };

/** Where the page is not white when drawn as it lies in the file, in points. */
async function ink({ document }: OpenedPdf): Promise<Box> {
  const page = await document.getPage(1);
  const scale = 2;
  const viewport = page.getViewport({ scale, rotation: 0 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport, intent: 'print', background: '#ffffff' }).promise;
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! > 128) continue;
    const [x, y] = [((at / 4) % width) / scale, Math.floor(at / 4 / width) / scale];
    Object.assign(box, {
      left: Math.min(box.left, x),
      top: Math.min(box.top, y),
      right: Math.max(box.right, x),
      bottom: Math.max(box.bottom, y),
    });
  }
  return box;
}

function boundsOf(quads: readonly Quad[]): Box {
  const [xs, ys] = [quads.flatMap((quad) => quad.map(([x]) => x)), quads.flatMap((quad) => quad.map(([, y]) => y))];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

const drawings: [string, string, (document: PDFKit.PDFDocument) => void][] = [
  ['straight', 'Gravesof1,236', (document) => document.fontSize(20).text('Graves of 1,236', 100, 200, { lineBreak: false })],
  [
    'at an angle',
    'Gravesof1,236',
    (document) =>
      document
        .fontSize(20)
        .rotate(-30, { origin: [200, 400] })
        .text('Graves of 1,236', 200, 400, { lineBreak: false }),
  ],
  [
    'turned and cropped',
    'Graves',
    (document) => {
      Object.assign(document.page.dictionary.data, { Rotate: 270, CropBox: [50, 40, 562, 752] });
      document.fontSize(20).text('Graves', 100, 200, { lineBreak: false });
    },
  ],
  ['squeezed', 'Graves', (document) => document.scale(0.5, 1.5).fontSize(20).text('Graves', 300, 200, { lineBreak: false })],
  ...(existsSync(naskh)
    ? ([['in Arabic', 'الجماعية', (document) => document.font(naskh).fontSize(20).text('الجماعية', 100, 200, { lineBreak: false })]] as [
        string,
        string,
        (document: PDFKit.PDFDocument) => void,
      ][])
    : []),
];

test.each(drawings)('the shapes of words lie round their ink: %s', async (_, words, draw) => {
  const bytes = await drawPdf({ draw });
  const path = join(await temporaryFolder(), 'a.pdf');
  await writeFile(path, bytes);
  const pdf = await openPdf(path, bytes.length);
  try {
    const [place, other, beyond] = await findPlaces(pdf.document, [
      { page: 1, start: 0, end: words.length, words },
      { page: 1, start: 0, end: words.length, words: `${words.slice(1)}x` },
      { page: 2, start: 0, end: 1, words: 'x' },
    ]);
    expect([other, beyond]).toEqual([null, null]);
    const [shape, drawn] = [boundsOf(place!.quads), await ink(pdf)];
    expect(place!.quads).toHaveLength(1);
    // Ink stays within the shape, and fills most of its length.
    expect(shape.left).toBeLessThan(drawn.left + 1.5);
    expect(shape.right).toBeGreaterThan(drawn.right - 1.5);
    expect(shape.top).toBeLessThan(drawn.top + 1.5);
    expect(shape.bottom).toBeGreaterThan(drawn.bottom - 1.5);
    expect(drawn.right - drawn.left).toBeGreaterThan((shape.right - shape.left) * 0.75);
  } finally {
    await pdf.close();
  }
});
