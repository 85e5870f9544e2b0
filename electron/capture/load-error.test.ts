import { describe, expect, it } from 'vitest';
import { loadError, statusError } from './load-error.ts';

describe('why a page did not load', () => {
  it.each([
    ['ERR_CONNECTION_REFUSED', 'url-refused'],
    ['ERR_NAME_NOT_RESOLVED', 'url-refused'],
    ['ERR_ADDRESS_UNREACHABLE', 'url-refused'],
    ['ERR_UNSAFE_PORT', 'url-refused'],
    ['ERR_INTERNET_DISCONNECTED', 'url-refused'],
    ['ERR_TIMED_OUT', 'url-timeout'],
    ['ERR_CONNECTION_TIMED_OUT', 'url-timeout'],
    ['ERR_CERT_AUTHORITY_INVALID', 'url-certificate'],
    ['ERR_SSL_PROTOCOL_ERROR', 'url-certificate'],
    ['ERR_TOO_MANY_REDIRECTS', 'url-failed'],
    ['ERR_EMPTY_RESPONSE', 'url-failed'],
  ])('%s is %s and names the address', (reason, code) => {
    expect(loadError(reason, 'https://a.example/', 60)).toMatchObject({
      code,
      facts: { url: 'https://a.example/' },
    });
  });

  it('tells pages from refusals by status', () => {
    expect([200, 203, 206, 304].map((status) => statusError(status, 'u'))).toEqual([null, null, null, null]);
    expect([204, 401, 403, 500, 503].map((status) => statusError(status, 'u')?.code)).toEqual(Array(5).fill('url-status'));
    expect([404, 410].map((status) => statusError(status, 'u')?.code)).toEqual(['url-not-found', 'url-not-found']);
    expect(statusError(404, 'u')?.facts).toEqual({ url: 'u', status: 404 });
  });
});
