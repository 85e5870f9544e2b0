import type { ElectronApplication } from 'playwright';

/** What a test can see of the replay's view, which is no page of the window. */
export type ReplayView = {
  /** Evaluates in the archived page itself; null while there is none. */
  inPage<Value>(code: string): Promise<Value | null>;
  /** Clicks an element of the page as a person does. */
  click(selector: string): Promise<void>;
  /** The address of the page around the archived one. */
  top(): Promise<string>;
  count(): Promise<number>;
  isVisible(): Promise<boolean>;
  bounds(): Promise<{ x: number; y: number; width: number; height: number } | null>;
  address(): Promise<string>;
  /** Presses a key as a person whose focus is in the page. */
  press(keyCode: string, modifiers?: ('control' | 'alt' | 'shift')[]): Promise<void>;
};

export function replayView(app: ElectronApplication): ReplayView {
  return {
    inPage: async <Value>(code: string) =>
      (await app.evaluate(({ webContents }, script): Promise<unknown> | null => {
        const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith('holdfast-replay:'));
        return contents?.mainFrame.frames[0]?.executeJavaScript(script).catch(() => null) ?? null;
      }, code)) as Value | null,
    click: (selector) =>
      app.evaluate(async ({ webContents }, given) => {
        const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith('holdfast-replay:'));
        await contents?.mainFrame.frames[0]?.executeJavaScript(`document.querySelector(${JSON.stringify(given)}).click()`, true);
      }, selector),
    top: () =>
      app.evaluate(
        ({ webContents }) =>
          webContents
            .getAllWebContents()
            .find((one) => one.getURL().startsWith('holdfast-replay:'))
            ?.getURL() ?? '',
      ),
    count: () =>
      app.evaluate(
        ({ webContents }) => webContents.getAllWebContents().filter((one) => one.getURL().startsWith('holdfast-replay:')).length,
      ),
    isVisible: async () => {
      const bounds = await boundsOf(app);
      if (bounds === null) return false;
      const point = { x: bounds.x + bounds.width - 40, y: bounds.y + 40 };
      return (await colourAt(app, point)) === paper;
    },
    bounds: () => boundsOf(app),
    address: () =>
      app.evaluate(
        ({ webContents }) =>
          webContents.getAllWebContents().find((one) => one.getURL().startsWith('holdfast-replay:'))?.mainFrame.frames[0]?.url ?? '',
      ),
    press: (keyCode, modifiers = []) =>
      app.evaluate(
        ({ webContents }, [key, held]) => {
          const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith('holdfast-replay:'));
          contents?.focus();
          contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: held });
          contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: held });
        },
        [keyCode, modifiers] as const,
      ),
  };
}

/** The background of the archived test pages. */
const paper = '253 246 227';

function boundsOf(app: ElectronApplication): Promise<{ x: number; y: number; width: number; height: number } | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const view = BrowserWindow.getAllWindows()[0]!.contentView.children.find(
      (one) => 'webContents' in one && (one.webContents as Electron.WebContents).getURL().startsWith('holdfast-replay:'),
    );
    return view?.getBounds() ?? null;
  });
}

/** What the screen shows at a point of the window, as a person would see it: window and view together. */
function colourAt(app: ElectronApplication, at: { x: number; y: number }): Promise<string> {
  return app.evaluate(async ({ BrowserWindow, desktopCapturer, screen }, { x, y }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    window.moveTop();
    const content = window.getContentBounds();
    const display = screen.getDisplayMatching(content);
    const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: display.size });
    const picture = (sources.find(({ display_id }) => display_id === String(display.id)) ?? sources[0])?.thumbnail;
    if (picture === undefined) return 'no screen';
    const scale = picture.getSize().width / display.bounds.width;
    const at = (value: number) => Math.floor(value * scale);
    const pixel = picture
      .crop({ x: at(content.x + x - display.bounds.x), y: at(content.y + y - display.bounds.y), width: 1, height: 1 })
      .toBitmap();
    return `${pixel[2]} ${pixel[1]} ${pixel[0]}`;
  }, at);
}

/** The whole screen as a person sees it, for looking at. */
export async function screenPicture(app: ElectronApplication): Promise<Buffer> {
  const data = await app.evaluate(async ({ desktopCapturer, screen }) => {
    const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: screen.getPrimaryDisplay().size });
    return source?.thumbnail.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(data, 'base64');
}
