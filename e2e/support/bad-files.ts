import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Names an archive meets sooner or later. */
export const oddName = 'تقرير "الرقة" 🌊 it’s\na name.txt';

/** Files that cannot become items, and a few that can although they look odd. Returns their paths. */
export async function writeBadFiles(folder: string) {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const paths = {
    empty: at('empty.pdf'),
    truncated: at('truncated.pdf'),
    locked: at('locked.pdf'),
    lying: at('lying.mp4'),
    silent: at('silent.mp4'),
    missing: at('gone.txt'),
    odd: at(oddName),
    good: at('good.txt'),
    loop: at('loop'),
  };
  const whole = await pdf({}, 'Several pages of words about nothing in particular.');
  await writeFile(paths.empty, '');
  await writeFile(paths.truncated, whole.subarray(0, 400));
  await writeFile(paths.locked, await pdf({ userPassword: 'secret', ownerPassword: 'other' }, 'locked away'));
  await writeFile(paths.lying, 'These are words and no video at all.\n');
  await writeFile(paths.odd, 'odd but good');
  await writeFile(paths.good, 'plain and good');
  await mkdir(paths.loop);
  await writeFile(join(paths.loop, 'inside.txt'), 'inside the loop');
  await symlink(paths.loop, join(paths.loop, 'again'));
  execFileSync('ffmpeg', [
    '-nostdin',
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=160x120:rate=10:duration=2',
    '-pix_fmt',
    'yuv420p',
    paths.silent,
  ]);
  return paths;
}

async function pdf(options: PDFKit.PDFDocumentOptions, words: string): Promise<Buffer> {
  const document = new PDFDocument(options);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  for (let page = 0; page < 3; page++) {
    if (page > 0) document.addPage();
    document.text(`${words} Page ${page + 1}.`);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Turns one bit of a file over, read-only or not. */
export async function flipBit(path: string, offset = 0): Promise<void> {
  const bytes = await readFile(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  execFileSync('chmod', ['u+w', path]);
  await writeFile(path, bytes);
}
