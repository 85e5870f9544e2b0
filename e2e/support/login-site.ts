import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from './launch.ts';

/** Secrets of the site; none of them may be found in a case. */
export const secrets = {
  password: 'Pa55-w0rd&ع-1236',
  cookie: 'sess-4f1e9c77a2b84d0e9b6c',
  token: 'tk9f8e7d6c5b4a39281706f5',
  user: 'analyst-in-danger',
};

/** A loopback site whose pages are seen only after logging in. `asked` lists what was requested. */
export type LoginSite = { url: string; asked: string[]; close(): Promise<void> };

const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const login = page(
  'Log in',
  `<p>words of the login page</p><form method="post" action="/login"><input name="user" id="user"><input type="password" name="pw" id="pw"><button id="in">in</button></form>
   <script>fetch('/login-extra?from=login')</script>`,
);

const members = page(
  'شهادات من الرقة',
  `<article><h1>شهادات من الرقة</h1>${'<p>قالت اللجنة إن نحو ١٬٢٣٦ جثة انتُشلت من ثلاث مقابر جماعية. Members read this.</p>'.repeat(4)}</article>
   <a id="second" href="/second?token=${secrets.token}&amp;page=2">second</a> <a id="blank" target="_blank" href="/second?token=${secrets.token}&page=3">new window</a>
   <img src="/picture.png?token=${secrets.token}" alt=""><button id="more">comments</button><div id="comments"></div>
   <script>
     window.session = '${secrets.token}';
     document.getElementById('more').onclick = async () => {
       const { words } = await (await fetch('/comments?token=' + session + '&of=7')).json();
       document.getElementById('comments').innerHTML = '<p>' + words + '</p><a href="/comment?token=' + session + '">link</a>';
     };
   </script>`,
);

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const hostile = page(
  'Hostile',
  `<p>hostile page</p><button id="go">go</button><script>
     const reached = ['holdfast', 'handsOn', 'require', 'process', 'electron', 'holdfastTyped'].filter((name) => name in globalThis);
     const kinds = ['holdfast-app://app/hands-on.html', 'holdfast-blob://blob/x', 'file:///etc/passwd'];
     Promise.all(kinds.map((kind) => fetch(kind).then(() => reached.push(kind), () => {})))
       .finally(() => { document.title = 'reached:' + reached.join(',') + '.' + String(opener) + String(parent === window); });
     window.open('/popup-unasked');
     document.getElementById('go').onclick = () => { for (const kind of ['file:///etc/passwd', 'holdfast-app://app/', 'chrome://gpu']) location = kind; };
   </script>`,
);

const live = page(
  'Live',
  `<p id="words">live words</p><a id="file" href="/file.zip">file</a><script>
     new EventSource('/events').onmessage = ({ data }) => { document.body.append(' ' + data); };
   </script>`,
);

/** Goes on for as long as somebody listens. */
function events(response: ServerResponse): void {
  let count = 0;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => response.write(`data: event-${++count}\n\n`), 100);
  response.on('close', () => clearInterval(timer));
}

/** A video as sites serve it: in the ranges that are asked for. */
function ranged({ headers }: IncomingMessage, response: ServerResponse): void {
  const bytes = readFileSync(join(root, 'sample', 'committee-video.mp4'));
  const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(headers.range ?? '') ?? [];
  const start = Number(from);
  const end = to === '' ? bytes.length - 1 : Number(to);
  const head = { 'content-type': 'video/mp4', 'accept-ranges': 'bytes', 'content-length': end + 1 - start };
  response.writeHead(206, { ...head, 'content-range': `bytes ${start}-${end}/${bytes.length}` }).end(bytes.subarray(start, end + 1));
}

function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const html = (text: string) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
  const isIn = (request.headers.cookie ?? '').includes(`sid=${secrets.cookie}`);
  if (path === '/hostile') return html(hostile);
  if (path === '/http-login') {
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(`${secrets.user}:${secrets.password}`).toString('base64')}`;
    if (isKnown) return html(page('Behind HTTP', `<p>behind the login of HTTP itself</p>`));
    return void response.writeHead(401, { 'www-authenticate': 'Basic realm="archive", charset="UTF-8"' }).end('no');
  }
  if (path === '/worker')
    return html(
      page(
        'Worker',
        `<p id="words">worker page</p><script>
    navigator.serviceWorker.register('/worker.js', { scope: '/worker' }).then(() => navigator.serviceWorker.ready).then(() => { document.title = 'ready'; });
    fetch('/worker-data').then(async (answer) => document.body.append(await answer.text()));</script>`,
      ),
    );
  if (path === '/worker.js')
    return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(`
      addEventListener('install', (event) => event.waitUntil(caches.open('a').then((cache) => cache.addAll(['/worker', '/worker-data'])).then(() => skipWaiting())));
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((known) => known ?? fetch(event.request))));`);
  if (path === '/worker-data') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('data of the worker page');
  if (path === '/watch')
    return html(page('Watch', `<p>page of a video</p><video id="video" src="/video.mp4" preload="none" controls></video>`));
  if (path === '/video.mp4') return ranged(request, response);
  if (path === '/events') return events(response);
  if (path === '/live') return html(live);
  if (path === '/file.zip')
    return void response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }).end('PK');
  if (path === '/login' && request.method === 'POST') {
    const fields = new URLSearchParams(body);
    if (fields.get('pw') !== secrets.password) return html(login);
    const cookie = `sid=${secrets.cookie}; Max-Age=86400; Path=/; HttpOnly`;
    return void response.writeHead(303, { location: `/members?token=${secrets.token}`, 'set-cookie': cookie }).end();
  }
  if (path === '/login' || path === '/login-extra') return html(login);
  if (!isIn) return void response.writeHead(302, { location: '/login' }).end();
  if (path === '/members') return html(members);
  if (path === '/picture.png') return void response.writeHead(200, { 'content-type': 'image/png' }).end(pixel);
  if (path === '/second')
    return html(
      page(
        'Second',
        `<p>The second page of members, ${'with words '.repeat(12)}</p><script>history.pushState(null, '', '/second/moved')</script>`,
      ),
    );
  if (path === '/comments')
    return void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ words: 'an expanded comment of a witness', next: `/comments?token=${secrets.token}&of=8` }));
  response.writeHead(404).end('nothing here');
}

export async function startLoginSite(): Promise<LoginSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
