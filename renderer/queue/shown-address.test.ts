import { expect, test } from 'vitest';
import { decodeReadable, shownAddress } from './shown-address.ts';

test('an address is shown with its host apart and its letters as letters', () => {
  expect(shownAddress('https://news.example:8080/%D8%AE%D8%A8%D8%B1?q=%D9%82#x')).toEqual({
    before: 'https://',
    host: 'news.example:8080',
    after: '/خبر?q=ق#x',
  });
  expect(shownAddress('http://a.example')).toEqual({ before: 'http://', host: 'a.example', after: '' });
  expect(shownAddress('no address')).toEqual({ before: '', host: 'no address', after: '' });
});

test('what would change the meaning or the line stays encoded', () => {
  expect(decodeReadable('/a%2Fb%20c%3Fd%25')).toBe('/a%2Fb%20c%3Fd%25');
  expect(decodeReadable('/%E2%80%AEexe.fdp')).toBe('/%E2%80%AEexe.fdp');
  expect(decodeReadable('/%FF%FE')).toBe('/%FF%FE');
  expect(decodeReadable('/100%')).toBe('/100%');
});
