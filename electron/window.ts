import { BrowserWindow, type Event, type WebContents } from 'electron';
import type { EngineEvent } from '#shared/model/events.ts';
import { appFile } from './app-files.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { APP_ORIGIN } from './scheme-names.ts';

/** The one window. It is sandboxed, knows no Node, and shows itself once it has something to show. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#f6f5f2',
    webPreferences: {
      preload: appFile('out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event: Event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

export function sendEvent(contents: WebContents, event: EngineEvent): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event);
}
