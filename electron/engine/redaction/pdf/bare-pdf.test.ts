import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { makePdf } from '../../testing/make-pdf.ts';
import { requireBarePdf } from './bare-pdf.ts';

async function pictures(more: (pdf: PDFKit.PDFDocument) => void = () => undefined, info: Record<string, unknown> = {}): Promise<Buffer> {
  const made = { Producer: 'Holdfast', Creator: 'Holdfast', CreationDate: new Date(0), ...info };
  const pdf = new PDFDocument({ autoFirstPage: false, compress: false, info: made, font: null as unknown as string });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (let page = 0; page < 2; page++) {
    pdf.addPage({ size: [100, 50], margin: 0 });
    pdf.image(await createCanvas(20, 10).encode('jpeg', 80), 0, 0, { width: 100, height: 50 });
  }
  more(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

test('a PDF of nothing but pictures passes; one with anything besides them does not', async () => {
  expect(requireBarePdf(await pictures())).toBe(2);
  for (const more of [
    (pdf: PDFKit.PDFDocument) => pdf.link(0, 0, 10, 10, 'https://a.example/'),
    (pdf: PDFKit.PDFDocument) => pdf.font('Helvetica').text('Hana'),
    (pdf: PDFKit.PDFDocument) => pdf.rect(0, 0, 5, 5).fill(),
    (pdf: PDFKit.PDFDocument) => pdf.file(Buffer.from('Hana'), { name: 'a.txt' }),
    (pdf: PDFKit.PDFDocument) => pdf.note(1, 1, 5, 5, 'Hana'),
    (pdf: PDFKit.PDFDocument) => void pdf.outline.addItem('Hana'),
  ]) {
    const bytes = await pictures(more);
    expect(() => requireBarePdf(bytes), String(more)).toThrow('redaction-failed');
  }
  for (const info of [{ Title: 'Hana' }, { Producer: 'Hana' }, { CreationDate: new Date(1e12) }]) {
    const told = await pictures(undefined, info);
    expect(() => requireBarePdf(told), JSON.stringify(info)).toThrow('redaction-failed');
  }
});

test('no ordinary PDF passes, and none that is cut off', async () => {
  for (const bytes of [await makePdf(['Hana']), await readFile(join(import.meta.dirname, '../../../../sample/report.pdf'))])
    expect(() => requireBarePdf(bytes)).toThrow('redaction-failed');
  const whole = await pictures();
  expect(() => requireBarePdf(whole.subarray(0, 400))).toThrow('redaction-failed');
});
