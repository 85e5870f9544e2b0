import { mkdir } from 'node:fs/promises';
import { arch, platform, release } from 'node:os';
import { app } from 'electron';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { CaptureOptions, CaptureResult } from '#shared/model/capture.ts';
import { openCaptureWindow } from './capture-window.ts';
import type { CaptureWindow } from './capture-window.ts';
import { parseCaptureUrl } from './capture-url.ts';
import { readCertificates } from './certificate-chain.ts';
import { attachDevTools } from './devtools.ts';
import type { DevTools } from './devtools.ts';
import { crashed, loadPage, settle } from './load-page.ts';
import { headerPairs, MainExchangeLog } from './main-exchange.ts';
import { askPage, openWorld, scrollThrough } from './page-world.ts';
import type { PageSays } from './page-world.ts';
import { ResourceLog } from './resource-log.ts';
import { takeExtras } from './take-extras.ts';
import { takeMhtml, takePrint, takeScreenshot } from './take-artefacts.ts';

export type CaptureSteps = 'load' | 'settle' | 'scroll' | 'mhtml' | 'screenshot' | 'print';
/** In order; the place of a step is the capture's progress. */
export const captureSteps: readonly CaptureSteps[] = [
  'load',
  'settle',
  'scroll',
  'mhtml',
  'screenshot',
  'print',
];

export type CaptureRequest = {
  url: string;
  options: CaptureOptions;
  /** Ends the capture; nothing of it is left running. */
  signal: AbortSignal;
  /** A folder of this capture alone; it is made, and the caller removes it. */
  folder: string;
  onStep?: (step: CaptureSteps) => void;
};

type Gaps = CaptureResult['gaps'];

/**
 * Takes one page from the web into files in `folder`, with everything known about how it came. Runs in Electron's main
 * process; the page is hostile and gets a window, a session and a process of its own that end with the capture.
 *
 * @throws HoldfastError url-invalid, url-scheme, url-refused, url-not-found, url-status, url-timeout, url-certificate,
 *   url-download, url-failed, capture-failed, cancelled
 */
export async function capturePage(request: CaptureRequest): Promise<CaptureResult> {
  const url = parseCaptureUrl(request.url);
  request.signal.throwIfAborted();
  const { options } = request;
  const seconds = options.timeLimitMs / 1000;
  const stop = new AbortController();
  const limit = setTimeout(
    () => stop.abort(new HoldfastError('url-timeout', { url: url.href, seconds })),
    options.timeLimitMs,
  );
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const resources = new ResourceLog();
  const circles = () =>
    stop.abort(new HoldfastError('url-failed', { url: url.href, problem: 'too many redirects' }));
  const capture = openCaptureWindow(options, resources, circles);
  capture.contents.once('render-process-gone', (_event, details) =>
    stop.abort(crashed(url.href, details.reason)),
  );
  try {
    await mkdir(request.folder, { recursive: true });
    return await run({ ...request, url: url.href, signal, capture, resources, seconds, stop });
  } catch (error) {
    throw asCaptureError(error, signal, url.href);
  } finally {
    clearTimeout(limit);
    await capture.close();
  }
}

type Run = CaptureRequest & {
  capture: CaptureWindow;
  resources: ResourceLog;
  seconds: number;
  stop: AbortController;
};

