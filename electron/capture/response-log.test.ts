import { expect, it } from 'vitest';
import { ResponseLog } from './response-log.ts';

it('knows the requests of what a page shows, and of nothing else', () => {
  const log = new ResponseLog();
  const arrived = (requestId: string, type: string, url: string) =>
    log.take('Network.responseReceived', { requestId, type, response: { url } });
  arrived('1', 'Font', 'https://a/serif.woff2');
  arrived('2', 'Script', 'https://a/app.js');
  log.take('Network.loadingFinished', { requestId: '3' });
  expect(log.requestOf('https://a/serif.woff2')).toBe('1');
  expect(log.requestOf('https://a/app.js')).toBeUndefined();
});
