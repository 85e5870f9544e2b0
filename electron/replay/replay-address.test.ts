import { expect, test } from 'vitest';
import { archivedAddress, momentOf, replayAddress } from './replay-address.ts';

const token = 'ab'.repeat(16);

test.each(['https://paper.example/', 'http://a.example/b?c=d&e=%D8%A7#f', 'https://a.example/w/archive/2018mp_/https://b.example/'])(
  '%s is found again in its replay address',
  (url) => {
    const at = '2018-10-03T12:34:56.000Z';
    expect(archivedAddress(token, replayAddress(token, { url, at }))).toEqual({ url, at });
    expect(archivedAddress(token, replayAddress(token, { url, at: null }))).toEqual({ url, at: null });
  },
);

test('the archive’s own hash in an address is passed by', () => {
  const address = `holdfast-replay://${token}/w/archive/:37a8ee/20181003123456mp_/https://paper.example/`;
  expect(archivedAddress(token, address)).toEqual({ url: 'https://paper.example/', at: '2018-10-03T12:34:56.000Z' });
});

test.each([
  `holdfast-replay://${token}/`,
  `holdfast-replay://${'cd'.repeat(16)}/w/archive/mp_/https://paper.example/`,
  `holdfast-replay://${token}/w/archive/mp_/blob:x/https://paper.example/`,
  `holdfast-replay://${token}/w/archive/mp_/javascript:alert(1)`,
  `holdfast-replay://${token}/w/other/mp_/https://paper.example/`,
  'https://paper.example/',
  'about:blank',
])('%s is no archived page', (address) => {
  expect(archivedAddress(token, address)).toBeNull();
});

test('digits that name no moment are none', () => {
  expect(momentOf('20181003123456')).toBe('2018-10-03T12:34:56.000Z');
  expect(momentOf('20181303123456')).toBeNull();
  expect(momentOf('2018')).toBeNull();
});
