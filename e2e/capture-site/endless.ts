import { setTimeout as sleep } from 'node:timers/promises';
import { html, page } from './answers.ts';
import type { Answer, Origins, Routes } from './site-types.ts';

/** HTML that goes on for as long as someone listens. */
const stream: Answer = async ({ response, entry }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write('<!doctype html><title>Stream</title><h1>Page that never ends</h1>');
  for (let line = 1; !response.destroyed; line += 1) {
    const words = `<p>Line ${line}.</p>`;
    response.write(words);
    entry.sent += words.length;
    await sleep(100);
  }
};

/** One byte of header, and then nothing, which a limit on silence must end. */
const halfHeader: Answer = ({ request }) => void request.socket.write('HTTP/1.1 200 OK\r\nx-waiting: ');

/** Pages that never come to an end, each in its own way. */
export function endless({ main }: Origins) {
  const routes: Routes = {
    '/endless/scroll': html(
      `<p>Start of the endless page.</p><div style="height:2000px"></div><script>
        let count = 0;
        onscroll = () => {
          if (innerHeight + scrollY < document.body.scrollHeight - 500) return;
          const more = Object.assign(document.createElement('p'), { textContent: 'More words ' + ++count });
          more.style.height = '2000px';
          document.body.append(more);
        };</script>`,
    ),
    '/endless/stream': stream,
    '/endless/silent': () => undefined,
    '/endless/half-header': halfHeader,
    '/endless/unfinished': html('<p>Words already there.</p><img src="/endless/silent" alt="">'),
    '/endless/polling': html(
      `<p>Page that keeps asking.</p><script>setInterval(() => fetch('/endless/poll?' + Math.random()), 150)</script>`,
    ),
    '/endless/poll': ({ response }) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('nothing new'),
    '/endless/spin': html('<p>Page that hangs.</p><script>setTimeout(() => { for (;;); }, 100)</script>'),
  };
  const pages = {
    endlessScroll: page(`${main}/endless/scroll`, ['Start of the endless page.']),
    endlessStream: page(`${main}/endless/stream`, ['Page that never ends', 'Line 1.']),
    silent: page(`${main}/endless/silent`, []),
    halfHeader: page(`${main}/endless/half-header`, []),
    unfinished: page(`${main}/endless/unfinished`, ['Words already there.']),
    polling: page(`${main}/endless/polling`, ['Page that keeps asking.']),
    spinning: page(`${main}/endless/spin`, ['Page that hangs.']),
  };
  return { routes, pages };
}
