import type { BrowserWindow } from 'electron';
import type { ParsedInput } from '#shared/contract.ts';
import type { ReplayArchive } from '#shared/model/replay.ts';
import type { MainHandlers } from '../door.ts';
import type { Shell } from '../shell.ts';
import { openReplay, type Replay, type ReplayListener } from './open-replay.ts';

type ReplayCall = 'replay.open' | 'replay.place' | 'replay.show' | 'replay.step' | 'replay.focus' | 'replay.close';

/** One opened archive; `replay` is null while it is being read. */
type Opened = { id: string; fileId: string; controller: AbortController; replay: Replay | null };

/**
 * The calls on replays. There is one at most: a window shows one item at a time. Calls on a replay that has ended do
 * nothing, because they may cross its end.
 */
export function createReplays(shell: Shell, window: () => BrowserWindow): Pick<MainHandlers, ReplayCall> {
  const replays = new Replays(shell, window);
  const act = async (id: string, run: (replay: Replay) => void | Promise<void>) => {
    const replay = replays.live(id);
    if (replay !== null) await run(replay);
    return {};
  };
  return {
    'replay.open': (input) => replays.open(input),
    'replay.place': ({ replayId, bounds }) => act(replayId, (replay) => replay.place(bounds)),
    'replay.show': ({ replayId, url, at }) => act(replayId, (replay) => replay.show({ url, at })),
    'replay.step': ({ replayId, step }) => act(replayId, (replay) => replay.step(step)),
    'replay.focus': ({ replayId }) => act(replayId, (replay) => replay.focus()),
    'replay.close': ({ replayId }) => {
      replays.close(replayId);
      return Promise.resolve({});
    },
  };
}

/** Holds the opened archive. It ends when asked to, with the window or its page, and when its file leaves the open case. */
class Replays {
  readonly #shell: Shell;
  readonly #window: () => BrowserWindow;
  readonly #watched = new WeakSet<BrowserWindow>();
  #opened: Opened | null = null;

  constructor(shell: Shell, window: () => BrowserWindow) {
    this.#shell = shell;
    this.#window = window;
    shell.engine.on((event) => {
      const moved = event.type === 'changed' && event.topics.some((topic) => topic === 'items' || topic === 'case');
      if (moved || event.type === 'engine-restarted') void this.#closeIfGone();
    });
  }

  live(id: string): Replay | null {
    return this.#opened?.id === id ? this.#opened.replay : null;
  }

  close(id = this.#opened?.id): void {
    if (this.#opened === null || this.#opened.id !== id) return;
    this.#opened.controller.abort();
    this.#opened = null;
  }

  async open({ replayId, fileId, page }: ParsedInput<'replay.open'>): Promise<ReplayArchive> {
    this.close();
    const mine: Opened = { id: replayId, fileId, controller: new AbortController(), replay: null };
    this.#opened = mine;
    const { engine, emit } = this.#shell;
    const listener: ReplayListener = {
      shown: (shown) => emit({ type: 'replay', replayId, shown }),
      pressed: (pressed) => emit({ type: 'replay-key', replayId, pressed }),
    };
    try {
      const file = await engine.call('files.get', { fileId });
      const { path, size } = await engine.call('blobs.locate', { sha256: file.sha256 });
      const source = { name: file.name, path, size, page };
      mine.replay = await openReplay(this.#watch(this.#window()), source, listener, mine.controller.signal);
      return mine.replay.archive;
    } catch (error) {
      this.close(replayId);
      throw error;
    }
  }

  /** Removed items keep their files in the records, so the item is asked for too. */
  async #closeIfGone(): Promise<void> {
    const before = this.#opened;
    if (before === null) return;
    const { engine } = this.#shell;
    try {
      const { itemId } = await engine.call('files.get', { fileId: before.fileId });
      await engine.call('items.get', { id: itemId });
    } catch {
      this.close(before.id);
    }
  }

  #watch(window: BrowserWindow): BrowserWindow {
    if (this.#watched.has(window)) return window;
    this.#watched.add(window);
    const close = () => this.close();
    window.once('closed', close);
    window.webContents.on('render-process-gone', close);
    window.webContents.on('did-start-navigation', (details) => details.isMainFrame && !details.isSameDocument && close());
    return window;
  }
}
