import { describe, expect, it } from 'vitest';
import { MainExchangeLog } from './main-exchange.ts';
import { pairsOf } from './recorder/wire-heads.ts';

const sent = (requestId: string, url: string, extra: object = {}) => ({
  requestId,
  loaderId: requestId,
  frameId: 'F',
  type: 'Document',
  request: { url, headers: { A: '1' } },
  ...extra,
});
const response = (url: string, status: number) => ({
  url,
  status,
  headers: { B: '2' },
  remoteIPAddress: '::1',
  remotePort: 443,
  securityDetails: { protocol: 'TLS 1.3', cipher: 'AES' },
});

function logOf(...events: [string, Record<string, unknown>][]): MainExchangeLog {
  const log = new MainExchangeLog('F');
  for (const [method, params] of events) log.take(`Network.${method}`, params);
  return log;
}

describe('the exchange that brought the page', () => {
  it('is followed through redirects of the server, with the headers on the wire', () => {
    const log = logOf(
      ['requestWillBeSent', sent('1', 'https://a/')],
      ['requestWillBeSent', sent('1', 'https://b/', { redirectResponse: response('https://a/', 301) })],
      ['requestWillBeSentExtraInfo', { requestId: '1', headers: { Host: 'b' } }],
      ['responseReceived', { requestId: '1', response: response('https://b/', 200) }],
      ['responseReceivedExtraInfo', { requestId: '1', headers: { 'set-cookie': 'a=1\nb=2' } }],
    );
    expect(log.redirects).toEqual([{ url: 'https://a/', status: 301, location: 'https://b/' }]);
    expect(log.current).toMatchObject({
      url: 'https://b/',
      status: 200,
      remoteAddress: '[::1]:443',
      tls: { protocol: 'TLS 1.3', cipher: 'AES' },
      requestHeaders: { Host: 'b' },
    });
    expect(pairsOf(log.current?.responseHeaders ?? {})).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  it('is followed when the page itself moves on', () => {
    const log = logOf(
      ['requestWillBeSent', sent('1', 'https://a/')],
      ['responseReceived', { requestId: '1', response: response('https://a/', 200) }],
      ['requestWillBeSent', sent('2', 'https://b/')],
    );
    expect(log.redirects).toEqual([{ url: 'https://a/', status: 200, location: 'https://b/' }]);
    expect(log.current?.url).toBe('https://b/');
  });

  it('stays with the page when a move comes to nothing, as a download does', () => {
    const log = logOf(
      ['requestWillBeSent', sent('1', 'https://a/')],
      ['responseReceived', { requestId: '1', response: response('https://a/', 200) }],
      ['requestWillBeSent', sent('2', 'https://a/file.zip')],
      ['loadingFailed', { requestId: '2', canceled: true }],
    );
    expect(log.redirects).toEqual([]);
    expect(log.current).toMatchObject({ url: 'https://a/', status: 200 });
  });

  it('is not confused by frames and what else the page asks for', () => {
    const log = logOf(
      ['requestWillBeSent', sent('1', 'https://a/')],
      ['requestWillBeSent', sent('2', 'https://frame/', { frameId: 'G' })],
      ['requestWillBeSent', { ...sent('3', 'https://a/x.js'), loaderId: '1', type: 'Script' }],
      ['responseReceived', { requestId: '3', response: response('https://a/x.js', 200) }],
    );
    expect(log.current).toMatchObject({ url: 'https://a/', status: null });
  });
});
