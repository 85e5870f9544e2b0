import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A loopback address that counts whoever comes: TCP connections and UDP packets, before any protocol is spoken. */
export type ListeningPost = { url: string; heard: string[]; close(): Promise<void> };

export async function listen(): Promise<ListeningPost> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    heard.push('tcp');
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      heard.push(bytes.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 6\r\nConnection: close\r\n\r\ncaught');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const packets = createSocket('udp4', () => heard.push('udp'));
  await new Promise<void>((resolve) => packets.bind(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      packets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
