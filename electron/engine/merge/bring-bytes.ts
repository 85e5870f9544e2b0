/** Bytes of what a merge brings in, hashed as they are copied. */
import { access } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { Shape } from '../rebuild/raw-rows.ts';
import type { Decided } from './decide.ts';

export type Wanted = {
  /** Kept there and not here; sizes in bytes. */
  bytes: Map<string, number>;
  /** There by name alone: removed before the case file it came with was made. */
  absent: string[];
};

type SaidBlob = { sha256: string; size: number };

/** @throws HoldfastError blob-missing when the other copy lacks bytes of something that stands there */
export async function wantedBytes(ctx: CaseContext, theirs: CaseContext, decided: ReadonlyMap<string, Decided>): Promise<Wanted> {
  const wanted: Wanted = { bytes: new Map(), absent: [] };
  const absentThere = theirs.caseFile?.received.absent ?? new Set<string>();
  for (const { fate, entries } of decided.values()) {
    if (fate !== 'new') continue;
    for (const { sha256, size } of entries.flatMap(blobsOf)) {
      if (wanted.bytes.has(sha256) || (await isThere(ctx.store.pathOf(sha256)))) continue;
      if (await isThere(theirs.store.pathOf(sha256))) wanted.bytes.set(sha256, size);
      else if (absentThere.has(sha256) || (await wasAbsent(theirs, sha256))) wanted.absent.push(sha256);
      else throw new HoldfastError('blob-missing', { sha256, path: theirs.store.pathOf(sha256) });
    }
  }
  return { ...wanted, absent: [...new Set(wanted.absent)].sort() };
}

function blobsOf({ action, payload }: { action: string; payload: Shape }): SaidBlob[] {
  if (action === 'item.kept') return payload['blobs'] as unknown as SaidBlob[];
  return action === 'file.derived' ? [payload['blob'] as unknown as SaidBlob] : [];
}

/** A case that was made from a case file says so in its journal. */
async function wasAbsent(theirs: CaseContext, sha256: string): Promise<boolean> {
  const rows = await theirs.read.selectFrom('journal').select('payload').where('action', 'in', ['case.received', 'merge.done']).execute();
  return rows.some(({ payload }) => (JSON.parse(payload) as { absent?: string[] }).absent?.includes(sha256) === true);
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** @throws HoldfastError blob-altered when bytes no longer are what their name says; nothing stays of that blob */
export async function bringBytes(ctx: CaseContext, theirs: CaseContext, { bytes }: Wanted, { signal, progress }: JobHandle): Promise<void> {
  let done = 0;
  progress({ done, total: [...bytes.values()].reduce((sum, size) => sum + size, 0), unit: 'bytes' });
  const onBytes = (count: number) => progress({ done: (done += count) });
  for (const sha256 of bytes.keys()) {
    const staged = await ctx.store.receive(theirs.store.read(sha256), { signal, onBytes });
    if (staged.sha256 !== sha256) {
      await ctx.store.discard(staged);
      throw new HoldfastError('blob-altered', { sha256, path: theirs.store.pathOf(sha256) });
    }
    await ctx.store.settle(staged, { signal });
  }
}
