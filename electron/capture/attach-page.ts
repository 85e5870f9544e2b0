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
  { contents, trust }: CaptureWindow,
  options: CaptureOptions,
  folder: string,
  signal: AbortSignal,
): Promise<AttachedPage> {
  // A page exists only once something is loaded; the empty one gives the frame its id.
  await untilAborted(contents.loadURL('about:blank'), signal);
  const listeners: DevToolsEvent[] = [];
  const tools = await attachDevTools(contents, signal, (method, params, session) => {
    if (method === 'Page.javascriptDialogOpening')
      void contents.debugger.sendCommand('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    for (const listener of listeners) listener(method, params, session);
  });
  const { frameTree } = await tools.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const main = new MainExchangeLog(frameId);
  const spool = new BodySpool(folder, options.sizeLimitBytes);
  const patienceMs = Math.min(bodyPatienceMs, options.timeLimitMs / 3);
  const recorder = new Recorder({ tools, frameId, spool, patienceMs, sent: SentHeaders.of(contents.session) });
  listeners.push(
    (method, params, session) => session === '' && main.take(method, params),
    (method, params, session) => recorder.take(method, params, session),
  );
  const targets = await Targets.watchPage(tools);
  listeners.push((method, params) => targets.take(method, params));
  recorder.follow(targets);
  await emulate(tools, options);
  return { tools, frameId, main, recorder, spool, chains: new CertificateChains(contents, tools, trust) };
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
