import { expect, it } from 'vitest';
import { deskOn, sweep } from './full-disk-sweep.ts';
import { smallDisk } from './small-disk.ts';

/** More steps than the act writes. */
const most = { import: 40, capture: 120, passage: 40, update: 40, seal: 20, export: 180, backup: 320 } as const;

it.for(Object.entries(most))('%s: a full disk at every write', async ([kind, steps], test) => {
  const disk = await smallDisk(test, 48);
  const desk = await deskOn(disk);
  const told = await sweep(
    disk,
    desk,
    kind as keyof typeof most,
    Array.from({ length: steps + 1 }, (_, step) => step),
  );
  console.warn(`${kind}: ${told.refused} times refused, ${told.done} times done`);
  expect(told.wrong).toEqual([]);
  expect(told.done).toBeGreaterThan(0);
});
