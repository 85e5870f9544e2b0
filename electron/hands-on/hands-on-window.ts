import { BrowserWindow, type WebContentsView } from 'electron';
import { appFile } from '../app-files.ts';
import { APP_ORIGIN } from '../scheme-names.ts';
import { shellWords as words } from '../shell-words.ts';

/** Where the toolbar's own page lies; the only page of the program that may use the toolbar's channel. */
export const toolbarAddress = `${APP_ORIGIN}/hands-on.html`;

export type HandsOnWindow = {
  window: BrowserWindow;
  /** `top`: where the page begins; `aside`: out of sight while the toolbar needs the whole window. */
  place: (top: number, aside: boolean) => void;
};

/** The toolbar is the window's own page; what is browsed lies on it, in a view of its own. */
export function openHandsOnWindow(caseTitle: string, view: WebContentsView): HandsOnWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 900,
    minWidth: 760,
    minHeight: 480,
    show: false,
    title: words.browseTitle.replace('{title}', caseTitle),
    backgroundColor: '#f6f5f2',
    autoHideMenuBar: true,
    webPreferences: {
      preload: appFile('out', 'preload', 'hands-on.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    },
  });
  // The program's menu acts on the program's window; its keys must not do so from here.
  window.removeMenu();
  window.contentView.addChildView(view);
  const at = { top: 0, aside: true };
  const layOut = () => {
    const { width, height } = window.getContentBounds();
    // Moved aside, not hidden: the page goes on as it was and cannot tell.
    view.setBounds({ x: at.aside ? width + 100 : 0, y: at.top, width, height: Math.max(1, height - at.top) });
  };
  layOut();
  window.on('resize', layOut);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(toolbarAddress);
  return {
    window,
    place: (top, aside) => {
      Object.assign(at, { top, aside });
      layOut();
    },
  };
}
