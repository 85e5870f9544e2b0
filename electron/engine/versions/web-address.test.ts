import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

const same: [string, string][] = [
  ['https://Example.ORG:443/a', 'https://example.org/a'],
  ['http://example.org:80', 'http://example.org/'],
  ['https://example.org/a#part', 'https://example.org/a'],
  ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
  ['https://example.org/a?id=7&fbclid=abc', 'https://example.org/a?id=7'],
  ['https://example.org/a?', 'https://example.org/a'],
  ['https://example.org/b/../a', 'https://example.org/a'],
  ['https://user:word@example.org/a', 'https://example.org/a'],
  ['https://example.org/رقة', 'https://example.org/%D8%B1%D9%82%D8%A9'],
];
test.each(same)('%s is %s', (url, address) => expect(webAddress(url)).toBe(address));

const apart: [string, string][] = [
  ['http://example.org/a', 'https://example.org/a'],
  ['https://www.example.org/a', 'https://example.org/a'],
  ['https://example.org/a/', 'https://example.org/a'],
  ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
  ['https://example.org/a?x=1&y=2', 'https://example.org/a?y=2&x=1'],
  ['https://example.org/a?utm_source=x&id=1', 'https://example.org/a?id=1'],
];
test.each(apart)('%s is not %s', (one, other) => expect(webAddress(one)).not.toBe(webAddress(other)));

test.each(['', 'no address', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'holdfast-app://app/'])('%s is none', (url) =>
  expect(webAddress(url)).toBeNull(),
);

test('an address is its own address', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const address = webAddress(url);
      expect(address).not.toBeNull();
      expect(webAddress(address ?? '')).toBe(address);
    }),
    { numRuns: 2000, examples: [['http://a.aa??'], ['http://a.aa?&'], ['http://a.aa/?utm_a=1&?']] },
  );
});
