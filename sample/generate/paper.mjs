// The sheet on which the sample PDFs are set: A4, two families, running footer, outline.
// Fonts: Debian package fonts-noto-core. pdfkit embeds only the letters that are used.
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const NOTO = '/usr/share/fonts/truetype/noto';
export const INK = '#1b1c1d';
export const SOFT = '#5c5f62';
export const LINE = '#d0cbc0';
export const TINT = '#f3f0e8';
export const DEEP = '#1f3a3d';
export const RED = '#9d2b20';
export const MARGIN = 64;

/** Opens a document with fixed dates, so that a second run writes the same bytes. */
export function openPaper(name, info) {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en-GB',
    displayTitle: true,
    info: {
      ...info,
      Creator: 'sample/generate',
      Producer: 'pdfkit',
      CreationDate: new Date('2026-11-23T00:00:00Z'),
      ModDate: new Date('2026-11-23T00:00:00Z'),
    },
  });
  doc.pipe(createWriteStream(fileURLToPath(new URL(`../${name}`, import.meta.url))));
  for (const [key, file] of [
    ['serif', 'NotoSerif-Regular'],
    ['bold', 'NotoSerif-Bold'],
    ['italic', 'NotoSerif-Italic'],
    ['sans', 'NotoSans-Regular'],
    ['sansBold', 'NotoSans-Bold'],
  ]) {
    doc.registerFont(key, `${NOTO}/${file}.ttf`);
  }
  return doc;
}

export const inner = (doc) => doc.page.width - 2 * MARGIN;

export function heading(doc, text, outline = true) {
  if (outline) doc.outline.addItem(text);
  doc.font('bold').fontSize(17).fillColor(DEEP).text(text, { lineGap: 2 });
  doc.moveDown(0.45);
}

export function subheading(doc, text) {
  doc.moveDown(0.5).font('sansBold').fontSize(10.5).fillColor(INK).text(text);
  doc.moveDown(0.25);
}

export function prose(doc, paragraphs, options = {}) {
  for (const text of paragraphs) {
    doc
      .font('serif')
      .fontSize(10.5)
      .fillColor(INK)
      .text(text, { lineGap: 3.2, paragraphGap: 8, ...options });
  }
}

/** A plain table with a header row; `widths` are parts of one. Returns the y under it. */
export function table(doc, widths, rows) {
  const full = inner(doc);
  let y = doc.y;
  rows.forEach((row, index) => {
    doc.font(index === 0 ? 'sansBold' : 'sans').fontSize(8.6);
    const height = Math.max(...row.map((cell, i) => doc.heightOfString(cell, { width: full * widths[i] - 10 }))) + 11;
    if (index === 0) doc.rect(MARGIN, y, full, height).fill(DEEP);
    else if (index % 2 === 0) doc.rect(MARGIN, y, full, height).fill(TINT);
    let x = MARGIN;
    row.forEach((cell, i) => {
      doc.fillColor(index === 0 ? '#ffffff' : INK).text(cell, x + 6, y + 5, { width: full * widths[i] - 10 });
      x += full * widths[i];
    });
    y += height;
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + full, y)
      .lineWidth(0.5)
      .stroke(LINE);
  });
  doc.x = MARGIN;
  doc.y = y + 8;
  return y;
}

/** Footer and page number on every page from `first`, then the end of the file. */
export function closePaper(doc, footer, first = 0) {
  const { start, count } = doc.bufferedPageRange();
  for (let i = Math.max(first, start); i < start + count; i++) {
    doc.switchToPage(i);
    doc.page.margins.bottom = 0;
    const y = doc.page.height - 44;
    doc
      .moveTo(MARGIN, y - 8)
      .lineTo(doc.page.width - MARGIN, y - 8)
      .lineWidth(0.5)
      .stroke(LINE);
    doc
      .font('sans')
      .fontSize(8)
      .fillColor(SOFT)
      .text(footer, MARGIN, y, { width: inner(doc) - 60, lineBreak: false });
    doc.text(`${i + 1} of ${count}`, doc.page.width - MARGIN - 60, y, {
      width: 60,
      align: 'right',
      lineBreak: false,
    });
  }
  doc.end();
}
