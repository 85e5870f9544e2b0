/** For tests: PDFs that hold each trouble of finding words on a page, drawn by our own hand so that it is known where they lie. */
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** With ligatures; part of pdfjs-dist. */
const liberation = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
);
/** Of the Debian package fonts-noto-core. */
export const naskh = '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf';

export type GoldenPdf = { name: string; quotes: string[]; draw(document: PDFKit.PDFDocument): void; options?: PDFKit.PDFDocumentOptions };

const report =
  'Nearly 1,236 bodies have been exhumed so far from three mass graves, its caption says, not counting those still under rubble. ' +
  'Most are women and children, according to local sources. ';

const lines = (document: PDFKit.PDFDocument, x: number, y: number, words: string[]) =>
  words.forEach((line, at) => document.text(line, x, y + at * 20, { lineBreak: false }));

/** Of the page's own dictionary (ISO 32000-1, 7.7.3.3). */
function pageEntries(document: PDFKit.PDFDocument): Record<string, unknown> {
  return document.page.dictionary.data;
}

/** pdfkit shapes words but lays them from the left; turned round, each is where it belongs, as printers lay them. */
function fromTheRight(document: PDFKit.PDFDocument, x: number, y: number, line: string): void {
  let left = x;
  for (const word of line.split(' ').reverse()) {
    document.text(word, left, y, { lineBreak: false });
    left += document.widthOfString(word) + 6;
  }
}

export const goldenPdfs: GoldenPdf[] = [
  {
    name: 'lines',
    quotes: [
      'Nearly 1,236 bodies',
      'still under rubble. Most are women',
      'exhumed so far',
      'figures, official and',
      'families in Raqqa',
      'neighbours.',
    ],
    draw: (document) => {
      document.font(liberation).fontSize(12).text(report.trim(), 72, 72, { width: 300 });
      lines(document, 72, 400, ['Of the ﬁgures, ofﬁcial and unofficial, four fami-', 'lies in Raqqa lost relatives and neigh-', 'bours.']);
    },
  },
  {
    name: 'two columns',
    quotes: ['the left column ends here', 'ends here The right column', 'begins at the top'],
    draw: (document) => {
      document.fontSize(11);
      lines(document, 60, 100, ['In April the digging began and', 'the left column ends here']);
      lines(document, 330, 100, ['The right column', 'begins at the top']);
    },
  },
  {
    name: 'across pages',
    quotes: ['at least 90 relatives and neighbours', 'The second page has more.'],
    draw: (document) => {
      document.fontSize(12).text('Four families lost at least 90 relatives', 72, 700, { lineBreak: false });
      document.addPage().text('and neighbours in Raqqa.', 72, 72, { lineBreak: false });
      lines(document, 72, 120, ['The second page has more.']);
    },
  },
  {
    name: 'rotated',
    quotes: ['turned by a quarter', 'upside down'],
    draw: (document) => {
      pageEntries(document)['Rotate'] = 90;
      document.fontSize(12).text('This page is turned by a quarter.', 100, 200, { lineBreak: false });
      document.addPage();
      pageEntries(document)['Rotate'] = 180;
      pageEntries(document)['CropBox'] = [50, 40, 562, 752];
      document.text('This one lies upside down and is cropped.', 100, 200, { lineBreak: false });
      document.rotate(-30, { origin: [200, 400] }).text('Words at an angle.', 200, 400, { lineBreak: false });
    },
  },
  ...(existsSync(naskh)
    ? [
        {
          name: 'Arabic',
          quotes: ['ثلاث مقابر', '1236 جثة', 'الجماعية'],
          draw: (document: PDFKit.PDFDocument) => {
            document.font(naskh).fontSize(20);
            fromTheRight(document, 300, 100, 'استخرجت 1236 جثة');
            fromTheRight(document, 300, 150, 'من ثلاث مقابر');
            fromTheRight(document, 300, 200, 'في المقابر الجماعية');
          },
        },
      ]
    : []),
];

export async function drawPdf({ draw, options = {} }: Pick<GoldenPdf, 'draw' | 'options'>): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER', ...options });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.on('end', resolve));
  draw(document);
  document.end();
  await done;
  return Buffer.concat(parts);
}
