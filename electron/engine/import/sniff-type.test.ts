import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { makeMedia } from '../testing/make-media.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-warc.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { sniffType } from './sniff-type.ts';

async function sniff(bytes: string | Uint8Array, name: string) {
  const path = join(await temporaryFolder(), 'staged');
  await writeFile(path, bytes);
  return sniffType(path, name);
}
const mhtml =
  'From: <Saved by Blink>\r\nSubject: =?utf-8?Q?a?=\r\nContent-Type: multipart/related;\r\n type="text/html"; boundary="B"\r\n\r\n--B\r\n';
/** Long, so that the head ends inside a character. */
const longArabic = `a${'م'.repeat(40_000)}`;

it.each([
  ['plain words', 'a.txt', 'text', 'text/plain'],
  ['plain words', 'README', 'text', 'text/plain'],
  ['# Words', 'a.md', 'text', 'text/markdown'],
  ['a,b\n1,2', 'a.csv', 'text', 'text/csv'],
  ['{"a":1}', 'a.json', 'text', 'application/json'],
  ['<?xml version="1.0"?><kml/>', 'a.kml', 'text', 'application/vnd.google-earth.kml+xml'],
  ['<?xml version="1.0"?><a/>', 'a', 'text', 'application/xml'],
  ['1\n00:00:01,000 --> 00:00:02,000\na', 'a.txt', 'text', 'application/x-subrip'],
  ['WEBVTT\n\n', 'a.vtt', 'text', 'text/vtt'],
  ['<!DOCTYPE html><p>a', 'a', 'page', 'text/html'],
  ['<!-- note --><HTML><p>a', 'a.txt', 'page', 'text/html'],
  ['<p>a fragment</p>', 'a.html', 'page', 'text/html'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'a.xhtml', 'page', 'application/xhtml+xml'],
  [mhtml, 'a.mhtml', 'mhtml', 'multipart/related'],
  [mhtml, 'a.txt', 'mhtml', 'multipart/related'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'image', 'image/svg+xml'],
  ['{\\rtf1 a}', 'a.rtf', 'other', 'application/rtf'],
  ['BM is how this text begins, not a bitmap', 'a.txt', 'text', 'text/plain'],
  ['const a = 1;', 'a.ts', 'text', 'text/plain'],
  [longArabic, 'a.txt', 'text', 'text/plain'],
  [iconv.encode('نص عربي قديم', 'windows-1256'), 'a.txt', 'text', 'text/plain'],
  [iconv.encode('words', 'utf-16le', { addBOM: true }), 'a.txt', 'text', 'text/plain'],
  [Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'a.zip', 'other', 'application/zip'],
  [Buffer.from([0, 159, 146, 150]), 'a', 'other', 'application/octet-stream'],
] as const)('%j named %s is %s, %s', async (bytes, name, kind, mediaType) => {
  expect(await sniff(bytes, name)).toMatchObject({ kind, mediaType });
});

it('a PDF is a PDF by any name, and an empty claim of being one is refused', async () => {
  const pdf = await makePdf(['words']);
  expect(await sniff(pdf, 'a.bin')).toMatchObject({ kind: 'pdf', extensionDiffers: false });
  expect(await sniff(pdf, 'a.txt')).toMatchObject({ kind: 'pdf', extensionDiffers: true });
  expect(await sniff(Buffer.concat([Buffer.from('junk before\n'), pdf]), 'a.pdf')).toMatchObject({ kind: 'pdf' });
  await expect(sniff('no pdf', 'a.pdf')).rejects.toMatchObject({ code: 'type-mismatch', facts: { found: 'text/plain' } });
  await expect(sniff(Buffer.alloc(100), 'a.pdf')).rejects.toMatchObject({ code: 'pdf-damaged' });
  await expect(sniff(pdf, 'a.mp4')).rejects.toMatchObject({
    code: 'type-mismatch',
    facts: { extension: '.mp4', found: 'application/pdf' },
  });
});

it('a recording is one by its content', async () => {
  const folder = await temporaryFolder();
  for (const [name, mediaType] of [
    ['a.mp4', 'video/mp4'],
    ['a.webm', 'video/webm'],
    ['a.mkv', 'video/matroska'],
    ['a.ts', 'video/mp2t'],
  ] as const) {
    const path = await makeMedia(folder, name, {
      sound: false,
      extra: name === 'a.webm' ? ['-c:v', 'libvpx', '-deadline', 'realtime'] : [],
    });
    expect(await sniff(await readFile(path), 'unnamed')).toMatchObject({ kind: 'media', mediaType });
  }
  for (const name of ['a.wav', 'a.flac', 'a.ogg', 'a.mp3']) {
    const path = await makeMedia(folder, name, { picture: false });
    expect(await sniff(await readFile(path), name), name).toMatchObject({ kind: 'media', extensionDiffers: false });
  }
});

it('a web archive is one by its content; its name decides only where damage left nothing else', async () => {
  const warc = 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n';
  const packed = gzipSync(warc);
  const broken = Buffer.concat([packed.subarray(0, 12), Buffer.alloc(40, 0xff)]);
  for (const [bytes, name, extensionDiffers] of [
    [warc, 'a.warc', false],
    [warc, 'a.txt', true],
    [packed, 'a.warc.gz', false],
    [packed, 'unnamed', false],
    [packed.subarray(0, 30), 'a.warc.gz', false],
    [broken, 'a.warc.gz', false],
  ] as const)
    expect(await sniff(bytes, name), name).toMatchObject({ kind: 'archive', mediaType: 'application/warc', extensionDiffers });
  expect(await sniff(gzipSync('plain words'), 'a.gz')).toMatchObject({ kind: 'other', mediaType: 'application/gzip' });
  expect(await sniff(broken, 'a.gz')).toMatchObject({ kind: 'other' });
  expect(await sniff('words', 'a.warc')).toMatchObject({ kind: 'text', extensionDiffers: true });
  const zipped = (...names: string[]) => makeZip(Object.fromEntries(names.map((name) => [name, '{}'])));
  const wacz = await zipped('datapackage.json', 'archive/data.warc.gz');
  expect(await sniff(wacz, 'a.zip')).toMatchObject({ kind: 'archive', mediaType: 'application/wacz+zip' });
  expect(await sniff(wacz.subarray(0, 60), 'a.wacz')).toMatchObject({ kind: 'archive' });
  expect(await sniff(await zipped('datapackage.json', 'data/a.csv'), 'a.zip')).toMatchObject({
    kind: 'other',
    mediaType: 'application/zip',
  });
  await expect(sniff('WARC/0.18\r\n', 'a.warc')).rejects.toMatchObject({ code: 'archive-format', facts: { format: 'WARC/0.18' } });
  await expect(sniff(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'a.warc.zst')).rejects.toMatchObject({ code: 'archive-format' });
  await expect(sniff(gzipSync('filedesc://a.arc 0.0.0.0'), 'a.arc.gz')).rejects.toMatchObject({
    code: 'archive-format',
    facts: { format: 'ARC' },
  });
});
