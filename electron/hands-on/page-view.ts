import { Menu, WebContentsView, type Session, type WebContents } from 'electron';
import type { HandsOnNote } from '#shared/hands-on.ts';
import { isFetchable, isPageAddress } from '../capture/capture-url.ts';
import { shellWords as words } from '../shell-words.ts';
import { hostilePage } from '../hostile-page.ts';

export type PageViewEvents = {
  note: (kind: HandsOnNote['kind'], url: string) => void;
  /** The page may not move just now: it is being taken. */
  isStill: () => boolean;
  input: (kind: 'clicks' | 'keys') => void;
  /** The site asks for a name and password over HTTP; `answer` without them gives none. */
  login: (asked: { host: string; realm: string }, answer: (user?: string, password?: string) => void) => void;
  /** A key that means the window and not the page. True when it was taken. */
  key: (input: Electron.Input) => boolean;
};

/** How long after a click or key a page may open something, in milliseconds. */
const gestureMs = 2000;

/**
 * The page a person browses: no preload, sandboxed, no window of its own making. It is hostile like every captured page,
 * but it may be heard and may ask its questions. What it would open in another window opens here, after a click.
 */
export function openPageView(session: Session, events: PageViewEvents): WebContentsView {
  const view = new WebContentsView({
    webPreferences: { ...hostilePage, session, safeDialogs: true },
  });
  guardPage(view.webContents, events);
  return view;
}

function guardPage(contents: WebContents, events: PageViewEvents): void {
  let lastInput = 0;
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(({ url, postBody }) => {
    const isAsked = Date.now() - lastInput < gestureMs;
    const opens = isPageAddress(url) && postBody === undefined && isAsked && !events.isStill();
    events.note(opens ? 'popup-here' : 'popup', url);
    if (opens) setImmediate(() => void contents.loadURL(url).catch(() => undefined));
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isPageAddress(event.url) && !events.isStill()) return;
    event.preventDefault();
    if (!events.isStill()) events.note('scheme', event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame && !isFetchable(event.url)) event.preventDefault();
  });
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('select-client-certificate', (event, _url, _list, answer) => {
    event.preventDefault();
    (answer as () => void)();
  });
  contents.on('login', (event, _details, { host, port, realm }, answer) => {
    event.preventDefault();
    events.login({ host: `${host}:${port}`, realm }, answer);
  });
  contents.on('input-event', (_event, { type }) => {
    if (type !== 'mouseDown' && type !== 'rawKeyDown' && type !== 'keyDown' && type !== 'touchStart') return;
    lastInput = Date.now();
    events.input(type === 'mouseDown' || type === 'touchStart' ? 'clicks' : 'keys');
  });
  contents.on('before-input-event', (event, input) => {
    if (input.type === 'keyDown' && events.key(input)) event.preventDefault();
  });
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const edit = [
      { role: 'cut', label: words.cut, enabled: isEditable },
      { role: 'copy', label: words.copy, enabled: selectionText !== '' },
      { role: 'paste', label: words.paste, enabled: isEditable },
      { role: 'selectAll', label: words.selectAll },
    ] as const;
    Menu.buildFromTemplate([...edit]).popup();
  });
}
