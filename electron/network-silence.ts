import { app, type Session } from 'electron';
import { APP_SCHEME, BLOB_SCHEME, SNAPSHOT_SCHEME } from './scheme-names.ts';

const local = new Set([`${APP_SCHEME}:`, `${BLOB_SCHEME}:`, `${SNAPSHOT_SCHEME}:`, 'data:', 'blob:', 'devtools:']);

/** Switches off what Chromium does over the network by itself; must run before the app is ready. */
export function silenceChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  // Names in a page would be looked up before anybody asked for them.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
}

/**
 * Nothing in the window's session reaches beyond this machine or gets a permission, but that the app's own pages may
 * put text on the clipboard when a person presses "copy". Captures have their own session.
 */
export function silenceSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !local.has(new URL(details.url).protocol) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(isCopying(permission, requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => isCopying(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
  silenceSpelling(session);
  session.on('will-download', (event) => event.preventDefault());
}

/** Frozen pages are shown in this session too, from another scheme. */
function isCopying(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && origin.startsWith(`${APP_SCHEME}://`);
}

/** A new session fetches a dictionary over the network unless it is told that it has no languages, and where not to. */
export function silenceSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('https://127.0.0.1:1/');
  session.setSpellCheckerLanguages([]);
}
