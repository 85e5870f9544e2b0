import { stat } from 'node:fs/promises';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';

/**
 * Files under `blobs/` that no row explains. A well-named one is what an interrupted import leaves (`blob-orphan`);
 * anything else was put there by somebody (`file-unexplained`). Rows are read now, not from a snapshot, and files of
 * an import that still runs are left alone: their rows come last.
 */
export async function checkStoreNames(ctx: CaseContext, startedAt: Date, signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for await (const { shard, name, path } of ctx.store.names()) {
      signal.throwIfAborted();
      const at = ['blobs', shard, name].filter((part) => part !== '').join('/');
      if (!/^[0-9a-f]{64}$/.test(name) || shard !== name.slice(0, 2))
        findings.push(makeFinding('file-unexplained', at, { facts: { path: at } }));
      else if (!(await isKnown(ctx, name)) && !(await mayBeArriving(ctx, path, startedAt)))
        findings.push(makeFinding('blob-orphan', name, { facts: { path: at } }));
    }
  } catch (error) {
    // Without the folder every blob is missing, and named so one by one.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return findings;
}

/** A blob a file still names is not an orphan, even when its own row is gone: that is told of the item. */
async function isKnown(ctx: CaseContext, sha256: string): Promise<boolean> {
  const row = await ctx.read.selectFrom('blob').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  return (
    row !== undefined || (await ctx.read.selectFrom('file').select('id').where('sha256', '=', sha256).executeTakeFirst()) !== undefined
  );
}

async function mayBeArriving(ctx: CaseContext, path: string, startedAt: Date): Promise<boolean> {
  const busy = ctx.jobs.list().some((job) => job.state === 'running' && ['import', 'capture', 'video', 'sample'].includes(job.kind));
  return busy || (await stat(path)).ctimeMs > startedAt.getTime();
}
