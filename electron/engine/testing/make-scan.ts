/** For tests: pages as a scanner or camera gives them, pictures of words without a letter of text in the file. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

export type ScanOptions = {
  /** Pixels; an A4 page at 200 dpi unless said otherwise. */
  width?: number;
  height?: number;
  font?: string;
  rightToLeft?: boolean;
  /** Quarter turns clockwise that the paper lies in. */
  turned?: 0 | 90 | 180 | 270;
  lineHeight?: number;
};

/** Dark words on paper white, from the top. */
export function drawScan(lines: readonly string[], options: ScanOptions = {}): Canvas {
  const { width = 1654, height = 2339, font = '34px "Liberation Serif"', rightToLeft = false, turned = 0, lineHeight = 60 } = options;
  const lying = turned === 90 || turned === 270;
  const canvas = lying ? createCanvas(height, width) : createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fbfaf6';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = '#1c1a17';
  context.font = font;
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.textAlign = rightToLeft ? 'right' : 'left';
  lines.forEach((line, index) => context.fillText(line, rightToLeft ? width - 150 : 150, 200 + index * lineHeight));
  return canvas;
}

export async function makeScan(lines: readonly string[], options?: ScanOptions): Promise<Buffer> {
  return drawScan(lines, options).encode('png');
}

/** A PDF of pictures, one a page, as scanners write them. `rotate`: the page's own /Rotate. */
export async function makeScannedPdf(pictures: readonly Buffer[], { rotate = 0 }: { rotate?: 0 | 90 | 180 | 270 } = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0 });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (const picture of pictures) {
    document.addPage();
    const { width, height } = document.page;
    document.image(picture, 0, 0, { fit: [width, height] });
    if (rotate !== 0) Object.assign(document.page.dictionary.data, { Rotate: rotate });
  }
  document.end();
  await done;
  return Buffer.concat(parts);
}

const plainLetters = /[^\p{L}\p{N}]+/gu;
/** The share of `said` that was read, in order, as whole words, without marks and case: longest common subsequence. */
export function wordAccuracy(said: readonly string[], read: string): number {
  const words = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(plainLetters).filter(Boolean);
  const [a, b] = [words(said.join(' ')), words(read)];
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, at) => next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)));
    row = next;
  }
  return (row.at(-1) ?? 0) / a.length;
}
