/** For tests of faults: one act after the other with less and less room, until each of its writes has met a full disk. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { toErrorData } from '#shared/errors.ts';
import { openCase } from '../case/open-case.ts';
import { createEngine, type EngineClient } from '../engine.ts';
import { systemPorts } from '../system-ports.ts';
import { migrations } from '../testing/migrations-folder.ts';
import { engineState } from '../testing/temporary-case.ts';
import { doAct, type ActKind, type Desk, type Promised } from './acts.ts';
import { brokenPromises } from './check-promises.ts';
import type { SmallDisk } from './small-disk.ts';

/** Rooms between two looks at the whole case. */
const LOOK_EVERY = 10;

export type Swept = { refused: number; done: number; wrong: string[] };

/** A case on the small disk, with something to mark and to write out. */
export async function deskOn(disk: SmallDisk): Promise<Desk> {
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  onTestFinished(() => engine.close());
  const folder = join(disk.folder, 'Case');
  await engine.call('case.create', { folder, title: 'Full' });
  await mkdir(join(disk.folder, 'in'));
  await mkdir(join(disk.folder, 'out'));
  const desk = { engine, folder, outside: disk.folder, itemId: '', passageId: '' };
  const first = await doAct(desk, 'import', 0);
  desk.itemId = 'itemId' in first ? first.itemId : '';
  const { id } = await engine.call('passages.create', { itemId: desk.itemId, quote: 'marked words of', comment: 'count 0', tags: [] });
  return { ...desk, passageId: id };
}

/**
 * Does `kind` with each number of steps left in `rooms`. An act may only be done or be refused as `disk-full`; after
 * each, with room again, the case holds what was promised and nothing half, and the same act works.
 */
export async function sweep(disk: SmallDisk, desk: Desk, kind: ActKind, rooms: Iterable<number>): Promise<Swept> {
  const swept: Swept = { refused: 0, done: 0, wrong: [] };
  const promised: Promised[] = [];
  let count = 1000;
  let nextLook = LOOK_EVERY;
  for (const room of rooms) {
    const name = `${kind} with ${room} steps left`;
    const outcome = await tryAct(disk, desk, kind, room, (count += 2));
    await disk.free();
    if (outcome.code === 'disk-full') swept.refused += 1;
    else if (outcome.promised === null) swept.wrong.push(`${name}: ${outcome.code}`);
    else {
      swept.done += 1;
      promised.push(outcome.promised);
    }
    const after = await doAct(desk, kind, count + 1).catch((error: unknown) => `${name}, then with room: ${String(error)}`);
    if (typeof after === 'string') swept.wrong.push(after);
    else promised.push(after);
    swept.wrong.push(...(await strays(desk)).map((one) => `${name}: ${one}`));
    // What is half stays so until it is looked at; looking at the whole case takes longer than the act.
    if (swept.refused + swept.done + swept.wrong.length < nextLook) continue;
    nextLook += LOOK_EVERY;
    swept.wrong.push(...(await look(desk, promised)).map((one) => `up to ${name}: ${one}`));
    await clear(desk, promised);
  }
  swept.wrong.push(...(await look(desk, promised)).map((one) => `${kind}, at last: ${one}`));
  return swept;
}

type Outcome = { code: string; promised: Promised | null };

async function tryAct(disk: SmallDisk, desk: Desk, kind: ActKind, room: number, count: number): Promise<Outcome> {
  // What is written before the act begins is not what is tried.
  const before = kind === 'import' || kind === 'capture' ? await prepared(desk, kind, count) : null;
  await disk.leave(room);
  try {
    return { code: 'done', promised: before === null ? await doAct(desk, kind, count) : await before() };
  } catch (error) {
    const { outcome } = error as { outcome?: { error?: { code: string } } };
    return { code: outcome?.error?.code ?? toErrorData(error).code, promised: null };
  }
}

/** Files to import and staged pages lie there before the disk is filled. */
async function prepared(desk: Desk, kind: 'import' | 'capture', count: number): Promise<() => Promise<Promised>> {
  const held = Promise.withResolvers<void>();
  const waiting: EngineClient = {
    ...desk.engine,
    call: async (name, input) => {
      arrived.resolve();
      await held.promise;
      return desk.engine.call(name, input);
    },
  };
  const arrived = Promise.withResolvers<void>();
  const act = doAct({ ...desk, engine: waiting }, kind, count);
  act.catch(() => {}); // Told by whoever waits for it.
  await arrived.promise;
  return () => {
    held.resolve();
    return act;
  };
}

/** As another process would see it. */
async function look({ folder, outside }: Desk, promised: Promised[]): Promise<string[]> {
  const state = engineState(systemPorts);
  const ctx = await openCase(state, folder, 'read');
  try {
    return await brokenPromises(state, ctx, outside, promised);
  } finally {
    await ctx.close();
  }
}

/** What a refused act left beside what it should have written, or in staging. */
async function strays({ folder, outside }: Desk): Promise<string[]> {
  const left = (await readdir(join(outside, 'out'))).filter((name) => name.startsWith('.'));
  const staged = await readdir(join(folder, 'staging')).catch(() => []);
  return [...left, ...staged.filter((name) => name.endsWith('.part'))].map((name) => `left behind: ${name}`);
}

async function clear({ outside }: Desk, promised: Promised[]): Promise<void> {
  for (const folder of ['out', 'in']) for (const name of await readdir(join(outside, folder))) await rm(join(outside, folder, name), { recursive: true }); // prettier-ignore
  for (let at = promised.length - 1; at >= 0; at -= 1) if (promised[at]?.kind === 'export') promised.splice(at, 1);
}
