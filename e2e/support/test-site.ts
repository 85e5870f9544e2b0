import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from './launch.ts';

/** A loopback site of one page per trouble; `asked` lists the paths that were requested. */
export type TestSite = { url: string; asked: string[]; close(): Promise<void> };

/** SHA-256 of the test certificate's public key, by which Chromium can be told to trust it. */
export const testKeyHash = 'oMxloDgyCnfTbVYN5enwWOe7e6DGgWlnUNzUET5A7ko=';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

type Answer = string | Buffer | ((response: ServerResponse, request: IncomingMessage) => void);

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const redirect = (to: string) => (response: ServerResponse) => void response.writeHead(302, { location: to }).end();
const never = () => undefined;

const article = html(
  `<article><h1>Three graves</h1>${'<p>The committee said that nearly 1,236 bodies, most of them women and children, had been exhumed.</p>'.repeat(6)}
   <p lang="ar" dir="rtl">الرقة: ١٬٢٣٦ جثة 🧷</p><img src="/img/now.png" alt=""><div style="height:3000px"></div><img loading="lazy" src="/img/lazy.png" alt=""></article>
   <iframe src="/frame"></iframe>`,
  `<title>Graves</title><link rel="stylesheet" href="/style.css"><meta property="og:site_name" content="The Test Paper">
   <script type="application/ld+json">{"@type":"NewsArticle","headline":"Three graves","datePublished":"2018-10-03","author":{"name":"A. Writer"}}</script>`,
);

const hostile = html(
  `<p id="words">hostile page</p><iframe src="file:///etc/passwd"></iframe>
   <script>
     alert('x'); confirm('y'); try { prompt('z'); } catch {} window.open('/popup'); open('holdfast-app://app/');
     Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}, () => {});
     navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => {});
     onbeforeunload = (event) => { event.preventDefault(); return 'stay'; };
     const link = document.createElement('a'); link.href = '/file.zip'; link.download = 'x.zip'; document.body.append(link); link.click();
     setTimeout(() => { location = 'mailto:a@example.org'; }, 50);
     const reached = ['holdfast', 'require', 'process', 'electron'].filter((name) => name in globalThis);
     fetch('holdfast-blob://blob/x').then(() => reached.push('blob'), () => {}).finally(() => document.body.append('reached:' + reached.join(',') + '.'));
   </script>`,
);

const answers: Record<string, Answer> = {
  '/article': article,
  '/style.css': 'h1 { color: rgb(1, 2, 3); background: url(/img/style.png) }',
  '/frame': html('<p>framed words</p>'),
  '/hop': redirect('/hop2'),
  '/hop2': redirect('/article'),
  '/circle': redirect('/circle'),
  '/script-circle': html(`<script>location = '/script-circle?' + Math.random()</script>`),
  '/hostile': hostile,
  '/silent': never,
  '/unfinished': html('<p>words already there</p><img src="/silent" alt="">'),
  '/spin': html('<p>x</p><script>for (;;);</script>'),
  '/broken-parts': html('<p>words</p><img src="/gone.png" alt=""><img src="http://127.0.0.1:9/refused.png" alt="">'),
  '/tall': html('<p>top</p><div style="height:30000px"></div><p>end</p>'),
  '/file.zip': (response) =>
    void response
      .writeHead(200, {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="x.zip"',
      })
      .end('PK'),
  '/error': (response) => void response.writeHead(500).end('broken'),
  '/empty': (response) => void response.writeHead(204).end(),
  '/gone': (response) => void response.writeHead(410).end('gone'),
};

function typeOf(path: string): string {
  if (path.endsWith('.png')) return 'image/png';
  return path.endsWith('.css') ? 'text/css' : 'text/html';
}

export async function startTestSite({ tls = false } = {}): Promise<TestSite> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    asked.push(path);
    const answer = path.startsWith('/img/') ? pixel : answers[path];
    if (answer === undefined) return void response.writeHead(404).end('nothing here');
    if (typeof answer === 'function') return answer(response, request);
    response.writeHead(200, { 'content-type': typeOf(path) }).end(answer);
  };
  const pem = (name: string) => readFileSync(join(root, 'e2e', 'fixtures', `test-only.${name}.pem`));
  const server: Server = tls ? createTlsServer({ key: pem('key'), cert: pem('cert') }, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
