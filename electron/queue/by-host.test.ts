import { expect, test } from 'vitest';
import { mostAtOnce, workByHost } from './by-host.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const tasks = Array.from({ length: 30 }, (_, number) => ({ host: `h${number % 5}`, number }));

test('every task is done once, never two of one host, never more than three', async () => {
  const running: string[] = [];
  const done: number[] = [];
  let most = 0;
  const work = async ({ host, number }: (typeof tasks)[number]) => {
    expect(running).not.toContain(host);
    running.push(host);
    most = Math.max(most, running.length);
    await pause(1 + (number % 4));
    running.splice(running.indexOf(host), 1);
    done.push(number);
  };
  await workByHost(tasks, work, new AbortController().signal);
  expect(most).toBe(mostAtOnce);
  expect([...done].sort((a, b) => a - b)).toEqual(tasks.map(({ number }) => number));
});

test('nothing more is begun once it is aborted, and what runs comes to its end', async () => {
  const stop = new AbortController();
  let ended = 0;
  const work = async () => {
    stop.abort();
    await pause(5);
    ended += 1;
  };
  await workByHost(tasks, work, stop.signal);
  expect(ended).toBeGreaterThanOrEqual(1);
  expect(ended).toBeLessThanOrEqual(mostAtOnce);
});
