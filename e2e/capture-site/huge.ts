import { once } from 'node:events';
import { html, page } from './answers.ts';
import type { Answer, Origins, Routes } from './site-types.ts';

/** One gigabyte. */
export const HUGE = 1 << 30;
const zeros = Buffer.alloc(1 << 20);

/** `HUGE` bytes, made as fast as they are taken and counted in the log's `sent`. */
const gigabyte =
  (type: string, start: string): Answer =>
  async ({ response, entry }) => {
    response.writeHead(200, { 'content-type': type, 'content-length': HUGE });
    response.write(start);
    entry.sent = start.length;
    while (entry.sent < HUGE && !response.destroyed) {
      const piece = zeros.subarray(0, Math.min(zeros.length, HUGE - entry.sent));
      entry.sent += piece.length;
      if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  };

/** A gigabyte as the page itself, as a picture, as a fetch and as a file to download. */
export function huge({ main }: Origins) {
  const file: Answer = gigabyte('application/octet-stream', '');
  const routes: Routes = {
    '/huge/page': gigabyte('text/html; charset=utf-8', '<!doctype html><title>Huge</title><h1>A gigabyte of page</h1>'),
    '/huge/with-image': html('<p>A gigabyte of picture.</p><img src="/huge/image" alt="">'),
    '/huge/image': gigabyte('image/png', ''),
    '/huge/with-fetch': html(
      `<p>A gigabyte of data.</p><script type="module">
        let taken = 0;
        for await (const piece of (await fetch('/huge/data')).body) taken += piece.length;
        document.body.append('taken: ' + taken);
      </script>`,
    ),
    '/huge/data': file,
    '/huge/download': (exchange) => {
      exchange.response.setHeader('content-disposition', 'attachment; filename="huge.bin"');
      return file(exchange);
    },
  };
  const pages = {
    hugePage: page(`${main}/huge/page`, ['A gigabyte of page']),
    hugeImage: page(`${main}/huge/with-image`, ['A gigabyte of picture.'], { asks: [`${main}/huge/image`] }),
    hugeFetch: page(`${main}/huge/with-fetch`, ['A gigabyte of data.'], { asks: [`${main}/huge/data`] }),
    hugeDownload: page(`${main}/huge/download`, []),
  };
  return { routes, pages };
}
