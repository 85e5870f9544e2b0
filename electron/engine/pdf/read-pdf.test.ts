import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { joinPages, pageText } from './pdf-text.ts';
import { readPdf } from './read-pdf.ts';

/** Of the Debian package fonts-noto-core; the sample's own face is compressed, which pdfkit cannot cut down. */
const naskh = '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf';

async function read(draw: (document: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}) {
  const document = new PDFDocument(options);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.on('end', resolve));
  draw(document);
  document.end();
  await done;
  const bytes = Buffer.concat(parts);
  const path = join(await temporaryFolder(), 'staged');
  await writeFile(path, bytes);
  return readPdf({ received: { path, size: bytes.length } as never, signal: new AbortController().signal });
}

describe('the text of a PDF', () => {
  it('has ligatures and Arabic shapes as the letters they stand for', async (test) => {
    if (!existsSync(naskh)) {
      console.warn(`Arabic in a PDF was NOT tested: ${naskh} is not there.`);
      test.skip();
    }
    const reading = await read((document) => document.font(naskh).fontSize(20).text('استخرجت', { lineBreak: false }));
    expect(reading.text?.text).toBe('استخرجت');
  });

  it('is the same at every reading', async () => {
    const draw = (document: PDFKit.PDFDocument) => {
      for (let page = 0; page < 5; page++)
        document.addPage().text(`Page ${page} `.repeat(100)).text('a column', 300, 400).text('another', 50, 400);
    };
    const [first, second] = [await read(draw), await read(draw)];
    expect(second.text).toEqual(first.text);
  });

  it('is of the pages in their order, and sizes are told once', async () => {
    const reading = await read((document) => document.text('one').addPage({ size: 'A4' }).addPage({ size: 'A4' }).text('three'), {
      size: 'LETTER',
    });
    expect(reading.text?.text).toBe('one\n\n\n\nthree');
    expect(reading.facts).toMatchObject({
      pdf: {
        pageSizes: [
          { width: 612, height: 792, pages: 1 },
          { width: 595.28, height: 841.89, pages: 2 },
        ],
      },
    });
  });
});

it('a title that a program put there is no title', async () => {
  for (const Title of ['Microsoft Word - draft.docx', 'untitled', 'report.indd'])
    expect((await read((document) => document.text('x'), { info: { Title } })).title, Title).toBeNull();
});

it('law: every page is found where the map says', () => {
  const page = fc.array(fc.record({ str: fc.string(), hasEOL: fc.boolean() })).map(pageText);
  fc.assert(
    fc.property(fc.array(page, { minLength: 1 }), (pages) => {
      const { text, map } = joinPages(pages);
      expect(map.pages.map(({ start, end }) => text.slice(start, end))).toEqual(pages);
      expect(map.pages.map((one) => one.page)).toEqual(pages.map((_, index) => index + 1));
    }),
  );
});
