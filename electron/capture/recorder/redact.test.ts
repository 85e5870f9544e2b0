import { expect, test } from 'vitest';
import type { Exchange } from '#shared/model/exchange.ts';
import { redactBody, redactExchange } from './redact.ts';

const none = { parameters: [], values: [] };
const given: Exchange = {
  url: 'https://site.example/page?token=abc123&id=7',
  method: 'GET',
  startedAt: '2018-10-03T09:00:00.123Z',
  resourceType: 'Document',
  asker: 'page',
  asked: 'by-page',
  page: 0,
  request: {
    headers: [
      ['Cookie', 'sid=s3cr3t; theme=dark'],
      ['Authorization', 'Bearer eyJhbGciOi'],
      ['Referer', 'https://site.example/?token=abc123'],
      ['Accept', '*/*'],
    ],
    body: null,
  },
  response: { status: 200, statusText: 'OK', protocol: 'h2', headers: [['Set-Cookie', 'sid=n3w; Path=/; HttpOnly']], body: null, truncated: null },
  remoteAddress: null,
  failure: null,
}; // prettier-ignore

test('values of cookies and credentials are withheld, names stay, and each is logged', () => {
  const { exchange, redactions } = redactExchange(given, none);
  expect(exchange.request.headers).toEqual([
    ['Cookie', 'sid=[withheld]; theme=[withheld]'],
    ['Authorization', 'Bearer [withheld]'],
    ['Referer', 'https://site.example/?token=abc123'],
    ['Accept', '*/*'],
  ]);
  expect(exchange.response?.headers).toEqual([['Set-Cookie', 'sid=[withheld]; Path=/; HttpOnly']]);
  expect(redactions.map(({ where, name }) => [where, name])).toEqual([
    ['request-header', 'Cookie: sid, theme'],
    ['request-header', 'Authorization'],
    ['response-header', 'Set-Cookie: sid'],
  ]);
  expect(JSON.stringify(exchange)).not.toMatch(/s3cr3t|eyJ|n3w/);
});

test('a marked parameter is withheld in every address, a marked value wherever it stands', () => {
  const marked = redactExchange(given, { parameters: ['token'], values: [] });
  expect(marked.exchange.url).toBe('https://site.example/page?token=%5Bwithheld%5D&id=7');
  expect(JSON.stringify(marked.exchange)).not.toContain('abc123');
  expect(JSON.stringify(redactExchange(given, { parameters: [], values: ['abc123'] }))).not.toContain('abc123');
});

test.each([
  ['application/x-www-form-urlencoded', 'user=analyst&password=hunter%202&x=1', 'user=analyst&password=%5Bwithheld%5D&x=1'],
  [
    'application/json; charset=utf-8',
    '{"user":"analyst","password": "hun\\"ter","n":1}',
    '{"user":"analyst","password": "[withheld]","n":1}',
  ],
  [
    'multipart/form-data; boundary=B',
    '--B\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter\r\n--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--',
    '--B\r\nContent-Disposition: form-data; name="password"\r\n\r\n[withheld]\r\n--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--',
  ],
])('a password in a %s body is withheld', (type, body, clean) => {
  expect(redactBody(body, type, none)).toEqual({ text: clean, names: ['password'] });
});

test('a body without secrets stays as it was', () => {
  expect(redactBody('q=three+graves&page=2', 'application/x-www-form-urlencoded', none)).toBeNull();
});
