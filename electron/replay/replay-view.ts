import { WebContentsView, type Session, type WebContents } from 'electron';
import type { ReplayKey } from '#shared/model/replay.ts';
import { appChord } from './app-chord.ts';
import { hostAddress } from './replay-address.ts';
import { hostilePage } from '../hostile-page.ts';

/** The view a replay is drawn in: no preload, sandboxed, and every way out of it closed. Pages expect white paper. */
export function createReplayView(session: Session, token: string, onChord: (pressed: ReplayKey) => void): WebContentsView {
  const view = new WebContentsView({
    webPreferences: { ...hostilePage, session, disableDialogs: true },
  });
  view.setBackgroundColor('#ffffff');
  view.setVisible(false);
  closeExits(view.webContents, hostAddress(token));
  view.webContents.on('before-input-event', (event, input) => {
    const pressed = appChord(input);
    if (pressed === null) return;
    event.preventDefault();
    onChord(pressed);
  });
  return view;
}

function closeExits(contents: WebContents, here: string): void {
  contents.setAudioMuted(true);
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !mayFrame(event.url, here)) event.preventDefault();
  });
  // wabac turns inline frames into archived ones. One that is not gets past the handlers above and would begin without
  // what without-webrtc.ts does, so the page ends before it does.
  contents.on('did-start-navigation', ({ url, isMainFrame }) => {
    if (!isMainFrame && url.startsWith('about:srcdoc')) contents.forcefullyCrashRenderer();
  });
  contents.on('will-redirect', (event) => {
    if (event.isMainFrame || !mayFrame(event.url, here)) event.preventDefault();
  });
  // The page may not keep itself open; "prevented" means that leaving is not.
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

/** Frames hold archived pages or nothing. */
function mayFrame(url: string, here: string): boolean {
  return url.startsWith(`${here}w/`) || url === 'about:blank';
}
