import { basename } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { ImportOutcome } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { recordFailure } from '../custody/record-failure.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { sealSession } from '../seal/make-seal.ts';
import { importFile, refuse } from './import-file.ts';
import { sidecarsLast } from './sidecars.ts';
import { walkPaths } from './walk-paths.ts';

/**
 * Imports files and folders, one after the other, as one job counted in bytes. One outcome a file; a file that fails
 * does not stop the rest. Cancelling ends the file under way and leaves the others untouched.
 */
export async function importPaths(ctx: CaseContext, { paths, jobId }: ParsedInput<'items.import'>): Promise<CallOutput<'items.import'>> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const subject = basename(paths[0] ?? '');
  return ctx.jobs.run({ id: jobId, kind: 'import', subject, unit: 'bytes' }, async (job) => {
    const outcomes = await importAll(ctx, paths, job).catch(async (error: unknown) => {
      await recordFailure(ctx, 'import.failed', subject, error);
      throw error;
    });
    if (outcomes.some(({ fate }) => fate === 'kept')) await sealSession(ctx, 'import');
    return { outcomes };
  });
}

async function importAll(ctx: CaseContext, paths: readonly string[], { signal, progress }: JobHandle): Promise<ImportOutcome[]> {
  const { files, refused } = await walkPaths(paths, signal);
  const outcomes: ImportOutcome[] = [];
  for (const path of refused) outcomes.push(await refuse(ctx, path, null));
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const taken = new Map<string, ImportOutcome>();
  let before = 0;
  for (const found of sidecarsLast(files)) {
    if (signal.aborted) {
      outcomes.push({ fate: 'cancelled', path: found.path });
      continue;
    }
    let done = before;
    const onBytes = (bytes: number) => progress({ done: (done += bytes) });
    const onSubject = (subject: string) => progress({ subject });
    progress({ subject: found.name, done, total });
    outcomes.push(taken.get(found.path) ?? (await importOne(ctx, found, { signal, onBytes, onSubject }, taken)));
    before += found.size;
    progress({ done: before });
    ctx.changed('items', 'journal', 'case');
  }
  return outcomes;
}

type Found = Parameters<typeof importFile>[1];
type Job = Parameters<typeof importFile>[2];

/** Notes in `taken` what of its neighbours went into the item: the neighbour's own outcome says so. */
async function importOne(ctx: CaseContext, found: Found, job: Job, taken: Map<string, ImportOutcome>): Promise<ImportOutcome> {
  const result = await ctx.intake.add(() => importFile(ctx, found, job));
  const { outcome } = result;
  if (outcome.fate === 'kept') {
    const { itemId, type } = outcome;
    for (const { path, sha256 } of result.taken)
      taken.set(path, { fate: 'kept', path, itemId, sha256, type, warnings: ['kept-as-transcript'] });
  }
  return outcome;
}
