import type { WebContents } from 'electron';

/** Names by which a page can begin a call to another machine. */
const removal = `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete globalThis[name];`;

/**
 * Takes peer connections from every page and frame before any script of it runs. WebRTC asks the system for the address
 * of each server it is given, past session, proxy and policy, so a name would leave the machine. Should the hold on the
 * pages be lost, they are ended.
 */
export async function withoutWebRtc(contents: WebContents): Promise<void> {
  // Commands to a page that never was are never answered.
  await contents.loadURL('about:blank');
  const tools = contents.debugger;
  tools.attach('1.3');
  tools.on('detach', () => {
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
  });
  await tools.sendCommand('Page.enable');
  await tools.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source: removal });
}
