import { expect, test } from 'vitest';
import { WireHeads } from './wire-heads.ts';

test('each hop of a redirected request has its own heads, HTTP/1.1 as it was written', () => {
  const heads = new WireHeads();
  heads.take('Network.requestWillBeSentExtraInfo', { requestId: '1', headers: { Host: 'a' } });
  heads.take('Network.responseReceivedExtraInfo', { requestId: '1', statusCode: 302, headers: {}, headersText: 'HTTP/1.1 302 Found\r\nLocation: /b\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n' }); // prettier-ignore
  heads.take('Network.requestWillBeSentExtraInfo', { requestId: '1', headers: { Host: 'b', Cookie: 'a=1' } });
  heads.take('Network.responseReceivedExtraInfo', { requestId: '1', statusCode: 200, headers: { 'set-cookie': 'c=3\nd=4' } });
  expect(heads.requestAt('1', 1)).toEqual([['Host', 'b'], ['Cookie', 'a=1']]); // prettier-ignore
  expect(heads.responseAt('1', 0)).toEqual({
    status: 302,
    protocol: 'http/1.1',
    headers: [['Location', '/b'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']],
  }); // prettier-ignore
  expect(heads.responseAt('1', 1)).toEqual({ status: 200, protocol: null, headers: [['set-cookie', 'c=3'], ['set-cookie', 'd=4']] }); // prettier-ignore
  expect(heads.responseAt('1', 2)).toBeNull();
});
