import { setTimeout } from 'node:timers/promises';
import { webFrameMain, type WebContents, type WebFrameMain } from 'electron';
import type { ReplayShown } from '#shared/model/replay.ts';
import { capturedAt } from './load-archive.ts';
import { archivedAddress } from './replay-address.ts';

/**
 * Tells what the frame shows, each time that changes. Addresses come from the browser and times from the archive,
 * neither from the page, which may say anything.
 */
export function watchPage(contents: WebContents, token: string, tell: (shown: ReplayShown) => void): void {
  let shown: ReplayShown = { url: '', at: null, state: 'loading', canGoBack: false, canGoForward: false };
  const change = (update: Partial<ReplayShown>) => {
    const { navigationHistory: history } = contents;
    shown = { ...shown, ...update, canGoBack: history.canGoBack(), canGoForward: history.canGoForward() };
    if (shown.url !== '') tell(shown);
  };
  const arrived = async (frame: WebFrameMain | undefined, address: string, status: number) => {
    const page = archivedAddress(token, address);
    if (page === null || !isPageFrame(contents, frame)) return;
    change({ url: page.url, at: null, state: 'loading' });
    const isMissing = status === 404 && (await lacksPage(frame, address));
    if (isMissing) change({ state: 'missing' });
    const at = await capturedAt(contents, token, address).catch(() => null);
    if (contents.isDestroyed() || shown.url !== page.url) return;
    change({ at, state: !isMissing ? 'shown' : at === null ? 'missing' : 'damaged' });
  };
  contents.on('did-frame-navigate', (_event, url, status, _text, isMainFrame, processId, routingId) => {
    if (!isMainFrame) void arrived(webFrameMain.fromId(processId, routingId), url, status);
  });
  contents.on('did-navigate-in-page', (_event, url, isMainFrame, processId, routingId) => {
    const page = isMainFrame ? null : archivedAddress(token, url);
    if (page !== null && isPageFrame(contents, webFrameMain.fromId(processId, routingId))) change({ url: page.url });
  });
  contents.on('render-process-gone', () => change({ state: 'ended' }));
}

function isPageFrame(contents: WebContents, frame: WebFrameMain | undefined): frame is WebFrameMain {
  return frame !== undefined && contents.mainFrame.frames[0]?.frameTreeNodeId === frame.frameTreeNodeId;
}

/** Whether our stand-in for a missing page is shown at this address. A page that pretends so only hides itself. */
async function lacksPage(frame: WebFrameMain, address: string): Promise<boolean> {
  const question = `location.href === ${JSON.stringify(address)} && document.documentElement ? document.documentElement.hasAttribute('data-holdfast-missing') : null`;
  // The frame may still hold the page before for a moment.
  for (let attempt = 0; attempt < 20 && !frame.detached; attempt++) {
    const answer: unknown = await frame.executeJavaScript(question).catch(() => null);
    if (typeof answer === 'boolean') return answer;
    await setTimeout(100);
  }
  return false;
}
