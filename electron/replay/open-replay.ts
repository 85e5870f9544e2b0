import { randomBytes } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { ReplayArchive, ReplayBounds, ReplayKey, ReplayPage, ReplayShown, ReplayStep } from '#shared/model/replay.ts';
import { checkWacz } from './check-wacz.ts';
import { choosePage } from './choose-page.ts';
import { loadArchive, showArchived } from './load-archive.ts';
import { hostAddress, type ArchivedAddress } from './replay-address.ts';
import { closeReplaySession, openReplaySession } from './replay-session.ts';
import { createReplayView } from './replay-view.ts';
import { sniffArchive } from './sniff-archive.ts';
import { withoutWebRtc } from './without-webrtc.ts';
import { watchPage } from './watch-page.ts';

/** What to open: the archive's name for messages, where its bytes lie, and the page to begin with. */
export type ReplaySource = { name: string; path: string; size: number; page: Omit<ReplayPage, 'title'> | null };

export type ReplayListener = { shown: (shown: ReplayShown) => void; pressed: (key: ReplayKey) => void };

export type Replay = {
  archive: ReplayArchive;
  place: (bounds: ReplayBounds) => void;
  show: (page: ArchivedAddress) => Promise<void>;
  step: (step: ReplayStep) => void;
  focus: () => void;
};

/**
 * Opens an archive in a view of the window, out of sight until it is placed. Aborting closes it and its session.
 * @throws HoldfastError replay-unreadable, replay-empty, replay-failed, cancelled
 */
export async function openReplay(
  window: BrowserWindow,
  source: ReplaySource,
  listener: ReplayListener,
  signal: AbortSignal,
): Promise<Replay> {
  const kind = await sniffArchive(source.path, source.name);
  if (kind === 'wacz') await checkWacz(source.path, source.name);
  const served = { token: randomBytes(16).toString('hex'), path: source.path, size: source.size, kind };
  const session = await openReplaySession(served);
  const view = createReplayView(session, served.token, (pressed) => {
    window.webContents.focus();
    if (pressed.key !== 'F6') listener.pressed(pressed);
  });
  const { webContents: contents } = view;
  window.contentView.addChildView(view);
  const close = () => {
    if (!window.isDestroyed()) window.contentView.removeChildView(view);
    if (!contents.isDestroyed()) contents.close();
    void closeReplaySession(session);
  };
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  try {
    await withoutWebRtc(contents);
    await contents.loadURL(hostAddress(served.token));
    const archive = await loadArchive(contents, served, source.name);
    signal.throwIfAborted();
    const first = choosePage(archive.pages, source.page);
    if (first === null) throw new HoldfastError('replay-empty', { name: source.name });
    watchPage(contents, served.token, listener.shown);
    await showArchived(contents, served.token, first, false);
    return {
      archive,
      place: (bounds) => place(window, view, bounds),
      show: (page) => showArchived(contents, served.token, page, true),
      step: (step) => takeStep(contents, step),
      focus: () => contents.focus(),
    };
  } catch (error) {
    if (signal.aborted) throw new HoldfastError('cancelled', {});
    throw error instanceof HoldfastError ? error : new HoldfastError('replay-failed', { name: source.name }, error);
  }
}

/** CSS pixels of the window become its device-independent ones; the page is drawn at the window's own zoom. */
function place(window: BrowserWindow, view: Electron.WebContentsView, bounds: ReplayBounds): void {
  const { webContents: contents } = view;
  const isShown = bounds !== null && bounds.width >= 1 && bounds.height >= 1;
  contents.setAudioMuted(!isShown);
  if (isShown) {
    const zoom = window.webContents.getZoomFactor();
    const [x, y] = [Math.round(bounds.x * zoom), Math.round(bounds.y * zoom)];
    view.setBounds({
      x,
      y,
      width: Math.round((bounds.x + bounds.width) * zoom) - x,
      height: Math.round((bounds.y + bounds.height) * zoom) - y,
    });
    if (contents.getZoomFactor() !== zoom) contents.setZoomFactor(zoom);
  } else if (contents.isFocused()) window.webContents.focus();
  view.setVisible(isShown);
}

function takeStep(contents: Electron.WebContents, step: ReplayStep): void {
  switch (step) {
    case 'back':
      return contents.navigationHistory.goBack();
    case 'forward':
      return contents.navigationHistory.goForward();
    case 'reload':
      contents.mainFrame.frames[0]?.reload();
  }
}
