/** For tests: a real PDF whose pages hold the given lines. */
import PDFDocument from 'pdfkit';

export type PdfOptions = { title?: string; userPassword?: string; attach?: { name: string; bytes: string }; textless?: boolean };

export async function makePdf(
  pages: readonly string[],
  { title, userPassword, attach, textless = false }: PdfOptions = {},
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    info: title === undefined ? {} : { Title: title },
    ...(userPassword === undefined ? {} : { userPassword, ownerPassword: 'owner' }),
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => document.on('end', resolve));
  for (const words of pages) {
    document.addPage();
    if (textless) document.rect(50, 50, 200, 200).fill('#883333');
    else document.fontSize(14).text(words);
  }
  if (attach !== undefined) document.file(Buffer.from(attach.bytes), { name: attach.name });
  document.end();
  await done;
  return Buffer.concat(parts);
}
