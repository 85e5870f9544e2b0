import { expect, onTestFinished, test } from 'vitest';
import { send, serve, type Answering } from '../testing/timestamp-authority.ts';
import { askAuthority, LONGEST_REPLY } from './ask-authority.ts';

const never = new AbortController().signal;
const query = Buffer.from('a query');

async function asking(answering: Answering) {
  const server = await serve(answering);
  onTestFinished(server.close);
  return server;
}

const problemOf = async (answering: Answering) => {
  const answer = await askAuthority((await asking(answering)).url, query, never, 0.5);
  return 'problem' in answer ? answer.problem : null;
};

test('what is sent is the query and nothing else: no cookie, no name of this program, no second connection', async () => {
  const { url, heard } = await asking((_query, response) => send(response, Buffer.from('an answer')));
  expect(await askAuthority(url, query, never)).toEqual({ reply: Buffer.from('an answer') });
  expect(heard).toEqual([
    {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        'content-length': '7',
        accept: 'application/timestamp-reply',
        host: new URL(url).host,
        connection: 'close',
      },
      body: query,
    },
  ]);
});

test('an answer that is none is told by what it is', async () => {
  expect(await problemOf((_query, response) => response.writeHead(404).end('no'))).toEqual({ code: 'status', detail: '404' });
  expect(await problemOf((_query, response) => response.writeHead(503).end('later'))).toEqual({ code: 'busy', detail: '503' });
  const page = await problemOf((_query, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>'));
  expect(page).toEqual({ code: 'content-type', detail: 'text/html' });
  expect(await problemOf(() => {})).toEqual({ code: 'slow', detail: '0.5' });
  // One that begins and never ends is slow as well.
  expect(
    await problemOf((_query, response) => void response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).write('a')),
  ).toEqual({
    code: 'slow',
    detail: '0.5',
  });
  expect(await problemOf((_query, response) => send(response, Buffer.alloc(LONGEST_REPLY + 1)))).toEqual({
    code: 'too-large',
    detail: String(LONGEST_REPLY),
  });
});

test('a redirect is not followed, wherever it leads', async () => {
  const elsewhere = await asking((_query, response) => send(response, Buffer.from('from elsewhere')));
  for (const status of [301, 302, 303, 307, 308]) {
    expect(await problemOf((_query, response) => response.writeHead(status, { location: elsewhere.url }).end())).toEqual({
      code: 'redirect',
      detail: elsewhere.url,
    });
  }
  expect(elsewhere.heard).toEqual([]);
});

test('nobody there, and asking that is broken off', async () => {
  const { url, close } = await serve(() => {});
  await close();
  expect(await askAuthority(url, query, never)).toEqual({ problem: { code: 'unreachable', detail: 'ECONNREFUSED' } });
  const silent = await asking(() => {});
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await expect(askAuthority(silent.url, query, stop.signal)).rejects.toThrow();
});
