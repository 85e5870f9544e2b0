/** The first page of a long PDF in the real app, against the first page of a short one; and what scrolling through it holds. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePdf } from '../electron/engine/testing/make-pdf.ts';
import { call } from '../e2e/support/calls.ts';
import { launch, type RunningApp } from '../e2e/support/launch.ts';
import { inTemporaryFolder, median, printRows, setting } from './measure.ts';

const PAGES = setting('PAGES', 2000);
const SHORT = 20;
const RUNS = 5;
/** What the issue asks for: a long document opens in under this many times the time of a short one. */
const MOST = 1.5;

const words = (page: number) => `Page ${page} says: nearly 1,236 bodies have been exhumed from three mass graves. `.repeat(20);

async function keep(app: RunningApp, folder: string, pages: number): Promise<string> {
  const path = join(folder, `${pages}.pdf`);
  writeFileSync(
    path,
    await makePdf(
      Array.from({ length: pages }, (_, page) => words(page + 1)),
      { title: `Report of ${pages} pages` },
    ),
  );
  const { outcomes } = await call(app.page, 'items.import', { paths: [path] });
  const outcome = outcomes[0];
  if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  return `Report of ${pages} pages`;
}

/** Milliseconds from the press on "open" to the first page drawn, measured in the window itself. */
async function openOnce({ page }: RunningApp, title: string): Promise<number> {
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  const button = await page.getByRole('button', { name: 'Open in the reader' }).elementHandle();
  const time = await page.evaluate(
    (press) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const isDrawn = () => document.querySelector('.pdf-page[data-page="1"] canvas') !== null;
        const observer = new MutationObserver(() => {
          if (!isDrawn()) return;
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(document.body, { childList: true, subtree: true });
        (press as HTMLElement).click();
      }),
    button,
  );
  await page.keyboard.press('Control+w');
  return time;
}

type Held = { pages: number; canvases: number; megabytes: number; slowest: number };

/** Scrolls from the first page to the last in steps of a screen; the most that was held on the way, and the slowest frame. */
async function scrollThrough({ page }: RunningApp, title: string): Promise<Held> {
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
  await page.locator('.pdf-page canvas').first().waitFor();
  return page.evaluate(async () => {
    const scroller = document.querySelector('.pdf-scroller')!;
    const most = { pages: 0, canvases: 0, megabytes: 0, slowest: 0 };
    const steps = 400;
    let before = performance.now();
    for (let step = 0; step <= steps; step++) {
      scroller.scrollTop = (scroller.scrollHeight * step) / steps;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      most.slowest = Math.max(most.slowest, now - before);
      before = now;
      const canvases = [...document.querySelectorAll('canvas')];
      most.pages = Math.max(most.pages, document.querySelectorAll('.pdf-page').length);
      most.canvases = Math.max(most.canvases, canvases.length);
      most.megabytes = Math.max(most.megabytes, canvases.reduce((sum, { width, height }) => sum + width * height * 4, 0) / 1e6);
    }
    return most;
  });
}

await inTemporaryFolder(async (folder) => {
  mkdirSync(folder, { recursive: true });
  const app = await launch();
  try {
    await call(app.page, 'case.create', { folder: join(folder, 'Bench.holdfast'), title: 'Bench' });
    const [short, long] = [await keep(app, folder, SHORT), await keep(app, folder, PAGES)];
    await app.page.reload();
    await openOnce(app, short);
    const times = { short: [] as number[], long: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      times.short.push(await openOnce(app, short));
      times.long.push(await openOnce(app, long));
    }
    const [ours, theirs] = [median(times.long) / 1000, median(times.short) / 1000];
    printRows(`First page of a PDF in the app; median of ${RUNS} runs`, [
      { what: `${PAGES} pages`, ours, against: `${SHORT} pages`, theirs },
    ]);
    const held = await scrollThrough(app, long);
    console.log(
      `\nScrolled through ${PAGES} pages: at most ${held.pages} pages and ${held.canvases} drawings (${held.megabytes.toFixed(1)} MB) held at once; slowest frame ${held.slowest.toFixed(0)} ms`,
    );
    if (ours / theirs > MOST) process.exitCode = 1;
  } finally {
    await app.close();
  }
});