async function run(request: Run): Promise<CaptureResult> {
  const { url, options, signal, capture, resources, folder, stop } = request;
  const { contents } = capture;
  const step = (name: CaptureSteps) => request.onStep?.(name);
  const startedAt = new Date();
  const gaps: Gaps = [];
  // A page exists only once something is loaded; the empty one gives the frame its id.
  await contents.loadURL('about:blank');
  let main: MainExchangeLog | null = null;
  const tools = await attachDevTools(contents, signal, (method, params, session) => {
    if (method === 'Page.javascriptDialogOpening')
      void contents.debugger
        .sendCommand('Page.handleJavaScriptDialog', { accept: false })
        .catch(() => undefined);
    else if (session === '') main?.take(method, params);
  });
  const { frameTree } = await tools.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  main = new MainExchangeLog(frameId);
  await emulate(tools, options);
  refuseDownload(capture, url, stop);

  step('load');
  const patienceMs = options.timeLimitMs / 2;
  if ((await loadPage({ url, contents, main, signal, patienceMs, limitSeconds: request.seconds })) === 'cut')
    gaps.push({ reason: 'load-unfinished', facts: { seconds: patienceMs / 1000 } });
  step('settle');
  await settle(contents, resources, signal, Math.min(10_000, options.timeLimitMs / 6));
  capture.holdStill();
  if (options.scroll) {
    step('scroll');
    const world = await openWorld(tools, frameId);
    if (!(await scrollThrough(world, signal, Math.min(20_000, options.timeLimitMs / 5))))
      gaps.push({ reason: 'scroll-unfinished', facts: {} });
    await settle(contents, resources, signal, Math.min(5000, options.timeLimitMs / 12));
  }
  const says = await askPage(await openWorld(tools, frameId));
  const taking = { contents, tools, folder, options, signal };
  step('mhtml');
  const { holds, ...mhtml } = await takeMhtml(taking);
  const files = [mhtml];
  step('screenshot');
  files.push(await takeScreenshot(taking, gaps));
  step('print');
  files.push(await takePrint(taking));
  // Asking the browser for what it has makes it want to ask the site again.
  capture.cutOff();
  const extras = await takeExtras(taking, holds);
  return describe({
    request,
    main,
    says,
    gaps,
    files,
    extras,
    startedAt,
    certificates: await certificates(tools, main),
  });
}

/** One device pixel a CSS pixel and a page that believes it is looked at, whatever the machine's screen is. */
async function emulate(tools: DevTools, { width, height }: CaptureOptions): Promise<void> {
  await tools.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await tools.send('Emulation.setScrollbarsHidden', { hidden: true });
  await tools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** When the address itself turns out to be a file to save, there is no page to wait for. */
function refuseDownload({ session, contents }: CaptureWindow, url: string, stop: AbortController): void {
  let arrived = false;
  contents.once('did-navigate', () => void (arrived = true));
  session.on('will-download', (_event, item) => {
    const facts = { url, name: item.getFilename(), mediaType: item.getMimeType() };
    if (!arrived) stop.abort(new HoldfastError('url-download', facts));
  });
}

async function certificates(tools: DevTools, log: MainExchangeLog): Promise<CaptureResult['certificates']> {
  const origin = URL.parse(log.current?.url ?? '')?.origin;
  if (!origin?.startsWith('https:')) return [];
  const { tableNames } = await tools.send<{ tableNames: string[] }>('Network.getCertificate', { origin });
  return readCertificates(tableNames);
}

type Described = {
  request: Run;
  main: MainExchangeLog;
  says: PageSays;
  gaps: Gaps;
  files: CaptureResult['files'];
  extras: CaptureResult['extras'];
  startedAt: Date;
  certificates: CaptureResult['certificates'];
};

function describe({
  request,
  main,
  says,
  gaps,
  files,
  extras,
  startedAt,
  certificates: chain,
}: Described): CaptureResult {
  const page = main.current;
  if (!page?.status)
    throw new HoldfastError('capture-failed', { url: request.url, problem: 'no answer was recorded' });
  const resources = request.resources.resources();
  if (resources.failed.length > 0)
    gaps.push({ reason: 'resources-failed', facts: { count: resources.failed.length } });
  return {
    requestedUrl: request.url,
    finalUrl: request.capture.contents.getURL(),
    redirects: main.redirects,
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    utcOffsetMinutes: -startedAt.getTimezoneOffset(),
    status: page.status,
    requestHeaders: headerPairs(page.requestHeaders),
    responseHeaders: headerPairs(page.responseHeaders),
    remoteAddress: page.remoteAddress,
    tls: page.tls,
    certificates: chain,
    userAgent: request.capture.session.getUserAgent(),
    title: says.title,
    jsonLd: says.jsonLd,
    options: request.options,
    software: softwareVersions(),
    resources,
    clockEvidence: request.resources.clock,
    gaps,
    files,
    extras,
  };
}

function softwareVersions(): Record<string, string> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    holdfast: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    system: `${platform()} ${release()} ${arch()}`,
  };
}

/** Whatever broke because the capture was ended is told as the reason it was ended for. */
function asCaptureError(error: unknown, signal: AbortSignal, url: string): unknown {
  if (signal.aborted)
    return signal.reason instanceof HoldfastError ? signal.reason : new HoldfastError('cancelled', {});
  if (error instanceof HoldfastError) return error;
  const data = toErrorData(error);
  return data.code === 'internal'
    ? new HoldfastError('capture-failed', { url, problem: String(data.facts['message']) }, error)
    : error;
}
