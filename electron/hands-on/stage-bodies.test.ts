import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Exchange, HeaderPairs } from '#shared/model/exchange.ts';
import { stageBodies } from './stage-bodies.ts';

const token = 'tk-1236-raqqa';
const withholding = { parameters: ['token'], values: [token] };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-stage-'));
  await Promise.all(['keep-1', 'keep-2'].map((name) => mkdir(join(folder, name))));
});
afterEach(() => rm(folder, { recursive: true }));

async function answered(name: string, bytes: string | Buffer, type: string, over: Partial<Exchange> = {}): Promise<Exchange> {
  await writeFile(join(folder, name), bytes);
  const headers: HeaderPairs = [['Content-Type', type]];
  return {
    url: `https://a.example/${name}?token=abc`,
    method: 'GET',
    startedAt: '2018-10-03T09:00:00.000Z',
    resourceType: 'Fetch',
    asker: 'page',
    asked: 'by-page',
    page: 1,
    request: { headers: [], body: null },
    response: { status: 200, statusText: 'OK', protocol: 'h2', headers, body: { name, size: Buffer.byteLength(bytes) }, truncated: null },
    remoteAddress: null,
    failure: null,
    ...over,
  };
}

test('text is cleaned into a copy, other bytes are linked, and the sitting can be kept from again', async () => {
  const binary = Buffer.concat([Buffer.from([0, 255, 0]), Buffer.from(token)]);
  const exchanges = [await answered('body-0', `{"t":"${token}","ع":1}`, 'application/json'), await answered('body-1', binary, 'image/png')];
  for (const keep of ['keep-1', 'keep-2']) {
    const to = join(folder, keep);
    const staged = await stageBodies(exchanges, [], { from: folder, to, withholding });
    const [text, image] = staged.exchanges;
    const json = await readFile(join(to, text?.response?.body?.name ?? ''), 'utf8');
    expect(json).toBe('{"t":"[withheld]","ع":1}');
    expect(text?.response?.body?.size).toBe(Buffer.byteLength(json));
    expect(text?.url).toBe('https://a.example/body-0?token=%5Bwithheld%5D');
    expect(await readFile(join(to, image?.response?.body?.name ?? ''))).toEqual(binary);
    expect((await stat(join(folder, 'body-1'))).nlink).toBeGreaterThan(1);
    expect(staged.redactions.map(({ where }) => where).sort()).toEqual(['record', 'record', 'response-body']);
  }
  await rm(join(folder, 'keep-1'), { recursive: true });
  expect(await readFile(join(folder, 'body-0'), 'utf8')).toContain(token);
});

test('a request that carried a password is kept without its body', async () => {
  const posted = await answered('body-0', 'ok', 'text/plain');
  await writeFile(join(folder, 'body-9'), 'user=analyst&password=[withheld]');
  posted.request.body = { name: 'body-9', size: 32 };
  const known = [{ where: 'request-body' as const, name: 'password', url: posted.url }];
  const to = join(folder, 'keep-1');
  const { exchanges, redactions } = await stageBodies([posted], known, { from: folder, to, withholding });
  expect(await readFile(join(to, exchanges[0]?.request.body?.name ?? ''), 'utf8')).toBe('[withheld]');
  expect(redactions.filter(({ where }) => where === 'request-body').length).toBe(2);
  for (const name of await readdir(to)) expect(await readFile(join(to, name), 'utf8')).not.toContain('analyst');
});

test('of a body that still comes no more is taken than was told', async () => {
  const growing = await answered('body-0', Buffer.from([0, 1, 2, 3, 4, 5]), 'video/mp4');
  growing.response!.body = { name: 'body-0', size: 4 };
  growing.response!.truncated = 'time';
  const to = join(folder, 'keep-1');
  await stageBodies([growing], [], { from: folder, to, withholding });
  expect(await readFile(join(to, 'body-0'))).toEqual(Buffer.from([0, 1, 2, 3]));
});
