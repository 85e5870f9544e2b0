import { describe, expect, test } from 'vitest';
import { decodeQuotedPrintable, readMimeMessage } from '#engine/snapshot/mime-message.ts';
import { cleanDeep, cleanText } from './clean-text.ts';
import { maskPdf } from './mask-pdf.ts';
import { redactMhtml } from './redact-mhtml.ts';
import { allVariants, looksLikeToken, looksSecret, variantsOf } from './secret-values.ts';
import { redactUrl } from '../../capture/recorder/redact.ts';

const token = 'tk-9f8e7d6c5b4a39281706f5e4d3c2b1a0';
const marks = { parameters: ['token'], values: allVariants([token]) };

describe('a text', () => {
  test.each([
    ['<a href="/a?id=7&amp;token=abc123&amp;x=1">', '<a href="/a?id=7&amp;token=%5Bwithheld%5D&amp;x=1">'],
    ["url('/a?token=abc') url(/b?token=abc)", "url('/a?token=%5Bwithheld%5D') url(/b?token=%5Bwithheld%5D)"],
    ['{"next":"\\/a?x=1\\u0026token=abc\\u0026y=2"}', '{"next":"\\/a?x=1\\u0026token=%5Bwithheld%5D\\u0026y=2"}'],
    ['/login?next=%2Fa%3Ftoken%3Dabc%26y%3D2', '/login?next=%2Fa%3Ftoken%3D%255Bwithheld%255D%26y%3D2'],
    ['a token=abc that is no parameter, ?mytoken=abc', 'a token=abc that is no parameter, ?mytoken=abc'],
    [`the value ${token} in words`, 'the value [withheld] in words'],
  ])('%s', (given, clean) => {
    expect(cleanText(given, marks).text).toBe(clean);
    expect(cleanText(clean, marks).names, 'cleaning twice finds nothing more').toEqual([]);
  });

  test('an address is cleaned alike in a page and in an exchange, so that links still lead into the archive', () => {
    const address = `https://site.example/a?token=${token}&id=7#token=${token}`;
    expect(cleanText(address, marks).text).toBe(redactUrl(address, marks).text);
  });

  test('every string inside a value is cleaned, and nothing else changes', () => {
    const given = { url: '/a?token=abc', list: [['x', `v ${token}`]], count: 3, none: null };
    expect(cleanDeep(given, marks)).toEqual({
      value: { url: '/a?token=%5Bwithheld%5D', list: [['x', 'v [withheld]']], count: 3, none: null },
      names: ['token', 'value'],
    });
  });
});

describe('values', () => {
  test('every form of a password is known', () => {
    const password = 'Ra qqa&"ü1236';
    const forms = [
      password,
      encodeURIComponent(password),
      new URLSearchParams({ p: password }).toString().slice(2),
      JSON.stringify(password).slice(1, -1),
      Buffer.from(password).toString('latin1'),
    ];
    for (const form of forms) expect(variantsOf(password)).toContain(form);
  });

  test('words and numbers are not taken for secrets', () => {
    expect(['1236', 'graves', 'reconstruction-committee', '2018-10-03T09:00', 'some words 123'].filter((one) => looksSecret(one))).toEqual(
      [],
    );
    expect(looksSecret(token)).toBe(true);
    expect(['token', 'access_token', 'sig', 'sid', 'X-Amz-Signature', 'state', 'code'].every(looksLikeToken)).toBe(true);
    expect(['id', 'page', 'q', 'lang', 'keyword'].some(looksLikeToken)).toBe(false);
  });
});

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64').toString('base64');
const mhtml = (html: string) =>
  Buffer.from(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: https://site.example/a?token=${token}`,
      `Subject: =?utf-8?Q?=D8=A7_${token}?=`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B--x----"',
      '',
      '',
      '------B--x----',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      `Content-Location: https://site.example/a?token=${token}`,
      '',
      html,
      '------B--x----',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://site.example/p.png',
      '',
      pixel,
      '',
      '------B--x------',
      '',
    ].join('\r\n'),
    'latin1',
  );

describe('a page in MHTML', () => {
  const split = `<html><body><p>=D8=B1 number =3D 1,236</p><a href=3D"https://site.example/b?token=3D${token.slice(0, 9)}=\r\n${token.slice(9)}&amp;x=3D1">b</a>\r\n</body></html>`;

  test('loses a value that a soft line break splits, its headers and its title, and keeps everything else', () => {
    const { bytes, names } = redactMhtml(mhtml(split), marks);
    const parts = readMimeMessage(bytes).parts;
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(bytes.toString('latin1').replaceAll('=\r\n', '')).not.toContain(token);
    expect(parts[0]?.bytes.toString()).toBe(
      '<html><body><p>ر number = 1,236</p><a href="https://site.example/b?token=%5Bwithheld%5D&amp;x=1">b</a>\r\n</body></html>',
    );
    expect(parts[0]?.headers.get('content-location')).toBe('https://site.example/a?token=%5Bwithheld%5D');
    expect(parts[1]?.bytes.toString('base64')).toBe(pixel);
    expect(bytes.toString('latin1').split('\r\n').every((line) => line.length <= 76 || !line.startsWith('<'))).toBe(true); // prettier-ignore
  });

  test('in which nothing stands is the same bytes', () => {
    const none = { parameters: ['other'], values: [] };
    expect(redactMhtml(mhtml(split), none)).toEqual({ bytes: mhtml(split), names: [] });
  });

  test('long lines stay within the length of the standard and decode to the same', () => {
    const long = `${'=D8=B1'.repeat(40)} ?token=3Dabc ${'x'.repeat(300)} `.replace(/(.{70})/g, '$1');
    const { bytes } = redactMhtml(mhtml(long), marks);
    const body = readMimeMessage(bytes).parts[0]?.bytes.toString() ?? '';
    const before = decodeQuotedPrintable(Buffer.from(long, 'latin1')).toString();
    expect(body.trimEnd()).toBe(before.replace('?token=abc', '?token=%5Bwithheld%5D').trimEnd());
  });
});

test('a PDF keeps its length when a value in it is masked', () => {
  const wide = Buffer.from(token, 'utf16le').swap16();
  const pdf = Buffer.concat([
    Buffer.from(`%PDF-1.4 /URI (https://a/?sid=abc123&b=1) /URI (https://a/?token=${token}) /Title <`),
    wide,
    Buffer.from('> end'),
  ]);
  const { bytes, count } = maskPdf(pdf, { parameters: ['sid'], values: [token] });
  expect([bytes.length, count]).toEqual([pdf.length, 3]);
  expect(bytes.includes('?sid=******&b=1')).toBe(true);
  expect(bytes.includes(token) || bytes.includes(wide)).toBe(false);
  expect(bytes.toString('latin1').endsWith('> end')).toBe(true);
});
