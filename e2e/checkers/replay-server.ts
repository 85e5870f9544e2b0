import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../support/launch.ts';

/**
 * A loopback server that is also its browser's only way out: it serves wabac's service worker, a host page and WACZ
 * files, and as a proxy it refuses and notes every request for anything else.
 */
export type ReplayServer = {
  url: string;
  /** What the browser asked of others: method and address, in order. */
  escaped: string[];
  /** Serves a WACZ and returns its address here. */
  offer(path: string): string;
  close(): Promise<void>;
};

/** The page that puts an archived page into a frame, as any site that shows a WACZ with wabac does. */
const host = `<!doctype html><title>Replay</title><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<script>
  window.load = async (name, sourceUrl) => {
    await navigator.serviceWorker.register('/sw.js', { scope: '/' });
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    await new Promise((done, fail) => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (data.name !== name) return;
        if (data.error) fail(new Error(data.error));
        if (data.msg_type === 'collAdded') done();
      });
      navigator.serviceWorker.controller.postMessage({ msg_type: 'addColl', name, file: { sourceUrl } });
    });
  };
  window.show = (address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.replaceChildren(frame);
  };
</script><body></body>`;

export async function startReplayServer(): Promise<ReplayServer> {
  const escaped: string[] = [];
  const offered: string[] = [];
  const worker = await readFile(join(root, 'node_modules/@webrecorder/wabac/dist/sw.js'));
  let own = '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', own);
    if (url.origin !== own) {
      escaped.push(`${request.method} ${url.href}`);
      return void response.writeHead(502).end('not from here');
    }
    if (url.pathname === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(host);
    if (url.pathname === '/sw.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
    const path = offered[Number(/^\/wacz\/(\d+)\.wacz$/.exec(url.pathname)?.[1] ?? -1)];
    if (path === undefined) return void response.writeHead(404).end();
    sendFile(path, request, response).catch(() => response.destroy());
  });
  // TLS and sockets come as CONNECT.
  server.on('connect', (request, socket) => {
    escaped.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Not from here\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own,
    escaped,
    offer: (path) => `${own}/wacz/${offered.push(path) - 1}.wacz`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(path);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const from = !range ? 0 : range[1] === '' ? Math.max(0, size - Number(range[2])) : Number(range[1]);
  const to = !range || range[1] === '' || range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1);
  const head = { 'content-type': 'application/wacz', 'accept-ranges': 'bytes', 'content-length': to - from + 1 };
  response.writeHead(range ? 206 : 200, range ? { ...head, 'content-range': `bytes ${from}-${to}/${size}` } : head);
  if (request.method === 'HEAD') return void response.end();
  createReadStream(path, { start: from, end: to }).pipe(response);
}
