import { app, dialog, ipcMain, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import { caseFolderIn } from './case-arguments.ts';
import { CALL_CHANNEL } from './channels.ts';
import { openDoor } from './door.ts';
import { engineCalls } from './engine-calls.ts';
import { createMainHandlers } from './main-handlers.ts';
import { HandsOn } from './hands-on/hands-on.ts';
import { answerToolbar } from './hands-on/toolbar-calls.ts';
import { applicationMenu } from './menu.ts';
import { silenceSession } from './network-silence.ts';
import { serveSchemes } from './protocols.ts';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import { createShell, type Shell } from './shell.ts';
import { isTrusted } from './trusted-sender.ts';
import { createWindow, sendEvent } from './window.ts';

/** Opens the program as a person uses it: one window, one engine. */
export function openProgram(onOpenRequest: (take: (folder: string) => void) => void): Shell {
  let window: BrowserWindow | null = null;
  const current = () => (window ??= showWindow());
  const emit = (event: EngineEvent) => window && sendEvent(window.webContents, event);
  const shell = createShell((event) => void emit(event));
  const showWindow = () => {
    const made = createWindow();
    made.once('closed', () => {
      window = null;
      // Pages being captured have windows too: without this they would go on, unseen, and keep the program from ending.
      void shell.queue.stop();
      shell.running.cancelAll();
      void handsOn.close();
    });
    return made;
  };
  silenceSession(session.defaultSession);
  serveSchemes(session.defaultSession, shell);
  nativeTheme.themeSource = shell.settings.theme;
  Menu.setApplicationMenu(applicationMenu((command) => emit({ type: 'command', command }), process.platform === 'darwin'));
  const handsOn = new HandsOn(shell);
  answerToolbar(handsOn, (itemId) => (current().focus(), emit({ type: 'command', command: `item.open ${itemId}` })));
  const callEngine = engineCalls(shell, handsOn);
  const open = openDoor(callEngine, createMainHandlers(shell, current, handsOn));
  ipcMain.handle(CALL_CHANNEL, (event, name, input) => {
    if (!isTrusted(event.senderFrame)) throw new Error('not the window');
    return open(name, input);
  });
  const openCase = (folder: string | null) => {
    if (folder === null) return;
    const announce = () => emit({ type: 'command', command: 'case.opened' });
    callEngine('case.open', { folder, access: 'write' }).then(announce, (error: unknown) => {
      const { title, remedy } = errorWords(toErrorData(error));
      dialog.showErrorBox(title, remedy);
    });
  };
  app.on('second-instance', (_event, argv, cwd) => {
    const shown = current();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
    openCase(caseFolderIn(argv, cwd));
  });
  onOpenRequest(openCase);
  app.on('activate', current);
  openCase(caseFolderIn(process.argv, process.cwd()));
  current();
  return shell;
}
