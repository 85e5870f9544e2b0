import type { CaptureOptions } from '#shared/model/capture.ts';
import type { CaptureWindow } from './capture-window.ts';
import { attachDevTools, untilAborted } from './devtools.ts';
import type { DevTools } from './devtools.ts';
import { MainExchangeLog } from './main-exchange.ts';
import { ResponseLog } from './response-log.ts';

/** An empty page under observation, ready to go to its address. */
export type AttachedPage = {
  tools: DevTools;
  frameId: string;
  main: MainExchangeLog;
  responses: ResponseLog;
};

export async function attachPage({ contents }: CaptureWindow, options: CaptureOptions, signal: AbortSignal): Promise<AttachedPage> {
  // A page exists only once something is loaded; the empty one gives the frame its id.
  await untilAborted(contents.loadURL('about:blank'), signal);
  let main: MainExchangeLog | null = null;
  const responses = new ResponseLog();
  const tools = await attachDevTools(contents, signal, (method, params, session) => {
    if (method === 'Page.javascriptDialogOpening')
      void contents.debugger.sendCommand('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    else if (session === '') {
      main?.take(method, params);
      responses.take(method, params);
    }
  });
  const { frameTree } = await tools.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  main = new MainExchangeLog(frameId);
  await emulate(tools, options);
  return { tools, frameId, main, responses };
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
