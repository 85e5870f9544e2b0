import type { WebContents } from 'electron';

/** The DevTools protocol of one page and the targets inside it. */
export type DevTools = {
  /** One command; ends when the capture's time does, because a page in an endless loop answers nothing. */
  send: <Answer>(method: string, params?: object, session?: string) => Promise<Answer>;
  detach: () => void;
};

export type DevToolsEvent = (method: string, params: Record<string, unknown>, session: string) => void;

/** Attaches to a page and reports its events, and those of whatever inside it is attached to later. */
export async function attachDevTools(contents: WebContents, signal: AbortSignal, onEvent: DevToolsEvent): Promise<DevTools> {
  const { debugger: tools } = contents;
  tools.attach('1.3');
  tools.on('message', (_event, method, params: Record<string, unknown>, session: string) => {
    onEvent(method, params, session || '');
  });
  const send = <Answer>(method: string, params: object = {}, session = ''): Promise<Answer> =>
    untilAborted(tools.sendCommand(method, params, session || undefined) as Promise<Answer>, signal);
  await answerOr(send('Network.enable'), 4000);
  await send('Page.enable');
  await send('Runtime.enable');
  return { send, detach: () => tools.isAttached() && tools.detach() };
}

/**
 * A window opened while Chromium is starting its graphics again may never answer anything. It is known by its first
 * silence, and given up for a new one.
 */
export class NotAnswering extends Error {}

async function answerOr(work: Promise<unknown>, patienceMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NotAnswering('the page does not answer')), patienceMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** `work`, or null when it is not done in so many milliseconds. */
export async function atMost<Value>(ms: number, work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/**
 * `work`, which is to end by itself once the signal says so, and has `graceMs` milliseconds for it; then the signal's
 * reason is thrown and nothing waits for it any more.
 */
export async function endedBy<Value>(work: Promise<Value>, signal: AbortSignal, graceMs: number): Promise<Value> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => void (timer = setTimeout(() => late.abort(signal.reason), graceMs));
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  try {
    return await untilAborted(work, late.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', start);
  }
}

/** `work`, or the signal's reason when that comes first. */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
