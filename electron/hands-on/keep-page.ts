import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import type { HandsOnState } from '#shared/hands-on.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import type { Redaction } from '#shared/model/exchange.ts';
import type { AttachedPage } from '../capture/attach-page.ts';
import type { CaptureWindow } from '../capture/capture-window.ts';
import { describeCapture } from '../capture/describe-capture.ts';
import { settle } from '../capture/load-page.ts';
import { askPage, openWorld, scrollThrough } from '../capture/page-world.ts';
import { takeMhtml, takePrint, takeScreenshots } from '../capture/take-artefacts.ts';
import type { TakenPage } from '../capture/take-page.ts';
import type { Navigation } from './navigations.ts';
import { fetchBeside } from '../capture/recorder/fetch-beside.ts';
import { wantedOf, withoutDoubles } from './pick-exchanges.ts';
import { cleanDeep, cleanText, type Withholding } from './redaction/clean-text.ts';
import { maskPdf } from './redaction/mask-pdf.ts';
import { redactMhtml } from './redaction/redact-mhtml.ts';
import { stageBodies } from './stage-bodies.ts';

export type KeepingPage = {
  capture: Pick<CaptureWindow, 'contents' | 'session' | 'trust'>;
  page: AttachedPage;
  navigation: Navigation;
  options: CaptureOptions;
  /** A folder of this keep alone; it is made, and the caller removes it. */
  folder: string;
  signal: AbortSignal;
  handsOn: NonNullable<CaptureResult['handsOn']>;
  /** Withheld from everything that is written. */
  everywhere: Withholding;
  /** Withheld from requests, answers' heads and addresses besides. */
  inRequests: readonly string[];
  onStep: (step: HandsOnState['keeping']) => void;
};

const patience = { rest: 3000, bodies: 8000, scroll: 20_000, beside: 60_000 };

/**
 * Takes the page on screen as it stands, without loading it anew, into files in `folder`, and cleans them of what is to
 * be withheld before any of it is kept. Recording goes on.
 */
export async function takeAsItStands(keeping: KeepingPage): Promise<CaptureResult> {
  const { capture, page, navigation, folder, options, signal } = keeping;
  const startedAt = navigation.startedAt;
  await mkdir(folder, { recursive: true });
  const taken = await take(keeping);
  keeping.onStep('redact');
  const asked = navigation.resources.resources().asked ?? [];
  const needed = new Set([...taken.holds, ...asked].map((url) => url.replace(/#.*$/, '')));
  const document = navigation.main.current?.url ?? navigation.url;
  const marks = { parameters: keeping.everywhere.parameters, values: keeping.inRequests };
  const recorded = await page.recorder.finish(marks, taken.isLoaded, wantedOf(navigation.number, document, needed));
  const own = withoutDoubles(recorded.exchanges, navigation.number);
  const urls = new Set(own.map(({ url }) => url));
  const about = recorded.redactions.filter(({ url }) => urls.has(url));
  const staging = { from: page.spool.folder, to: folder, withholding: keeping.everywhere };
  const clean = await stageBodies(own, about, staging);
  clean.redactions.push(...(await cleanFiles(keeping, document, taken.files)));
  const holds = new Set([...taken.holds].map((url) => cleanText(url, keeping.everywhere).text));
  const result = await describeCapture({
    url: navigation.url,
    options,
    startedAt,
    capture,
    page: { main: navigation.main, chains: page.chains },
    resources: navigation.resources,
    taken: { ...taken, holds },
    recorded: { ...clean, socketMessages: recorded.socketMessages },
    folder,
    marks,
  });
  signal.throwIfAborted();
  // What the page says is searched for what is nobody's word; addresses and heads for typed passwords too.
  const { title, jsonLd, live, ...facts } = result;
  const says = cleanDeep({ title, jsonLd, live }, keeping.everywhere).value;
  // A script may have changed the address shown; the archive knows the one the document came from.
  const rest = { ...facts, finalUrl: document, handsOn: keeping.handsOn };
  return { ...says, ...cleanDeep(rest, { ...keeping.everywhere, values: keeping.inRequests }).value };
}

async function take(keeping: KeepingPage): Promise<TakenPage> {
  const { capture, page, navigation, options, signal, onStep, folder } = keeping;
  const { contents } = capture;
  const gaps: TakenPage['gaps'] = [];
  const world = await openWorld(page.tools, page.frameId);
  if (options.scroll) {
    onStep('scroll');
    if (!(await scrollThrough(world, signal, patience.scroll, () => navigation.resources.busy(patience.rest) > 0)))
      gaps.push({ reason: 'scroll-unfinished', facts: {} });
  }
  onStep('settle');
  await settle(contents, navigation.resources, signal, patience.rest);
  const isLoaded = !contents.isLoadingMainFrame();
  if (!isLoaded)
    gaps.push({ reason: 'load-unfinished', facts: { seconds: Math.round((Date.now() - navigation.startedAt.getTime()) / 1000) } });
  await page.recorder.drain(patience.bodies);
  const says = await askPage(world);
  const work = { contents, tools: page.tools, folder, options, signal };
  onStep('mhtml');
  const { holds, ...mhtml } = await takeMhtml(work);
  onStep('screenshot');
  // One device pixel a CSS pixel, whatever the screen is; width and height 0 leave the window as it is.
  await page.tools.send('Emulation.setDeviceMetricsOverride', { width: 0, height: 0, deviceScaleFactor: 1, mobile: false });
  const screenshots = await takeScreenshots(work, gaps).finally(() => page.tools.send('Emulation.clearDeviceMetricsOverride'));
  onStep('print');
  const print = await takePrint(work, gaps, cleanText(contents.getURL(), { ...keeping.everywhere, values: keeping.inRequests }).text);
  const { recorder, spool } = page;
  const of = (one: { page: number }) => one.page === navigation.number;
  await fetchBeside({ session: capture.session, recorder, spool, signal, limitMs: patience.beside, of });
  return { files: [mhtml, ...screenshots, ...print], gaps, says, holds, isLoaded };
}

/** The page and its print, cleaned in place before they are kept. Pictures cannot be searched. */
async function cleanFiles({ folder, everywhere }: KeepingPage, url: string, files: TakenPage['files']): Promise<Redaction[]> {
  const at = cleanText(url, everywhere).text;
  const path = join(folder, 'page.mhtml');
  const mhtml = redactMhtml(await readFile(path), everywhere);
  if (mhtml.names.length > 0) await writeFile(path, mhtml.bytes);
  const redactions: Redaction[] = mhtml.names.map((name) => ({ where: 'page', name, url: at }));
  if (!files.some(({ role }) => role === 'print')) return redactions;
  const printed = join(folder, 'print.pdf');
  const pdf = maskPdf(await readFile(printed), everywhere);
  if (pdf.count > 0) await writeFile(printed, pdf.bytes);
  if (pdf.count > 0) redactions.push({ where: 'print', name: `${pdf.count} places`, url: at });
  return redactions;
}

/** @throws HoldfastError nothing-shown when there is no page to keep */
export function requireShown(navigation: Navigation | null): Navigation {
  if (navigation?.main.current?.status) return navigation;
  throw new HoldfastError('nothing-shown', {});
}
