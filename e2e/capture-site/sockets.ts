import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { html, page } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

/** A page that talks over a WebSocket, which a replay cannot answer. */
export function sockets({ main }: Origins) {
  const routes: Routes = {
    '/sockets/page': html(`<h1>Socket page</h1><p id="heard">Nothing heard.</p><script>
      const socket = new WebSocket(location.origin.replace('http', 'ws') + '/sockets/echo');
      socket.onopen = () => socket.send('Echo from the socket.');
      socket.onmessage = ({ data }) => { document.querySelector('#heard').textContent = data; socket.close(); };
    </script>`),
  };
  return { routes, pages: { sockets: page(`${main}/sockets/page`, ['Socket page', 'Echo from the socket.']) } };
}

/** Sends every short text message back (RFC 6455); anything else ends the connection. */
export function echoSocket(request: IncomingMessage, socket: Duplex): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.on('error', () => socket.destroy());
  socket.on('data', (frame: Buffer) => {
    const length = (frame[1] ?? 0) & 0x7f;
    if (((frame[0] ?? 0) & 0x0f) !== 1 || length > 125) return void socket.end(Buffer.from([0x88, 0]));
    const mask = frame.subarray(2, 6);
    const words = frame.subarray(6, 6 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
    socket.write(Buffer.concat([Buffer.from([0x81, length]), words]));
  });
}
