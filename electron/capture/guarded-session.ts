import type { DownloadItem, Session, WebContents } from 'electron';
import { silenceSpelling } from '../network-silence.ts';
import { isFetchable } from './capture-url.ts';
import { savedNotShown } from './saved-not-shown.ts';
import type { ResourceLog } from './resource-log.ts';

/** A page in a guarded session: where what it asks for is noted (`isPage`: its own document), and whether it may still ask. */
export type Guest = {
  log: (isPage: boolean) => ResourceLog;
  mayAsk: () => boolean;
  /** Whether it takes this download; refused when it does not. A page that takes downloads gets PDFs that way too. */
  takeDownload?: (item: DownloadItem) => boolean;
};

/**
 * A session in which hostile pages load: every permission, download and foreign scheme is refused, and what happens is
 * told to the page it belongs to. A session has one handler for each thing, so pages that share one are told apart here
 * by the id of their web contents; what no page is named for (service workers) is told to all of them.
 */
export class GuardedSession {
  private readonly guests = new Map<number, Guest>();

  private constructor(session: Session) {
    session.setUserAgent(plainUserAgent(session.getUserAgent()));
    silenceSpelling(session);
    session.setPermissionRequestHandler((contents, permission, answer, details) => {
      this.tell(idOf(contents), (log) => log.refused(details.requestingUrl, `permission: ${permission}`));
      answer(false);
    });
    session.setPermissionCheckHandler(() => false);
    session.setDevicePermissionHandler(() => false);
    session.on('will-download', (event, item, contents) => {
      const id = idOf(contents);
      if (id !== undefined && this.guests.get(id)?.takeDownload?.(item) === true) return;
      event.preventDefault();
      this.tell(idOf(contents), (log) => log.refused(item.getURLChain()[0] ?? item.getURL(), 'download'));
    });
    this.followRequests(session);
  }

  /** The guard of a session, set up once. The map is Electron's own list of sessions with one thing more known of each. */
  static of(session: Session): GuardedSession {
    const there = guards.get(session);
    if (there !== undefined) return there;
    const made = new GuardedSession(session);
    guards.set(session, made);
    return made;
  }

  /** From now on a page is told; the answer ends that. */
  admit(contentsId: number, guest: Guest): () => void {
    this.guests.set(contentsId, guest);
    return () => void this.guests.delete(contentsId);
  }

  private tell(contentsId: number | undefined, say: (log: ResourceLog) => void, isPage = false): void {
    const named = contentsId === undefined ? undefined : this.guests.get(contentsId);
    for (const guest of named === undefined ? this.guests.values() : [named]) say(guest.log(isPage));
  }

  private mayAsk(contentsId: number | undefined): boolean {
    const named = contentsId === undefined ? undefined : this.guests.get(contentsId);
    return named === undefined || named.mayAsk();
  }

  private followRequests({ webRequest }: Session): void {
    webRequest.onBeforeRequest(({ id, url, webContentsId, resourceType }, answer) => {
      const fetchable = isFetchable(url);
      const mayAsk = this.mayAsk(webContentsId);
      this.tell(
        webContentsId,
        (log) => {
          if (!fetchable) log.refused(url, 'scheme');
          else if (mayAsk) log.began(id);
        },
        resourceType === 'mainFrame',
      );
      answer({ cancel: !fetchable || !mayAsk });
    });
    webRequest.onHeadersReceived(({ webContentsId, resourceType, responseHeaders = {} }, answer) => {
      const takes = webContentsId !== undefined && this.guests.get(webContentsId)?.takeDownload !== undefined;
      answer(takes && resourceType === 'mainFrame' ? { responseHeaders: savedNotShown(responseHeaders) } : {});
    });
    webRequest.onCompleted(({ id, url, statusCode, responseHeaders = {}, webContentsId, resourceType }) => {
      const dates = Object.entries(responseHeaders).find(([name]) => name.toLowerCase() === 'date')?.[1] ?? [];
      this.tell(webContentsId, (log) => log.completed(id, url, statusCode, dates), resourceType === 'mainFrame');
    });
    webRequest.onErrorOccurred(({ id, url, error, webContentsId, resourceType }) =>
      this.tell(webContentsId, (log) => log.lost(id, url, error), resourceType === 'mainFrame'),
    );
  }
}

/** A worker asks without a page, whatever the types say. */
function idOf(contents: WebContents | null | undefined): number | undefined {
  return contents?.id;
}

const guards = new WeakMap<Session, GuardedSession>();

/** Chromium's own words without the program's name: pages must not answer differently to this program's users. */
function plainUserAgent(userAgent: string): string {
  return userAgent.replace(/ (?!Mozilla|AppleWebKit|Chrome|Safari)[^\s/()]+\/[\w.-]+(?= )/g, '');
}

/** Takes everything a session has kept: cookies, storage, caches, logins, open lines. */
export async function wipeSession(session: Session): Promise<void> {
  const wiped = [session.clearStorageData(), session.clearCache(), session.clearAuthCache(), session.closeAllConnections()];
  await Promise.allSettled(wiped);
}
