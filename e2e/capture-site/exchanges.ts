import { setTimeout as sleep } from 'node:timers/promises';
import { html, page } from './answers.ts';
import type { Answer, Exchange, Origins, Routes } from './site-types.ts';

/** Words that must not stand in an archive from which secrets are kept out. */
export const secrets = { bearer: 'bearer-5be1c0ffee', urlToken: 'token-0ddba11', cookie: 'cookie-f005ba11' };

const plain =
  (words: string, headers: Record<string, string> = {}) =>
  ({ response }: Exchange): void =>
    void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(words);

const cors = (origin: string) => ({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-answer' });
/** A header value as its UTF-8 bytes, which Node writes as if they were Latin-1. */
const utf8 = (words: string) => Buffer.from(words).toString('latin1');

const events: Answer = async ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  for (let event = 1; event <= 3; event += 1) {
    response.write(`data: Event ${event}.\n\n`);
    await sleep(50);
  }
  // Left open, as such streams are: the page closes it.
};

/** The page puts its credential together itself, so that it stands in no answer's body. */
const code = ({ other }: Origins) => `
  const say = (words) => document.body.append(Object.assign(document.createElement('p'), { textContent: words }));
  const text = async (path, init) => say(await (await fetch(path, init)).text());
  await new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/exchanges/post');
    request.setRequestHeader('content-type', 'application/json');
    request.onload = () => { say(request.responseText); done(); };
    request.send(JSON.stringify({ question: 'how many' }));
  });
  await text('/exchanges/form', { method: 'POST', body: new URLSearchParams({ answer: '1236' }) });
  await text('${other}/exchanges/cors', { method: 'PUT', headers: { 'x-question': 'why' }, body: 'put body' });
  say('HEAD said ' + (await fetch('/exchanges/head', { method: 'HEAD' })).headers.get('x-answer') + '.');
  say('No content: ' + (await fetch('/exchanges/empty')).status + '.');
  await text('/exchanges/tagged');
  await text('/exchanges/tagged', { cache: 'no-cache' });
  await text('/exchanges/headers');
  await text('/exchanges/authorized', { headers: { authorization: 'Bearer ' + '${[...secrets.bearer].reverse().join('')}'.split('').reverse().join('') } });
  await text('/exchanges/token?access_token=${secrets.urlToken}&x=1');
  await new Promise((done) => {
    const source = new EventSource('/exchanges/events');
    source.onmessage = ({ data }) => { say(data); if (data === 'Event 3.') { source.close(); done(); } };
    source.onerror = () => { source.close(); done(); };
  });
  say('All exchanges done.');`;

/** A page that uses HTTP in every way a page can: methods, bodies, preflight, streams, validators, odd headers, secrets. */
export function exchanges(origins: Origins) {
  const { main, other } = origins;
  const routes: Routes = {
    '/exchanges/page': html(`<h1>Exchanges</h1><script type="module">${code(origins)}</script>`),
    '/exchanges/post': (exchange) => plain(`Posted: ${(JSON.parse(exchange.body.toString()) as { question: string }).question}.`)(exchange),
    '/exchanges/form': (exchange) => plain(`Form said ${exchange.body.toString()}.`)(exchange),
    '/exchanges/cors': (exchange) => {
      const { request, response, body } = exchange;
      if (request.method !== 'OPTIONS') return plain(`Cross-origin ${request.method} of ${body.toString()}.`, cors(main))(exchange);
      response.writeHead(204, { ...cors(main), 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': 'x-question' }).end();
    },
    '/exchanges/head': plain('', { 'x-answer': 'head answered' }),
    '/exchanges/empty': ({ response }) => void response.writeHead(204).end(),
    '/exchanges/tagged': (exchange) => {
      const same = exchange.request.headers['if-none-match'] === '"tag-1"';
      if (same) return void exchange.response.writeHead(304, { etag: '"tag-1"' }).end();
      plain('Tagged words.', { etag: '"tag-1"', 'cache-control': 'max-age=3600' })(exchange);
    },
    '/exchanges/headers': ({ response }) => {
      const pairs = ['X-Twice', 'first', 'X-Twice', 'second', 'X-Latin', 'caf\u00e9', 'X-Utf8', utf8('الرقة'), 'X-CaSe', 'kept'];
      const cookies = ['Set-Cookie', `secret=${secrets.cookie}; Path=/exchanges`, 'Set-Cookie', 'second=2; Path=/exchanges'];
      response.writeHead(200, 'Fine', ['Content-Type', 'text/plain', ...pairs, ...cookies]).end('Headers sent.');
    },
    '/exchanges/authorized': (exchange) =>
      plain(exchange.request.headers.authorization === `Bearer ${secrets.bearer}` ? 'Authorized words.' : 'No authorization.')(exchange),
    '/exchanges/token': plain('Words behind a token.'),
    '/exchanges/events': events,
  };
  const text = [
    'Posted: how many.',
    'Form said answer=1236.',
    'Cross-origin PUT of put body.',
    'HEAD said head answered.',
    'No content: 204.',
    'Tagged words.',
    'Headers sent.',
    'Authorized words.',
    'Words behind a token.',
    'Event 3.',
    'All exchanges done.',
  ];
  const names = [
    'post',
    'form',
    'head',
    'empty',
    'tagged',
    'headers',
    'authorized',
    'events',
    `token?access_token=${secrets.urlToken}&x=1`,
  ];
  const asks = [...names.map((name) => `${main}/exchanges/${name}`), `${other}/exchanges/cors`];
  return { routes, pages: { exchanges: page(`${main}/exchanges/page`, text, { asks }) } };
}
