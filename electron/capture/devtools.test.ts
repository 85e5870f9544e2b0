import type { WebContents } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMost, attachDevTools, endedBy, NotAnswering } from './devtools.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

function contentsThat(sendCommand: (method: string) => Promise<unknown>): WebContents {
  const tools = Object.assign(new EventEmitter(), { attach: () => undefined, isAttached: () => true, sendCommand });
  return { debugger: tools } as unknown as WebContents;
}

test('a command that is never answered ends with the capture', async () => {
  const ended = new AbortController();
  const contents = contentsThat((method) => (method.endsWith('.enable') ? Promise.resolve({}) : never()));
  const { send } = await attachDevTools(contents, ended.signal, () => undefined);
  const asked = send('Page.captureScreenshot');
  ended.abort(new Error('over'));
  await expect(asked).rejects.toThrow('over');
  await expect(send('Page.captureScreenshot')).rejects.toThrow('over');
});

test('a window that never answers is given up', async () => {
  const attached = attachDevTools(contentsThat(never), new AbortController().signal, () => undefined);
  const given = expect(attached).rejects.toBeInstanceOf(NotAnswering);
  await vi.advanceTimersByTimeAsync(4000);
  await given;
});

test('work that hangs is waited for until the signal and its grace, work that ends is not', async () => {
  const ended = new AbortController();
  let isOver = false;
  const hanging = endedBy(never(), ended.signal, 5000).catch((error: unknown) => {
    isOver = true;
    return error;
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isOver).toBe(false);
  ended.abort(new Error('over'));
  await vi.advanceTimersByTimeAsync(4999);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await hanging).toMatchObject({ message: 'over' });
  expect(await endedBy(Promise.resolve('in its grace'), ended.signal, 5000)).toBe('in its grace');
});

test('what takes too long comes as null, what fails fails', async () => {
  const late = atMost(100, never());
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBeNull();
  expect(await atMost(100, Promise.resolve(1))).toBe(1);
  await expect(atMost(100, Promise.reject(new Error('no')))).rejects.toThrow('no');
});
