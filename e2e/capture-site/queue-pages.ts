import { setTimeout as sleep } from 'node:timers/promises';
import { bytes, html } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Origins, Routes } from './site-types.ts';

/** Small pages by number at `/queue/N`; `?delay=MS` makes one slow to answer. */
export const queueRoutes: Routes = {
  '/queue/*': async (exchange) => {
    const { url } = exchange;
    if (url.pathname.endsWith('.png')) return bytes(noisePng(Number.parseInt(url.pathname.slice(7), 10)), 'image/png')(exchange);
    const number = url.pathname.slice('/queue/'.length);
    await sleep(Number(url.searchParams.get('delay')));
    await html(`<h1>Queued page ${number}</h1><p>Words of page ${number}.</p><img src="/queue/${number}.png" alt="">`, {
      title: `Queued ${number}`,
    })(exchange);
  },
};

/** Addresses of `count` different pages, in turn on three hosts. */
export function queueUrls({ main, other, third }: Origins, count: number, delay = 0): string[] {
  const hosts = [main, other, third];
  return Array.from(
    { length: count },
    (_, at) => `${hosts[at % hosts.length] ?? main}/queue/${at + 1}${delay > 0 ? `?delay=${delay}` : ''}`,
  );
}
