/** For tests of faults: a process working in a case is killed at random moments, and the case looked at after each. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCase, openCase } from '../case/open-case.ts';
import type { EngineState } from '../context.ts';
import { keyFolder } from '../keys/key-folder.ts';
import { createPassage } from '../passages/create-passage.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState } from '../testing/temporary-case.ts';
import { systemPorts } from '../system-ports.ts';
import type { Go, Told } from './act-process.ts';
import { actKinds, type ActKind, type Promised } from './acts.ts';
import { brokenPromises } from './check-promises.ts';

export type Killed = {
  /** How often each act was in flight when the process was killed. */
  inFlight: Partial<Record<ActKind | 'opening', number>>;
  promises: number;
  broken: string[];
};

/** How long each act takes at most, in milliseconds, on a machine that does other things too. */
const lasts: Record<ActKind, number> = { import: 120, capture: 250, passage: 40, update: 20, seal: 10, export: 300, backup: 300 };

/** So that one or two acts come before the one aimed at, and are promised. */
function startOf(aim: ActKind | null, random: () => number): number {
  const before = 1 + Math.floor(random() * 2);
  return aim === null ? 0 : (actKinds.indexOf(aim) - before + actKinds.length) % actKinds.length;
}

type Round = { child: ChildProcess; told: Told[]; ready: Promise<void>; begins(kind: ActKind): Promise<void>; ended: Promise<void> };

/** `moments` kills, each at a moment `random` (0 to 1) chooses. The case and what it wrote lie in `place`. */
export async function killRounds(place: string, moments: number, random: () => number): Promise<Killed> {
  const engine = engineState(systemPorts);
  const desk = await makeDesk(engine, place);
  const killed: Killed = { inFlight: {}, promises: 0, broken: [] };
  const promised: Promised[] = [];
  let count = 1;
  let next = start();
  for (let moment = 0; moment < moments; moment += 1) {
    const round = next;
    await Promise.race([round.ready, round.ended]);
    const aim = moment % 10 === 9 ? null : (actKinds[Math.floor(random() * actKinds.length)] ?? null);
    round.child.send({ ...desk, keys: keyFolder(), start: startOf(aim, random), count } satisfies Go);
    // One in ten is killed while it opens the case, the others somewhere in an act.
    if (aim !== null) await Promise.race([round.begins(aim), round.ended]);
    await new Promise((resolve) => setTimeout(resolve, random() * (aim === null ? 300 : lasts[aim])));
    round.child.kill('SIGKILL');
    await round.ended;
    next = start(); // Starts while the case is looked at.
    const inFlight = note(round.told, promised, killed);
    killed.inFlight[inFlight] = (killed.inFlight[inFlight] ?? 0) + 1;
    count += 1 + round.told.filter((told) => 'begins' in told).length;
    const broken = await look(engine, desk, promised);
    killed.broken.push(...broken.map((one) => `after kill ${moment + 1} in ${inFlight}: ${one}`));
  }
  next.child.kill();
  return { ...killed, promises: promised.length };
}

async function makeDesk(engine: EngineState, place: string): Promise<Omit<Go, 'keys' | 'start' | 'count'>> {
  const folder = join(place, 'Case');
  const ctx = await createCase(engine, folder, 'Killed');
  const itemId = await keepTextItem(ctx, 'some marked words in a text');
  const { id: passageId } = await createPassage(ctx, { itemId, quote: 'marked words', comment: 'count 0', tags: [] });
  await ctx.close();
  await mkdir(join(place, 'in'));
  await mkdir(join(place, 'out'));
  return { folder, outside: place, itemId, passageId };
}

function start(): Round {
  const child = fork(join(import.meta.dirname, 'act-process.ts'), [], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told: Told[] = [];
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const begun = new Map<ActKind, PromiseWithResolvers<void>>(actKinds.map((kind) => [kind, Promise.withResolvers<void>()]));
  const { promise: ended, resolve: hasEnded } = Promise.withResolvers<void>();
  child.on('message', (one) => {
    const message = one as Told;
    told.push(message);
    if ('ready' in message) isReady();
    if ('begins' in message) begun.get(message.begins)?.resolve();
  });
  child.once('close', () => hasEnded());
  return { child, told, ready, begins: async (kind) => begun.get(kind)?.promise, ended };
}

function note(told: Told[], promised: Promised[], killed: Killed): ActKind | 'opening' {
  let inFlight: ActKind | 'opening' = 'opening';
  for (const one of told) {
    if ('promised' in one) promised.push(one.promised);
    if ('begins' in one) inFlight = one.begins;
    if ('failed' in one) killed.broken.push(`failed by itself: ${one.failed}`);
  }
  return inFlight;
}

async function look(
  engine: EngineState,
  { folder, outside }: { folder: string; outside: string },
  promised: Promised[],
): Promise<string[]> {
  const ctx = await openCase(engine, folder, 'write');
  try {
    return await brokenPromises(engine, ctx, outside, promised);
  } finally {
    await ctx.close();
    // Each case file is looked at once.
    for (const name of await readdir(join(outside, 'out'))) await rm(join(outside, 'out', name), { recursive: true, force: true });
    for (let at = promised.length - 1; at >= 0; at -= 1) if (promised[at]?.kind === 'export') promised.splice(at, 1);
  }
}
