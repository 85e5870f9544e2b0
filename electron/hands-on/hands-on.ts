import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { HoldfastError } from '#shared/errors.ts';
import type { HandsOnCommand, HandsOnEvent, SessionInfo } from '#shared/hands-on.ts';
import { caseSession } from '../capture/case-session.ts';
import { NotAnswering } from '../capture/devtools.ts';
import { wipeSession } from '../capture/guarded-session.ts';
import { writableCase } from '../capture/run-capture.ts';
import { shellWords as words } from '../shell-words.ts';
import type { Shell } from '../shell.ts';
import { HANDS_ON_EVENT } from './channels.ts';
import { openHandsOnWindow, type HandsOnWindow } from './hands-on-window.ts';
import { sessionInfo } from './session-info.ts';
import { Sitting } from './sitting.ts';

const mostAttempts = 4;

export type OpenSitting = HandsOnWindow & { sitting: Sitting; caseId: string; ended: Promise<void> };
export type HandsOnShell = Pick<Shell, 'engine' | 'caseSessions' | 'emit'>;

/** The one window a person browses in, and the session of the open case it leaves behind. */
export class HandsOn {
  open: OpenSitting | null = null;
  private opening = false;
  private isQuitting = false;
  private readonly shell: HandsOnShell;

  constructor(shell: HandsOnShell) {
    this.shell = shell;
    app.on('before-quit', () => (this.isQuitting = true));
  }

  /**
   * Opens the window, or brings it to the front, and goes to an address when one is given.
   * @throws HoldfastError no-case-open, case-read-only, session-busy, url-invalid, url-scheme
   */
  async show(url: string | undefined): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const open = this.open ?? (await this.startRepeatedly());
      if (url !== undefined) open.sitting.go(url);
      if (open.window.isMinimized()) open.window.restore();
      open.window.focus();
    } finally {
      this.opening = false;
    }
  }

  /** Closes the window, after asking when a page on screen was not kept. False when the person stays. */
  async close(): Promise<boolean> {
    const { open } = this;
    if (open === null) return true;
    if (open.sitting.isKeeping || (open.sitting.hasUnkept && !(await mayLeave(open)))) return false;
    open.window.destroy();
    await open.ended;
    return true;
  }

  /** Closing holds up the end of the program; when the person leaves the page, it goes on. */
  private async closeAndQuit(): Promise<void> {
    const isLeft = await this.close();
    if (isLeft && this.isQuitting) app.quit();
    this.isQuitting = false;
  }

  sessionInfo(caseId: string): Promise<SessionInfo> {
    return sessionInfo(caseSession(caseId));
  }

  /** Takes every login and trace the case's session holds on this computer; the journal says that it was done. */
  async wipe(): Promise<void> {
    const { caseId } = await writableCase(this.shell.engine);
    const session = caseSession(caseId);
    const { cookies, sites } = await sessionInfo(session);
    await wipeSession(session);
    await session.cookies.flushStore();
    await this.shell.engine.call('captures.sessionWiped', { cookies, sites: sites.length });
    if (this.open?.caseId === caseId) this.open.sitting.move('reload');
  }

  send(event: HandsOnEvent): void {
    const contents = this.open?.window.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(HANDS_ON_EVENT, event);
  }

  /** As for captures: a window that never answered has asked nothing of anybody, and is given up for a new one. */
  private async startRepeatedly(): Promise<OpenSitting> {
    for (let number = 1; ; number++) {
      try {
        return await this.start();
      } catch (error) {
        if (!(error instanceof NotAnswering) || number >= mostAttempts) throw error;
      }
    }
  }

  private async start(): Promise<OpenSitting> {
    const { engine, caseSessions } = this.shell;
    const { staging, caseId, title } = await writableCase(engine);
    const giveBack = caseSessions.sit();
    try {
      const folder = join(staging, `sitting-${randomUUID()}`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const sitting = new Sitting({
        session: caseSession(caseId),
        folder,
        caseTitle: title,
        keep: (staged) => engine.call('captures.keep', { staged, jobId: `hands-on-${randomUUID()}` }),
        changed: later(() => this.open && this.send({ type: 'state', state: this.open.sitting.state() })),
        key: (input) => this.key(input),
      });
      const opened = openHandsOnWindow(title, sitting.view);
      const ended = new Promise<void>((resolve) => {
        opened.window.once('closed', () => {
          this.open = null;
          void sitting.end().finally(() => {
            giveBack();
            resolve();
          });
        });
      });
      this.open = { ...opened, sitting, caseId, ended };
      opened.window.on('close', (event) => {
        event.preventDefault();
        void this.closeAndQuit();
      });
      await sitting.start();
      return this.open;
    } catch (error) {
      const opened = this.open;
      if (opened === null) giveBack();
      opened?.window.destroy();
      await opened?.ended;
      throw error;
    }
  }

  /** Keys pressed in the page that mean the window. */
  private key({ key, control, meta, alt, shift }: Electron.Input): boolean {
    const { open } = this;
    if (open === null) return false;
    const mod = process.platform === 'darwin' ? meta : control;
    const command = (name: HandsOnCommand) => {
      open.window.webContents.focus();
      this.send({ type: 'command', command: name });
    };
    const letter = key.toLowerCase();
    if (mod && !shift && !alt && letter === 's') command('keep');
    else if (mod && !shift && !alt && letter === 'l') command('address');
    else if ((mod && letter === 'r') || key === 'F5') open.sitting.move('reload');
    else if (alt && key === 'ArrowLeft') open.sitting.move('back');
    else if (alt && key === 'ArrowRight') open.sitting.move('forward');
    else return false;
    return true;
  }
}

async function mayLeave({ window }: OpenSitting): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.leaveQuestion,
    detail: words.leaveText,
    buttons: [words.leaveStay, words.leaveClose],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Many changes come at once while a page loads; a few states a second are enough to look at. */
function later(run: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      run();
    }, 80);
  };
}

/** @throws HoldfastError hands-on-open when the person chose to stay */
export async function closeBeforeCase(handsOn: HandsOn): Promise<void> {
  if (!(await handsOn.close())) throw new HoldfastError('hands-on-open', {});
}
