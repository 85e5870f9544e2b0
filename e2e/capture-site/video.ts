import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/launch.ts';
import { bytes, html, page } from './answers.ts';
import type { Answer, Exchange, Origins, Routes } from './site-types.ts';

/** RFC 9110 section 14: one range is answered with 206, one beyond the end with 416, none with 200. */
function sendRange({ request, response, entry }: Exchange, body: Buffer, type: string): void {
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const head = { 'content-type': type, 'accept-ranges': 'bytes', etag: `"${body.length}"` };
  if (!range) return void response.writeHead(200, { ...head, 'content-length': body.length }).end(body);
  const suffix = range[1] === '';
  const from = suffix ? Math.max(0, body.length - Number(range[2])) : Number(range[1]);
  const to = suffix || range[2] === '' ? body.length - 1 : Math.min(Number(range[2]), body.length - 1);
  if (from >= body.length || to < from) return void response.writeHead(416, { ...head, 'content-range': `bytes */${body.length}` }).end();
  const part = body.subarray(from, to + 1);
  entry.sent = part.length;
  response.writeHead(206, { ...head, 'content-range': `bytes ${from}-${to}/${body.length}`, 'content-length': part.length }).end(part);
}

/** Twelve seconds of H.264 noise, about 9 MB with its index at the end, so that a player must ask for several ranges. */
async function makeVideo(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-video-'));
  const out = join(folder, 'noise.mp4');
  const source = ['-f', 'lavfi', '-i', 'nullsrc=s=320x180:r=12:d=12,geq=random(1)*255:128:128'];
  try {
    const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '6M', '-pix_fmt', 'yuv420p', '-g', '12'];
    await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...source, ...codec, out]);
    return await readFile(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const player = `<h1>Video page</h1><video id="short" src="/video/short.mp4" muted autoplay width="320"></video>
  <video id="long" src="/video/long.mp4" muted preload="auto" width="320"></video><p id="state">waiting</p><script>
    const done = new Set();
    const tell = (words) => { done.add(words); document.querySelector('#state').textContent = [...done].sort().join(' '); };
    const [short, long] = document.querySelectorAll('video');
    short.onplaying = () => tell('Short video plays.');
    long.onloadedmetadata = () => { long.currentTime = 9; };
    long.onseeked = () => tell('Long video stands at ' + long.currentTime + ' s.');
    for (const video of [short, long]) video.onerror = () => tell('Video failed: ' + video.error.message);
  </script>`;

/** The short video with forty megabytes of nothing at its end (ISO/IEC 14496-12 section 8.1.2, `free`). */
async function padded(): Promise<Buffer> {
  const free = Buffer.alloc(40 << 20);
  free.writeUInt32BE(free.length, 0);
  free.write('free', 4, 'latin1');
  return Buffer.concat([await readFile(join(root, 'sample', 'committee-video.mp4')), free]);
}

const bigPlayer = `<h1>Big video page</h1><video src="/video/big.mp4" muted autoplay width="320"></video><p id="state">waiting</p><script>
    const video = document.querySelector('video');
    video.onplaying = () => { document.querySelector('#state').textContent = 'Big video plays.'; };
  </script>`;

/** A short video that plays and a long one that is sought in, from a server that keeps to ranges. */
export function video({ main }: Origins) {
  let long: Promise<Buffer> | undefined;
  let big: Promise<Buffer> | undefined;
  const ofFile =
    (read: () => Promise<Buffer>): Answer =>
    async (exchange) =>
      sendRange(exchange, await read(), 'video/mp4');
  const routes: Routes = {
    '/video/page': html(player),
    '/video/short.mp4': ofFile(() => readFile(join(root, 'sample', 'committee-video.mp4'))),
    '/video/long.mp4': ofFile(() => (long ??= makeVideo())),
    '/video/big': html(bigPlayer),
    '/video/big.mp4': ofFile(() => (big ??= padded())),
    '/video/no-ranges.mp4': async (exchange) => bytes(await readFile(join(root, 'sample', 'committee-video.mp4')), 'video/mp4')(exchange),
  };
  const asks = ['/video/short.mp4', '/video/long.mp4'].map((path) => main + path);
  const text = ['Video page', 'Long video stands at 9 s.', 'Short video plays.'];
  const bigVideo = page(`${main}/video/big`, ['Big video page', 'Big video plays.'], { asks: [`${main}/video/big.mp4`] });
  return { routes, pages: { video: page(`${main}/video/page`, text, { asks }), bigVideo } };
}
