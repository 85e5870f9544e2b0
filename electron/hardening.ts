import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, SNAPSHOT_SCHEME } from './scheme-names.ts';

/** Closes every door a page could leave by, for each page that is made in the window's session. */
export function hardenPages(session: () => Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    if (contents.session === session()) hardenPage(contents);
  });
}

function hardenPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayShow(event.url, event.isMainFrame)) event.preventDefault();
  });
}

/** Frames may show frozen snapshots; the window itself stays where it is. */
function mayShow(url: string, isMainFrame: boolean): boolean {
  if (isMainFrame) return url.startsWith(`${APP_ORIGIN}/`);
  return url === 'about:blank' || url === 'about:srcdoc' || new URL(url).protocol === `${SNAPSHOT_SCHEME}:`;
}
