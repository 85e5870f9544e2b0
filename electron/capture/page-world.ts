import type { CaptureResult } from '#shared/model/capture.ts';
import type { DevTools } from './devtools.ts';
import { pause } from './load-page.ts';

/** What a page says that its MHTML does not carry. */
export type PageSays = Pick<CaptureResult, 'title' | 'jsonLd' | 'live'>;

export type PageWorld = { evaluate: <Value>(expression: string) => Promise<Value> };

type Evaluated<Value> = { result: { value: Value }; exceptionDetails?: { text: string } };

/** A script world of our own in the page: its document, but none of the functions the page may have replaced. */
export async function openWorld(tools: DevTools, frameId: string): Promise<PageWorld> {
  const { executionContextId: contextId } = await tools.send<{ executionContextId: number }>('Page.createIsolatedWorld', {
    frameId,
    worldName: 'holdfast',
  });
  return {
    evaluate: async <Value>(expression: string) => {
      const { result, exceptionDetails } = await tools.send<Evaluated<Value>>('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      // What was thrown comes as a value too, and would pass for the answer.
      if (exceptionDetails !== undefined) throw new Error(`the page could not be asked: ${exceptionDetails.text}`);
      return result.value;
    },
  };
}

const mostSteps = 80;
/** How long the end of a page is watched for more to come, in milliseconds: while something is under way, and without. */
const endPatienceMs = { busy: 2000, quiet: 250 };

/** One window further; what is to load when it is seen has been asked for two frames later. False at the end. */
const stepOn = `(async () => {
  const page = document.scrollingElement ?? document.documentElement;
  if (page === null || page.scrollTop + innerHeight >= page.scrollHeight - 2) return false;
  scrollBy({ top: innerHeight * 0.9, behavior: 'instant' });
  const frames = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
  await Promise.race([frames, new Promise((done) => setTimeout(done, 120))]);
  return true; })()`;

/**
 * Scrolls to the end in steps of a window, as a reader would, so that what loads late is there, then back to the top.
 * A page that grows for ever is left after 80 windows or the time given; answers whether the end was reached. `isBusy`:
 * whether something is still being loaded, which may make the page longer.
 */
export async function scrollThrough(world: PageWorld, signal: AbortSignal, limitMs: number, isBusy: () => boolean): Promise<boolean> {
  const end = performance.now() + limitMs;
  let isAtEnd = false;
  for (let step = 0; step < mostSteps && !isAtEnd && performance.now() < end; step++) {
    if (await world.evaluate<boolean>(stepOn)) await pause(20, signal);
    else isAtEnd = await staysAtEnd(world, signal, end, isBusy);
  }
  await world.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
  return isAtEnd;
}

async function staysAtEnd(world: PageWorld, signal: AbortSignal, end: number, isBusy: () => boolean): Promise<boolean> {
  const since = performance.now();
  const patienceMs = () => (isBusy() ? endPatienceMs.busy : endPatienceMs.quiet);
  while (performance.now() < end && performance.now() - since < patienceMs()) {
    await pause(50, signal);
    if (await world.evaluate<boolean>(stepOn)) return false;
  }
  return true;
}

export async function askPage(world: PageWorld): Promise<PageSays> {
  return world.evaluate<PageSays>(
    `({ title: String(document.title).slice(0, 2000),
        jsonLd: [...document.querySelectorAll('script[type^="application/ld+json" i]')].slice(0, 50)
          .map((block) => block.textContent.slice(0, 500000)),
        live: {
          text: String(document.body?.innerText ?? '').slice(0, 2000000),
          images: [...document.images].filter((image) => image.complete && image.naturalWidth > 1).length,
          videos: document.querySelectorAll('video').length,
        } })`,
  );
}
