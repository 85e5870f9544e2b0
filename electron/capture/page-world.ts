import type { CaptureResult } from '#shared/model/capture.ts';
import type { DevTools } from './devtools.ts';
import { pause } from './load-page.ts';

/** What a page says that its MHTML does not carry. */
export type PageSays = Pick<CaptureResult, 'title' | 'jsonLd' | 'live'>;

export type PageWorld = { evaluate: <Value>(expression: string) => Promise<Value> };

/** A script world of our own in the page: its document, but none of the functions the page may have replaced. */
export async function openWorld(tools: DevTools, frameId: string): Promise<PageWorld> {
  const { executionContextId: contextId } = await tools.send<{ executionContextId: number }>('Page.createIsolatedWorld', {
    frameId,
    worldName: 'holdfast',
  });
  return {
    evaluate: async <Value>(expression: string) => {
      const answer = await tools.send<{ result: { value: Value } }>('Runtime.evaluate', {
        expression,
        contextId,
        returnByValue: true,
      });
      return answer.result.value;
    },
  };
}

const mostSteps = 80;

/**
 * Scrolls to the end in steps of a window, as a reader would, so that what loads late is there, then back to the top.
 * A page that grows for ever is left after 80 windows or the time given; answers whether the end was reached.
 */
export async function scrollThrough(world: PageWorld, signal: AbortSignal, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  let reached = false;
  for (let step = 0; step < mostSteps && !reached && performance.now() < end; step++) {
    reached = await world.evaluate<boolean>(
      `(() => { const page = document.scrollingElement ?? document.documentElement;
        if (page.scrollTop + innerHeight >= page.scrollHeight - 2) return true;
        scrollBy({ top: innerHeight * 0.9, behavior: 'instant' }); return false; })()`,
    );
    await pause(120, signal);
  }
  await world.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
  return reached;
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
