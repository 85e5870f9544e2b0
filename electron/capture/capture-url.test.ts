import { describe, expect, it } from 'vitest';
import { HoldfastError } from '#shared/errors.ts';
import { isFetchable, isPageAddress, parseCaptureUrl } from './capture-url.ts';

function codeOf(address: string): string {
  try {
    return parseCaptureUrl(address).href;
  } catch (error) {
    return error instanceof HoldfastError ? error.code : String(error);
  }
}

describe('the address of a capture', () => {
  it.each([
    ['https://news.example/a?b#c', 'https://news.example/a?b#c'],
    ['  http://127.0.0.1:8080/  ', 'http://127.0.0.1:8080/'],
    ['https://مثال.example/خبر', 'https://xn--mgbh0fb.example/%D8%AE%D8%A8%D8%B1'],
    ['', 'url-invalid'],
    ['news.example', 'url-invalid'],
    ['news.example:8080/a', 'url-invalid'],
    ['localhost:8080', 'url-invalid'],
    ['http://', 'url-invalid'],
    ['https://a b/', 'url-invalid'],
    ['file:///etc/passwd', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['data:text/html,x', 'url-scheme'],
    ['chrome://settings', 'url-scheme'],
    ['holdfast-blob://blob/x', 'url-scheme'],
    ['ftp://h/x', 'url-scheme'],
    ['blob:https://h/x', 'url-scheme'],
  ])('%s is %s', (address, expected) => {
    expect(codeOf(address)).toBe(expected);
  });

  it('keeps a page under capture to the web', () => {
    expect(['http://a/', 'wss://a/', 'data:,x', 'about:blank'].every(isFetchable)).toBe(true);
    expect(['file:///x', 'holdfast-app://app/', 'holdfast-blob://blob/x', 'chrome://gpu', 'x'].some(isFetchable)).toBe(false);
    expect(['data:,x', 'about:blank', 'mailto:a@b'].some(isPageAddress)).toBe(false);
  });
});
