import { HoldfastError } from '#shared/errors.ts';
import type { PageStructure } from '#shared/model/page-structure.ts';
import type { CaseContext } from '../context.ts';
import { filesOf } from '../items/get-file.ts';
import { runWorker } from '../worker/run-worker.ts';
import type { SnapshotAnswer, SnapshotTask } from './snapshot-worker.ts';

const limits = { timeLimitMs: 60_000, heapMegabytes: 2048 };

/**
 * How the page of an item is built, read anew from its frozen snapshot.
 * @throws HoldfastError not-found without a snapshot, blob-missing, helper-timeout, helper-failed
 */
export async function readStructure(ctx: CaseContext, itemId: string): Promise<PageStructure> {
  const snapshot = (await filesOf(ctx, itemId)).find(({ role }) => role === 'snapshot');
  if (snapshot === undefined) throw new HoldfastError('not-found', { kind: 'snapshot', id: itemId });
  const answer = await ask(ctx, snapshot.sha256, (path) => ({ ask: 'structure', path }));
  return (answer as Extract<SnapshotAnswer, { structure: unknown }>).structure;
}

/**
 * Makes sure that a CSS selector names exactly one picture of a frozen snapshot.
 * @throws HoldfastError wrong-input (`field` element) when it names none, several or something else
 */
export async function requirePicture(ctx: CaseContext, sha256: string, selector: string): Promise<void> {
  const answer = await ask(ctx, sha256, (path) => ({ ask: 'picture', path, selector }));
  const { matches, pictures } = answer as Extract<SnapshotAnswer, { matches: unknown }>;
  const problem =
    matches === 0
      ? 'names nothing on the captured page'
      : matches > 1
        ? 'names more than one thing on the captured page'
        : pictures === 0
          ? 'does not name a picture'
          : null;
  if (problem !== null) throw new HoldfastError('wrong-input', { name: 'passages.create', field: 'element', problem });
}

async function ask(ctx: CaseContext, sha256: string, task: (path: string) => SnapshotTask): Promise<SnapshotAnswer> {
  const { path } = await ctx.store.locate(sha256);
  // A question is asked by a person who waits; there is no job to cancel it by.
  return runWorker<SnapshotAnswer>('snapshot', task(path), { signal: new AbortController().signal, ...limits });
}
