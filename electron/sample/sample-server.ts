/** The sample site on loopback, so that the capture has a real server to speak to and nothing leaves the machine. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export type SampleServer = { origin: string; close(): Promise<void> };

/** Serves the files under `root` on 127.0.0.1, on a port the system picks. The caller closes it. */
export async function serveSample(root: string): Promise<SampleServer> {
  const base = await realpath(root);
  const server = createServer((request, response) => {
    answer(base, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = await fileUnder(base, request.url ?? '/');
  if (path === null) return refuse(response, 404);
  const { size, mtime } = await stat(path);
  response.writeHead(200, {
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'content-length': size,
    'last-modified': mtime.toUTCString(),
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

/** The file a request path names, or null when there is none under `base`. Links that lead out count as none. */
export async function fileUnder(base: string, requestPath: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(requestPath.split(/[?#]/, 1)[0] ?? '/');
    const path = await realpath(join(base, name.endsWith('/') ? `${name}index.html` : name));
    return path.startsWith(base + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}
