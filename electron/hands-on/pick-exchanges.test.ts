import { expect, test } from 'vitest';
import type { Exchange } from '#shared/model/exchange.ts';
import { wantedOf, withoutDoubles } from './pick-exchanges.ts';

const one = (page: number, url: string, over: Partial<Exchange> = {}): Exchange => ({
  url,
  method: 'GET',
  startedAt: '2018-10-03T09:00:00.000Z',
  resourceType: 'Image',
  asker: 'page',
  asked: 'by-page',
  page,
  request: { headers: [], body: null },
  response: null,
  remoteAddress: null,
  failure: null,
  ...over,
});

test('the archive of a page holds its own, what it borrows of its own site, and no other page', () => {
  const wanted = wantedOf(
    2,
    'https://a.example/members',
    new Set(['https://a.example/p.png', 'https://a.example/login', 'https://b.example/p.png']),
  );
  const cases: [Exchange, boolean][] = [
    [one(2, 'https://anywhere.example/x'), true],
    [one(1, 'https://a.example/p.png'), true],
    [one(1, 'https://a.example/p.png#part'), true],
    [one(1, 'https://a.example/other.png'), false],
    [one(1, 'https://b.example/p.png'), false],
    [one(1, 'https://a.example/login', { resourceType: 'Document' }), false],
    [one(1, 'https://a.example/p.png', { method: 'POST' }), false],
    [one(1, 'https://a.example/worker.js', { asker: 'service_worker', resourceType: 'Script' }), true],
  ];
  for (const [exchange, expected] of cases) expect(wanted(exchange), exchange.url).toBe(expected);
});

test('what the page brought itself is not borrowed too', () => {
  const all = [one(1, 'https://a/p.png'), one(1, 'https://a/q.png'), one(2, 'https://a/p.png')];
  expect(withoutDoubles(all, 2).map(({ page, url }) => `${page} ${url}`)).toEqual(['1 https://a/q.png', '2 https://a/p.png']);
});
