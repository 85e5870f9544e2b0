import { startPlainBrowser } from '../support/plain-browser.ts';
import { lookThrough, type Seen } from '../support/seen-page.ts';
import { startReplayServer } from './replay-server.ts';

/** What wabac shows of an archived page. */
export type Replayed = Seen & {
  /** Requests for anything but the archive itself, made while it was shown; each was refused. */
  escaped: string[];
  /** Where the frame stood at the end, without the replay's own prefix. */
  url: string;
};

/** wabac in a Chromium of its own, whose only network is the archive. */
export type Replay = {
  /** Opens `url` of the WACZ at `path`, scrolls through it and reads it. `ts`: 14 digits, or the page's date in ISO 8601. */
  show(path: string, url: string, ts?: string): Promise<Replayed>;
  close(): Promise<void>;
};

export async function startReplay(): Promise<Replay> {
  const server = await startReplayServer();
  // Without the second switch Chromium would go to loopback addresses itself.
  const browser = await startPlainBrowser([`--proxy-server=${server.url}`, '--proxy-bypass-list=<-loopback>']);
  let shown = 0;
  return {
    async show(path, url, ts = '') {
      const page = await browser.open();
      const before = server.escaped.length;
      const name = `archive-${(shown += 1)}`;
      const prefix = `${server.url}/w/${name}/${ts.replaceAll(/\D/g, '').slice(0, 14)}mp_/`;
      try {
        await page.goto(server.url);
        await page.evaluate(
          ([collection, source]) =>
            (globalThis as unknown as { load(name: string, source: string): Promise<void> }).load(collection, source),
          [name, server.offer(path)] as const,
        );
        await page.evaluate((address) => (globalThis as unknown as { show(address: string): void }).show(address), prefix + url);
        const frame = page.mainFrame().childFrames()[0] ?? (await page.waitForEvent('frameattached'));
        await frame.waitForURL((at) => at.href !== 'about:blank');
        const seen = await lookThrough(frame).catch((error: unknown) => {
          // An archived page can take its own frame away; what it asked for then stands in `escaped`.
          if (frame.isDetached()) return { text: '', images: 0 };
          throw error;
        });
        return { ...seen, url: frame.url().replace(/^.*?mp_\//, ''), escaped: server.escaped.slice(before) };
      } finally {
        await page.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
