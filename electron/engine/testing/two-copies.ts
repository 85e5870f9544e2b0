/** For tests: two copies of one case that went separate ways, each with a writer key of its own. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCase } from '../case/open-case.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { writerKeyIn } from '../keys/key-folder.ts';
import { filledCase, type FilledCase } from './filled-case.ts';
import { engineState, temporaryFolder } from './temporary-case.ts';

export type Copy = { ctx: CaseContext; folder: string; engine: EngineState };
export type Copies = Omit<FilledCase, 'ctx' | 'engine' | 'folder'> & { a: Copy; b: Copy };

/** Opens a copy of a closed case under a name of its own. */
export async function copyOf(folder: string, name: string): Promise<Copy> {
  const top = await temporaryFolder();
  const own = join(top, `${name}.holdfast`);
  await cp(folder, own, { recursive: true });
  await rm(join(own, 'writer.lock'), { force: true });
  const engine = engineState();
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
