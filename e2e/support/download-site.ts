import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A loopback site that gives files instead of pages; `asked` lists the paths that were requested. */
export type DownloadSite = { url: string; asked: string[]; close(): Promise<void> };

export type Served = (response: ServerResponse) => void;

/** A file as sites offer it for saving. */
export function attachment(bytes: Buffer | string, disposition: string, type = 'application/octet-stream'): Served {
  return (response) => {
    response.writeHead(200, { 'content-type': type, 'content-disposition': disposition, 'content-length': Buffer.byteLength(bytes) });
    response.end(bytes);
  };
}

export async function startDownloadSite(served: Record<string, Served>): Promise<DownloadSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    asked.push(path);
    const answer = served[path];
    if (answer === undefined) response.writeHead(404).end('nothing here');
    else answer(response);
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
