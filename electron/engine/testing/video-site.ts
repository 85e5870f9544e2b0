/** For tests: a loopback site with a page that holds a video and its subtitles. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VideoSite = { url: string; asked: string[]; close: () => Promise<void> };

export const vtt = 'WEBVTT\n\n00:00.500 --> 00:01.500\nNearly 1,236 bodies — استُخرجت\n';

/** Serves the recording at `clip` under `/clip.mp4`, in ranges where asked, and pages that show it. */
export async function startVideoSite(clip: string): Promise<VideoSite> {
  const bytes = await readFile(clip);
  const asked: string[] = [];
  const page = (body: string, head = '') =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Graves</title>${head}</head><body>${body}</body></html>`;
  const player =
    '<video controls width="160"><source src="/clip.mp4" type="video/mp4"><track kind="subtitles" srclang="ar" src="/subs.vtt"></video>';
  const pages: Record<string, string> = {
    '/watch': page(`<h1>Graves</h1><p>The committee said so.</p>${player}`, '<meta property="og:video" content="/clip.mp4">'),
    '/words': page('<h1>Words</h1><p>No video here.</p>'),
    '/several': page(`${player}<video controls src="/clip.mp4?2"></video>`),
    '/promised': page('<h1>Promised</h1><p>Words.</p>', '<meta property="og:video" content="http://127.0.0.1:9/none.mp4">'),
    '/slow': page('<video controls src="/drip.mp4"></video>'),
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    asked.push(path);
    const html = pages[path];
    if (html !== undefined) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    if (path === '/subs.vtt') return void response.writeHead(200, { 'content-type': 'text/vtt' }).end(vtt);
    if (path === '/drip.mp4')
      return void response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': 10_000_000 }).write(bytes);
    if (path !== '/clip.mp4') return void response.writeHead(404).end();
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === '')
      return void response
        .writeHead(200, { 'content-type': 'video/mp4', 'content-length': bytes.length, 'accept-ranges': 'bytes' })
        .end(bytes);
    const end = to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
    const range = `bytes ${from}-${end}/${bytes.length}`;
    response.writeHead(206, { 'content-type': 'video/mp4', 'content-range': range, 'content-length': end - Number(from) + 1 });
    response.end(bytes.subarray(Number(from), end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
