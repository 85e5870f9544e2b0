import { expect, test } from 'vitest';
import { choosePage, readPages } from './choose-page.ts';

const page = (url: string, at: string) => ({ url, at, title: '' });
const pages = [
  page('https://a.example/', '2018-01-01T00:00:00.000Z'),
  page('https://b.example/', '2018-02-01T00:00:00.000Z'),
  page('https://b.example/', '2018-03-01T00:00:00.000Z'),
];

test('the capture nearest to the moment asked for is shown, else the first page', () => {
  expect(choosePage(pages, { url: 'https://b.example/#part', at: '2018-02-20T00:00:00.000Z' })).toBe(pages[2]);
  expect(choosePage(pages, null)).toBe(pages[0]);
  expect(choosePage([], null)).toBeNull();
});

test('an address the archive does not name is asked for all the same', () => {
  const asked = { url: 'https://c.example/', at: '2018-02-20T00:00:00.000Z' };
  expect(choosePage(pages, asked)).toEqual(asked);
});

test('times are read however they are written; what is no page is left out', () => {
  const told = {
    pages: [
      { url: 'https://a.example/', ts: Date.UTC(2018, 0, 1), title: 'A' },
      { url: 'https://b.example/', ts: '20180102030405' },
      { url: 'https://c.example/', date: '2018-01-02T03:04:05Z', title: 7 },
      { url: 'javascript:alert(1)', ts: 1 },
      { url: 'https://d.example/', ts: 'never' },
      { url: 'https://e.example/', ts: 1e300 },
      null,
    ],
    total: 900,
  };
  expect(readPages(told)).toEqual({
    pages: [
      { url: 'https://a.example/', at: '2018-01-01T00:00:00.000Z', title: 'A' },
      { url: 'https://b.example/', at: '2018-01-02T03:04:05.000Z', title: '' },
      { url: 'https://c.example/', at: '2018-01-02T03:04:05.000Z', title: '' },
    ],
    total: 900,
  });
  expect(readPages({ error: 'not_found' })).toEqual({ pages: [], total: 0 });
});
