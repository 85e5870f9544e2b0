import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../support/launch.ts';
import type { OriginName } from './site-types.ts';
import { echoSocket } from './sockets.ts';

const places: Record<OriginName, { host: string; tls: boolean }> = {
  main: { host: '127.0.0.1', tls: false },
  port: { host: '127.0.0.1', tls: false },
  other: { host: '127.0.0.2', tls: false },
  third: { host: '127.0.0.3', tls: false },
  secure: { host: '127.0.0.1', tls: true },
  secureOther: { host: '127.0.0.2', tls: true },
};

/** One listening server; `stop` and `start` make its network go away and come back on the same port. */
export type OriginServer = { url: string; start(): Promise<void>; stop(): Promise<void> };

export async function serveOrigin(name: OriginName, listener: RequestListener): Promise<OriginServer> {
  const { host, tls } = places[name];
  const pem = (kind: string) => readFileSync(join(root, 'e2e', 'fixtures', `test-only.${kind}.pem`));
  const server: Server = tls ? createTlsServer({ key: pem('key'), cert: pem('cert') }, listener) : createServer(listener);
  const sockets = new Set<{ destroy(): unknown }>();
  const track = (socket: { destroy(): unknown; on(event: 'close', done: () => void): unknown }) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('connection', track);
  server.on('secureConnection', track);
  server.on('upgrade', echoSocket);
  // What a client leaves half said is not this site's trouble.
  server.on('clientError', (_error, socket) => socket.destroy());
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${port}`,
    start: () => (server.listening ? Promise.resolve() : listen(port)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
