import { describe, expect, it } from 'vitest';
import { parseUrlList } from './url-list.ts';

const fates = (text: string, kind?: 'text' | 'csv') =>
  parseUrlList(text, kind).map(({ url, error }) => (error === null ? url : `${error.code} ${url}`));

describe('a pasted list', () => {
  it('takes one address a line, whatever the line ends, and passes over blanks and remarks', () => {
    const text = '\uFEFFhttps://a.example/1\r\n\r\n# a remark\n  https://a.example/2  \rhttp://b.example/3,4;5\n\n';
    expect(fates(text)).toEqual(['https://a.example/1', 'https://a.example/2', 'http://b.example/3,4;5']);
    expect(parseUrlList(text).map(({ line, host }) => [line, host])).toEqual([
      [1, 'a.example'],
      [4, 'a.example'],
      [5, 'b.example'],
    ]);
  });

  it('keeps addresses as they were asked and tells the host as the network knows it', () => {
    const [listed] = parseUrlList('https://مثال.example/خبر?ق=1');
    expect(listed).toMatchObject({ url: 'https://مثال.example/خبر?ق=1', host: 'xn--mgbh0fb.example' });
  });

  it('finds the address among words and cells pasted from a spreadsheet', () => {
    expect(fates('the report\thttps://a.example/1\t2018')).toEqual(['https://a.example/1']);
    expect(fates('look here: https://a.example/1 it is gone soon')).toEqual(['https://a.example/1']);
    expect(fates('"https://a.example/1","Three graves, Raqqa"')).toEqual(['https://a.example/1']);
  });

  it.each([
    ['file:///etc/passwd', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['data:text/html,x', 'url-scheme'],
    ['chrome://settings', 'url-scheme'],
    ['view-source:https://a.example/', 'url-scheme'],
    ['holdfast-app://app/', 'url-scheme'],
    ['holdfast-blob://blob/x', 'url-scheme'],
    ['news.example', 'url-invalid'],
    ['www.news.example/a', 'url-invalid'],
    ['not an address', 'url-invalid'],
    [`https://a.example/${'x'.repeat(9000)}`, 'url-invalid'],
  ])('refuses %s as %s', (line, code) => {
    expect(parseUrlList(line)[0]?.error?.code).toBe(code);
  });
});

describe('an imported table', () => {
  it('takes the first cell that looks like an address, and passes over the heading', () => {
    const csv = 'title,link,archived\n"Graves, three",https://a.example/1,https://archive.example/1\nNote: none,,\n';
    expect(fates(csv, 'csv')).toEqual(['https://a.example/1', 'url-invalid Note: none,,']);
  });

  it('reads what its heading is separated by', () => {
    expect(fates('link;title\nhttps://a.example/1,2;x', 'csv')).toEqual(['https://a.example/1,2']);
    expect(fates('link\ttitle\nhttps://a.example/1;2\tx', 'csv')).toEqual(['https://a.example/1;2']);
    expect(fates('https://a.example/1', 'csv')).toEqual(['https://a.example/1']);
    expect(fates('"a ""quoted"" cell","https://a.example/1', 'csv')).toEqual(['https://a.example/1']);
  });
});

it('reads ten thousand lines in well under a second', () => {
  const text = Array.from({ length: 10_000 }, (_, n) => `https://host${n % 50}.example/page/${n}`).join('\n');
  const start = performance.now();
  expect(parseUrlList(text)).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(1000);
});
