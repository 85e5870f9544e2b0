import { bytes, html, page } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Answer, Origins, Routes } from './site-types.ts';

/** Half of what the header promised, then the connection is reset (`reset`) or closed in good order. */
const cutOff =
  (type: string, body: Buffer, reset: boolean): Answer =>
  ({ request, response }) => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => {
      if (reset) request.socket.resetAndDestroy();
      else request.socket.end();
    });
  };

/** More bytes than the header promised, which Node's own answers would not send. */
const tooLong =
  (type: string, body: string): Answer =>
  ({ request }) =>
    void request.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: 11\r\nconnection: close\r\n\r\n${body}`);

/** Nothing listens on the discard port of a loopback host. */
const refused = 'http://127.0.0.3:9/refused.png';

/** A page that stands although half of what it asks for does not come. */
export function failing({ main }: Origins) {
  const routes: Routes = {
    '/failing/page': html(
      `<h1>Failing page</h1><p>These words stand.</p><img src="/failing/good.png" alt=""><img src="/failing/missing.png" alt="">
       <img src="/failing/error.png" alt=""><img src="${refused}" alt=""><img src="/failing/reset.png" alt=""><p id="long"></p>
       <script>fetch('/failing/too-long.txt').then((got) => got.text()).then((words) => { document.querySelector('#long').textContent = words; });</script>`,
      { head: '<link rel="stylesheet" href="/failing/short.css">' },
    ),
    '/failing/good.png': bytes(noisePng(400), 'image/png'),
    '/failing/missing.png': bytes('no such picture', 'text/plain', 404),
    '/failing/error.png': bytes('broken', 'text/plain', 500),
    '/failing/reset.png': cutOff('image/png', noisePng(401, 200, 200), true),
    '/failing/short.css': cutOff('text/css', Buffer.from('p { color: rgb(4, 5, 6) }'.repeat(200)), false),
    '/failing/too-long.txt': tooLong('text/plain', 'hello world and much more than was promised'),
    '/failing/not-found': html('<p>Nothing here.</p>', { status: 404 }),
    '/failing/server-error': html('<p>Broken.</p>', { status: 500 }),
    '/failing/reset': cutOff('text/html', Buffer.from(`<p>Half a page.</p>${'x'.repeat(50_000)}`), true),
    // Two that end before their body: there is nothing that Chromium would draw.
    '/failing/headless': cutOff(
      'text/html',
      Buffer.from(`<head><title>Half a head</title><meta name="a" content="${'x'.repeat(4000)}">`),
      true,
    ),
    '/failing/empty': cutOff('text/html', Buffer.from('<'), true),
    '/failing/short': cutOff('text/html', Buffer.from(`<p>Half a page.</p>${'x'.repeat(50_000)}`), false),
  };
  const fails = ['missing.png', 'error.png', 'reset.png', 'short.css'].map((name) => `${main}/failing/${name}`);
  const pages = {
    failing: page(`${main}/failing/page`, ['Failing page', 'These words stand.', 'hello world'], {
      images: 1,
      asks: [`${main}/failing/good.png`, `${main}/failing/too-long.txt`],
      fails: [...fails, refused],
    }),
    notFound: page(`${main}/failing/not-found`, ['Nothing here.']),
    serverError: page(`${main}/failing/server-error`, ['Broken.']),
    resetPage: page(`${main}/failing/reset`, []),
    headlessPage: page(`${main}/failing/headless`, []),
    emptyPage: page(`${main}/failing/empty`, []),
    shortPage: page(`${main}/failing/short`, []),
    refusedPage: page('http://127.0.0.3:9/', []),
  };
  return { routes, pages };
}
