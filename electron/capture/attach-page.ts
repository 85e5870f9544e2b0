import type { CaptureOptions } from '#shared/model/capture.ts';
import type { CaptureWindow } from './capture-window.ts';
import { CertificateChains } from './certificate-chains.ts';
import { attachDevTools, untilAborted } from './devtools.ts';
import type { DevTools, DevToolsEvent } from './devtools.ts';
import { MainExchangeLog } from './main-exchange.ts';
import { BodySpool } from './recorder/body-spool.ts';
import { Recorder } from './recorder/recorder.ts';
import { SentHeaders } from './recorder/sent-headers.ts';
import { Targets } from './recorder/targets.ts';

/** An empty page under observation, ready to go to its address. */
export type AttachedPage = {
  tools: DevTools;
  frameId: string;
  main: MainExchangeLog;
  recorder: Recorder;
  spool: BodySpool;
  chains: CertificateChains;
};

/** How long one body may hold the page up. */
const bodyPatienceMs = 15_000;

/** `folder`: where bodies go. Everything asked for from here on is recorded. */
export async function attachPage(
  capture: CaptureWindow,
  options: CaptureOptions,
  folder: string,
  signal: AbortSignal,
): Promise<AttachedPage> {
  const page = await watchPage(capture, { ...options, folder }, signal);
  await emulate(page.tools, options);
  return page;
}

export type Watching = Pick<CaptureOptions, 'sizeLimitBytes' | 'timeLimitMs' | 'session'> & {
  folder: string;
  /** Hears every event before the recorder does. */
  listen?: (method: string, params: Record<string, unknown>, session: string) => void;
  pageOf?: (requestId: string) => number;
  /** Leaves the page's own dialogs to the person; refused when left out. */
  leaveDialogs?: boolean;
};

/** The same for a page that somebody looks at: its window is what it is. */
export async function watchPage(
  { contents, trust }: Pick<CaptureWindow, 'contents' | 'trust'>,
  options: Watching,
  signal: AbortSignal,
): Promise<AttachedPage> {
  // A page exists only once something is loaded; the empty one gives the frame its id.
  await untilAborted(contents.loadURL('about:blank'), signal);
  const listeners: DevToolsEvent[] = options.listen === undefined ? [] : [options.listen];
  const tools = await attachDevTools(contents, signal, (method, params, session) => {
    if (method === 'Page.javascriptDialogOpening' && options.leaveDialogs !== true)
      void contents.debugger.sendCommand('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    for (const listener of listeners) listener(method, params, session);
  });
  const { frameTree } = await tools.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const main = new MainExchangeLog(frameId);
  const spool = new BodySpool(options.folder, options.sizeLimitBytes);
  const patienceMs = Math.min(bodyPatienceMs, options.timeLimitMs / 3);
  const sent = SentHeaders.of(contents.session);
  const recorder = new Recorder({ tools, frameId, spool, patienceMs, pageOf: options.pageOf, sent });
  listeners.push(
    (method, params, session) => session === '' && main.take(method, params),
    (method, params, session) => recorder.take(method, params, session),
  );
  const targets = await Targets.watchPage(tools);
  listeners.push((method, params) => targets.take(method, params));
  recorder.follow(targets);
  if (options.session === 'case') listeners.push(await bypassServiceWorkers(tools));
  return { tools, frameId, main, recorder, spool, chains: new CertificateChains(contents, tools, trust) };
}

/**
 * In a session that outlives its pages a service worker of an earlier visit would answer from what it kept then, and
 * nothing of that would be on the wire to be recorded. So pages are fetched past it, in frames of other sites too.
 */
async function bypassServiceWorkers(tools: DevTools): Promise<DevToolsEvent> {
  const bypass = (session: string) => tools.send('Network.setBypassServiceWorker', { bypass: true }, session);
  await bypass('');
  return (method, params) => {
    const { sessionId, targetInfo } = params as { sessionId: string; targetInfo?: { type: string } };
    if (method === 'Target.attachedToTarget' && targetInfo?.type === 'iframe') void bypass(sessionId).catch(() => undefined);
  };
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
