/** For tests: two copies of one case that went separate ways, each with a writer key of its own. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCase } from '../case/open-case.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { systemPorts } from '../system-ports.ts';
import { writerKeyIn } from '../keys/key-folder.ts';
import { filledCase, type FilledCase } from './filled-case.ts';
import { engineState, temporaryFolder } from './temporary-case.ts';

export type Copy = { ctx: CaseContext; folder: string; engine: EngineState };
export type Copies = Omit<FilledCase, 'ctx' | 'engine' | 'folder'> & { a: Copy; b: Copy };

let hours = 0;

/** An engine whose clock goes on after those of the engines before it. */
export function laterState(): EngineState {
  let seconds = 0;
  hours += 1;
  const start = Date.UTC(2018, 10, 15) + hours * 3_600_000;
  return engineState({ now: () => new Date(start + 1000 * seconds++), newId: systemPorts.newId });
}

/** Opens a copy of a closed case under a name of its own. */
export async function copyOf(folder: string, name: string): Promise<Copy> {
  const top = await temporaryFolder();
  const own = join(top, `${name}.holdfast`);
  await cp(folder, own, { recursive: true });
  await rm(join(own, 'writer.lock'), { force: true });
  const engine = laterState();
  engine.settings.actor = name;
  engine.settings.writerKey = writerKeyIn(join(top, 'keys'));
  const ctx = await openCase(engine, own, 'write');
  // A test may have closed it already.
  onTestFinished(() => ctx.close().catch(() => undefined));
  return { ctx, folder: own, engine };
}

/** A filled case that is closed, for several pairs of copies. */
export async function closedCase(): Promise<Omit<FilledCase, 'ctx' | 'engine'>> {
  const { ctx, engine, ...filled } = await filledCase();
  await ctx.close();
  engine.open = null;
  return filled;
}

export async function twoCopies(): Promise<Copies> {
  const { folder, ...filled } = await closedCase();
  return { ...filled, a: await copyOf(folder, 'Alma'), b: await copyOf(folder, 'Bilal') };
}
