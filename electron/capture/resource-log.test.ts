import { describe, expect, it } from 'vitest';
import { ResourceLog } from './resource-log.ts';

describe('what a page asked for', () => {
  it('is told apart: kept, failed, refused, given up', () => {
    const log = new ResourceLog();
    for (const id of [1, 2, 3, 4, 5]) log.began(id);
    expect(log.busy(5000)).toBe(5);
    log.completed(1, 'https://a/ok.png', 200, []);
    log.completed(2, 'https://a/gone.png', 404, []);
    log.lost(3, 'https://a/down.png', 'net::ERR_CONNECTION_RESET');
    log.lost(4, 'https://a/video', 'net::ERR_ABORTED');
    log.refused('https://a/pop', 'popup');
    expect(log.busy(5000)).toBe(1);
    expect(log.busy(0)).toBe(0);
    expect(log.resources()).toEqual({
      kept: 1,
      asked: ['https://a/ok.png'],
      failed: [
        { url: 'https://a/gone.png', reason: 'HTTP 404' },
        { url: 'https://a/down.png', reason: 'ERR_CONNECTION_RESET' },
      ],
      blocked: [{ url: 'https://a/pop', reason: 'popup' }],
    });
  });

  it('yields one clock reading a host', () => {
    const log = new ResourceLog();
    log.completed(1, 'https://a/1', 200, ['Mon, 23 Nov 2026 00:00:00 GMT']);
    log.completed(2, 'https://a/2', 200, ['Mon, 23 Nov 2026 00:00:01 GMT']);
    log.completed(3, 'https://b/', 404, ['Mon, 23 Nov 2026 00:00:02 GMT']);
    expect(log.clock.map(({ url, serverDate }) => [url, serverDate.slice(17, 25)])).toEqual([
      ['https://a/1', '00:00:00'],
      ['https://b/', '00:00:02'],
    ]);
  });

  it('stays bounded on a page that never ends', () => {
    const log = new ResourceLog();
    for (let id = 0; id < 3000; id++) log.completed(id, `https://h${id}/${'x'.repeat(3000)}`, 500, ['d']);
    const { failed } = log.resources();
    expect(failed.length).toBe(500);
    expect(failed[0]?.url.length).toBeLessThan(2010);
    expect(log.clock.length).toBe(20);
  });
});
