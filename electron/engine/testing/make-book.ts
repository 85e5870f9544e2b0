/** For tests: a PDF with everything a reader of PDFs shows beside the pages: outline, links, files inside, pages turned. */
import { existsSync } from 'node:fs';
import PDFDocument from 'pdfkit';

/** Of the Debian package fonts-noto-core. */
const naskh = '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf';
export const longTitle =
  'A chapter whose title is so long that no sidebar on any screen will ever show the whole of it without cutting it off';
export const arabicTitle = 'الفصل الثاني: المقابر الجماعية في الرقة';

/** Each page says its number twice, at its head and at its foot, and page 6 has a figure. */
export async function makeBook(count = 60): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, info: { Title: 'A book' }, margin: 60 });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (let page = 1; page <= count; page++) drawPage(document, page);
  document.file(Buffer.from('name,age\nunknown,34\n'), { name: 'victims.csv', description: 'A list of names' });
  document.file(Buffer.from('second'), { name: 'القائمة.txt' });
  document.end();
  await done;
  return Buffer.concat(parts);
}

function drawPage(document: PDFKit.PDFDocument, page: number): void {
  document.addPage();
  document.addNamedDestination(`page-${page}`, 'XYZ', 0, 300, null);
  if (page === 1) {
    document.fontSize(14).text('Go to the fourth page', 60, 60, { goTo: 'page-4' });
    document.text('The source on the web', 60, 100, { link: 'https://example.org/a/source?of=this' });
  }
  if (page === 2) outline(document);
  document.fontSize(13).fillColor('black').text(`Head of page ${page}. Nearly ${page},236 bodies were found.`, 60, 140);
  document.fontSize(10).text(`Left column of page ${page}: `.repeat(12), 60, 200, { width: 220 });
  document.text(`Right column of page ${page}: `.repeat(12), 320, 200, { width: 220 });
  if (page === 6) document.rect(120, 420, 300, 200).fill('#c03030');
  if (page === 7 && existsSync(naskh))
    document.font(naskh).fontSize(16).fillColor('black').text('استخرجت الجثث', 300, 480).font('Helvetica');
  document.fillColor('black').fontSize(13).text(`Foot of page ${page}.`, 60, 740);
}

function outline(document: PDFKit.PDFDocument): void {
  const first = document.outline.addItem(longTitle);
  first.addItem('A part of the chapter').addItem('A part of the part');
  document.outline.addItem(arabicTitle);
}
