import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright';

/** What a person would see of a page: the visible text of all its frames, and how many pictures have loaded. */
export type Seen = { text: string; images: number };

/** Reads a frame and the frames within it as they stand. */
export async function seenIn(frame: Frame): Promise<Seen> {
  const own = await frame.evaluate(() => ({
    text: document.body.innerText,
    images: [...document.images].filter((image) => image.naturalWidth > 0).length,
  }));
  const inner = await Promise.all(frame.childFrames().map((child) => seenIn(child).catch(() => ({ text: '', images: 0 }))));
  return { text: [own, ...inner].map(({ text }) => text).join('\n'), images: inner.reduce((sum, { images }) => sum + images, own.images) };
}

/** Scrolls a frame to its end, a screen at a time, and back to its start. */
export async function scrollThrough(frame: Frame, limitMs = 15_000): Promise<void> {
  await frame.evaluate(async (limit) => {
    const end = performance.now() + limit;
    const root = document.scrollingElement ?? document.documentElement;
    while (root.scrollTop + root.clientHeight < root.scrollHeight - 1 && performance.now() < end) {
      root.scrollTop += root.clientHeight * 0.9;
      // On a busy machine a page is drawn later than time passes; what loads when it is seen must have been seen.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    root.scrollTop = 0;
  }, limitMs);
}

/** Reads until nothing has changed for `quietMs`, or `limitMs` is over. */
export async function settledIn(frame: Frame, { quietMs = 1200, limitMs = 15_000 } = {}): Promise<Seen> {
  const end = Date.now() + limitMs;
  let last: Seen = { text: '', images: 0 };
  let since = Date.now();
  while (Date.now() < end && !frame.isDetached()) {
    // A frame that is just moving on cannot be read; the next round reads where it went.
    const now = await seenIn(frame).catch(() => last);
    if (now.text !== last.text || now.images !== last.images) since = Date.now();
    else if (Date.now() - since >= quietMs && now.text !== '') return now;
    last = now;
    await sleep(150);
  }
  return last;
}

/** Scrolls, waits for quiet and reads. */
export async function lookThrough(frame: Frame): Promise<Seen> {
  await settledIn(frame, { quietMs: 500 });
  await scrollThrough(frame);
  return settledIn(frame);
}
