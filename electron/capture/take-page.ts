import { HoldfastError } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import type { AttachedPage } from './attach-page.ts';
import type { CaptureWindow } from './capture-window.ts';
import { loadPage, settle } from './load-page.ts';
import { fillEmptyPage } from './fill-empty-page.ts';
import { askPage, openWorld, scrollThrough } from './page-world.ts';
import type { PageSays } from './page-world.ts';
import { fetchBeside } from './recorder/fetch-beside.ts';
import type { ResourceLog } from './resource-log.ts';
import { takeMhtml, takePrint, takeScreenshots } from './take-artefacts.ts';

/** In order; the place of a step is the capture's progress. */
export const captureSteps = ['load', 'settle', 'scroll', 'mhtml', 'screenshot', 'print'] as const;
export type CaptureStep = (typeof captureSteps)[number];

export type TakingPage = {
  url: string;
  options: CaptureOptions;
  signal: AbortSignal;
  folder: string;
  capture: CaptureWindow;
  page: AttachedPage;
  resources: ResourceLog;
  onStep?: (step: CaptureStep) => void;
  /** The page has come to rest: what is left is to take it, which has a time of its own. */
  onRest?: () => void;
};

/** `holds`: the addresses inside the MHTML. */
export type TakenPage = Pick<CaptureResult, 'files' | 'gaps'> & { says: PageSays; holds: ReadonlySet<string>; isLoaded: boolean };

/** Shares of the time limit: half to load, a sixth to come to rest, a fifth to scroll, a twelfth to rest again. */
const shares = { load: 1 / 2, rest: 1 / 6, scroll: 1 / 5, restAgain: 1 / 12 };
/** The share of the time limit after which nothing is fetched any more, so that what came can be put down. */
const untilPutDown = 0.9;
/** What has been loading for longer is not waited for at the end of a page, in milliseconds. */
const endOfScrollMs = 2000;
const longest = { rest: 10_000, scroll: 20_000, restAgain: 5000 };

/** Goes to the page, lets it load as a reader would, then takes it in every form. */
export async function takePage(taking: TakingPage): Promise<TakenPage> {
  const { capture, page, folder, options, signal } = taking;
  const end = performance.now() + options.timeLimitMs * untilPutDown;
  const { gaps, isLoaded } = await bringToRest(taking);
  taking.onRest?.();
  const says = await askPage(await openWorld(page.tools, page.frameId));
  const { contents } = capture;
  const work = { contents, tools: page.tools, folder, options, signal };
  taking.onStep?.('mhtml');
  const { holds, ...mhtml } = await takeMhtml(work);
  const files = [mhtml];
  taking.onStep?.('screenshot');
  files.push(...(await takeScreenshots(work, gaps)));
  taking.onStep?.('print');
  files.push(...(await takePrint(work, gaps)));
  const { session } = capture;
  await fetchBeside({ session, recorder: page.recorder, spool: page.spool, signal, limitMs: end - performance.now() });
  capture.cutOff();
  return { files, gaps, says, holds, isLoaded };
}

async function bringToRest({
  url,
  options,
  signal,
  capture,
  page,
  resources,
  onStep,
}: TakingPage): Promise<Pick<TakenPage, 'gaps' | 'isLoaded'>> {
  const { contents } = capture;
  const time = options.timeLimitMs;
  const gaps: TakenPage['gaps'] = [];
  onStep?.('load');
  const patienceMs = time * shares.load;
  const loaded = await loadPage({
    url,
    contents,
    main: page.main,
    trust: capture.trust,
    signal,
    patienceMs,
    limitSeconds: time / 1000,
  });
  if (page.recorder.isDocumentTooLarge) throw new HoldfastError('url-failed', { url, problem: 'the page is larger than the size limit' });
  const isLoaded = loaded !== 'cut';
  if (!isLoaded) gaps.push({ reason: 'load-unfinished', facts: { seconds: patienceMs / 1000 } });
  onStep?.('settle');
  await settle(contents, resources, signal, Math.min(longest.rest, time * shares.rest));
  capture.holdStill();
  if (loaded !== 'whole' && (await fillEmptyPage(page))) gaps.push({ reason: 'page-filled', facts: {} });
  if (!options.scroll) return { gaps, isLoaded };
  onStep?.('scroll');
  const world = await openWorld(page.tools, page.frameId);
  const reached = await scrollThrough(
    world,
    signal,
    Math.min(longest.scroll, time * shares.scroll),
    () => resources.busy(endOfScrollMs) > 0,
  );
  if (!reached) gaps.push({ reason: 'scroll-unfinished', facts: {} });
  await settle(contents, resources, signal, Math.min(longest.restAgain, time * shares.restAgain));
  return { gaps, isLoaded };
}
