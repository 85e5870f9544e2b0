import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as sessions } from 'electron';
import type { DownloadItem, Session, WebContents } from 'electron';
import type { CaptureOptions } from '#shared/model/capture.ts';
import { isFetchable, isPageAddress } from './capture-url.ts';
import { caseSession } from './case-session.ts';
import { CertificateTrust } from './certificate-trust.ts';
import { GuardedSession, wipeSession } from './guarded-session.ts';
import type { ResourceLog } from './resource-log.ts';
import { atMost } from './devtools.ts';
import { hostilePage } from '../hostile-page.ts';

export type CaptureWindow = {
  window: BrowserWindow;
  contents: WebContents;
  session: Session;
  trust: CertificateTrust;
  /** From now on the page stays where it is. */
  holdStill: () => void;
  /** From now on nothing is asked of the network any more. */
  cutOff: () => void;
  /** Asked with every download; what it does not take is refused, as all are without it. */
  onDownload: (take: (item: DownloadItem) => boolean) => void;
  /** Ends window and renderer at once, then session data. Never throws, and never takes longer than `wipingMs`. */
  close: () => Promise<void>;
};

type State = { still: boolean; cutOff: boolean; takeDownload: (item: DownloadItem) => boolean };

/** Redirects by script or refresh, one after the other, before the page is taken to be running in circles. */
const mostMoves = 10;
/** For the data of a session that lives in memory only and is never asked for again, in milliseconds. */
const wipingMs = 10_000;

/**
 * A hidden window: no preload, sandboxed, every permission denied, no popups, dialogs, foreign schemes, or downloads
 * that are not asked for. What it refuses is logged; `circles` is called when the page keeps sending the browser elsewhere. Its session is its
 * own and lives in memory only, unless the options ask for the case's, which stays as it is when the window closes.
 */
export function openCaptureWindow(options: CaptureOptions, log: ResourceLog, circles: () => void, caseId?: string): CaptureWindow {
  const isFresh = options.session === 'fresh' || caseId === undefined;
  const session = isFresh ? sessions.fromPartition(`capture-${randomUUID()}`) : caseSession(caseId);
  const state: State = { still: false, cutOff: false, takeDownload: () => false };
  const trust = new CertificateTrust(session, options.certificateConsent);
  const guard = GuardedSession.of(session);
  const window = new BrowserWindow({
    show: false,
    width: options.width,
    height: options.height,
    useContentSize: true,
    webPreferences: { ...hostilePage, session, offscreen: true, disableDialogs: true, backgroundThrottling: false },
  });
  const contents = window.webContents;
  closePage(contents, state, log, circles);
  trust.follow(contents);
  const leave = guard.admit(contents.id, {
    log: () => log,
    mayAsk: () => !state.cutOff,
    takeDownload: (item) => state.takeDownload(item),
  });
  return {
    window,
    contents,
    session,
    trust,
    holdStill: () => void (state.still = true),
    cutOff: () => void (state.cutOff = true),
    onDownload: (take) => void (state.takeDownload = take),
    close: async () => {
      if (!window.isDestroyed()) window.destroy();
      leave();
      await atMost(wipingMs, isFresh ? wipeSession(session) : session.closeAllConnections().catch(() => undefined));
    },
  };
}

function closePage(contents: WebContents, state: State, log: ResourceLog, circles: () => void): void {
  let moves = 0;
  contents.setAudioMuted(true);
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url }) => {
    log.refused(url, 'popup');
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isPageAddress(event.url) && !state.still && ++moves <= mostMoves) return;
    event.preventDefault();
    log.refused(event.url, 'navigation');
    if (moves > mostMoves) circles();
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || isFetchable(event.url)) return;
    event.preventDefault();
    log.refused(event.url, 'scheme');
  });
  // The page may not keep its window open; "prevented" means that leaving is not.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event, _url, _list, answer) => {
    event.preventDefault();
    (answer as () => void)();
  });
  contents.on('login', (event, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
}
