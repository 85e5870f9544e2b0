import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { page } from './answers.ts';
import type { Answer, Origins, Routes } from './site-types.ts';

const packers = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  // What servers also send under the name `deflate`, without zlib's frame.
  'raw deflate': deflateRawSync,
  zstd: zstdCompressSync,
} as const;

const encoded =
  (how: keyof typeof packers, type: string, body: string): Answer =>
  ({ response }) =>
    void response
      .writeHead(200, { 'content-type': type, 'content-encoding': how === 'raw deflate' ? 'deflate' : how, vary: 'accept-encoding' })
      .end(packers[how](Buffer.from(body)));

/** Sent with `transfer-encoding: chunked` besides. */
const chunked =
  (type: string, body: string): Answer =>
  async ({ response }) => {
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    const packed = gzipSync(Buffer.from(body));
    for (let at = 0; at < packed.length; at += 40) response.write(packed.subarray(at, at + 40));
    response.end();
  };

const show = (path: string) => `fetch('${path}').then((got) => got.text()).then((words) => {
  document.body.append(Object.assign(document.createElement('p'), { textContent: words }));
});`;

/** HTML, style, script and data, each in another content encoding. */
export function encodedPages({ main }: Origins) {
  const routes: Routes = {
    '/encoded/page': encoded(
      'gzip',
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Encoded</title><link rel="stylesheet" href="/encoded/style.css">
       <body><p>Words from gzip.</p><script src="/encoded/code.js"></script></body></html>`,
    ),
    '/encoded/style.css': encoded('br', 'text/css', 'body::after { content: "Words from brotli style." } p { color: rgb(9, 8, 7) }'),
    '/encoded/code.js': encoded(
      'deflate',
      'text/javascript',
      ['gzip', 'br', 'deflate', 'raw', 'chunked'].map((name) => show(`/encoded/${name}.txt`)).join('\n'),
    ),
    '/encoded/gzip.txt': encoded('gzip', 'text/plain', 'Data from gzip.'),
    '/encoded/br.txt': encoded('br', 'text/plain', 'Data from brotli.'),
    '/encoded/deflate.txt': encoded('deflate', 'text/plain', 'Data from deflate.'),
    '/encoded/raw.txt': encoded('raw deflate', 'text/plain', 'Data from raw deflate.'),
    '/encoded/chunked.txt': chunked('text/plain', 'Data from chunked gzip.'),
    '/encoded/zstd': encoded(
      'zstd',
      'text/html; charset=utf-8',
      '<!doctype html><meta charset="utf-8"><title>Zstandard</title><p>Words from zstd.</p>',
    ),
  };
  const names = ['style.css', 'code.js', 'gzip.txt', 'br.txt', 'deflate.txt', 'raw.txt', 'chunked.txt'];
  const data = ['gzip', 'brotli', 'deflate', 'raw deflate', 'chunked gzip'].map((name) => `Data from ${name}.`);
  const pages = {
    encoded: page(`${main}/encoded/page`, ['Words from gzip.', ...data], { asks: names.map((name) => `${main}/encoded/${name}`) }),
    zstd: page(`${main}/encoded/zstd`, ['Words from zstd.']),
  };
  return { routes, pages };
}
