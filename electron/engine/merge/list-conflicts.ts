import { canonicalJson } from '#shared/canonical-json.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { MergeConflict, ThingState } from '#shared/model/merges.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { openSnapshot } from '../verify/case-snapshot.ts';
import type { Raw } from '../rebuild/raw-rows.ts';
import { namesIn, nameThing } from './name-things.ts';

type Row = {
  id: string;
  branchId: string;
  kind: MergeConflict['kind'];
  subject: string;
  cause: MergeConflict['cause'];
  base: string | null;
  ours: string | null;
  theirs: string | null;
  foundAt: string;
  settledAt: string | null;
  settledBy: string | null;
  choice: NonNullable<MergeConflict['settled']>['choice'] | null;
  reason: string | null;
  source: string;
};

const SELECT = 'SELECT c.*, b.source FROM mergeConflict c JOIN branch b ON b.id = c.branchId';

export async function listConflicts(
  ctx: CaseContext,
  { settled, limit, offset }: ParsedInput<'merge.conflicts'>,
): Promise<CallOutput<'merge.conflicts'>> {
  return withRaw(ctx, (raw) => {
    const which = settled ? 'c.settledAt IS NOT NULL' : 'c.settledAt IS NULL';
    const total = raw.prepare(`SELECT count(*) FROM mergeConflict c WHERE ${which}`).pluck().get() as number;
    const rows = raw.prepare(`${SELECT} WHERE ${which} ORDER BY c.foundAt, c.id LIMIT ? OFFSET ?`).all(limit, offset) as Row[];
    return { rows: rows.map((row) => toConflict(raw, row)), total };
  });
}

/** @throws HoldfastError not-found */
export async function getConflict(ctx: CaseContext, id: string): Promise<MergeConflict> {
  return withRaw(ctx, (raw) => {
    const row = raw.prepare(`${SELECT} WHERE c.id = ?`).get(id) as Row | undefined;
    if (row === undefined) throw new HoldfastError('not-found', { kind: 'conflict', id });
    return toConflict(raw, row);
  });
}

export async function listBranches(ctx: CaseContext): Promise<CallOutput<'merge.branches'>> {
  const rows = await ctx.read.selectFrom('branch').selectAll().orderBy('receivedAt', 'desc').orderBy('id').execute();
  const branches = [];
  for (const row of rows) {
    const actors = await ctx.read
      .selectFrom('branchEntry')
      .select('actor')
      .distinct()
      .where('branchId', '=', row.id)
      .orderBy('actor')
      .execute();
    const seals = await ctx.read.selectFrom('branchSeal').select('id').where('branchId', '=', row.id).execute();
    branches.push({ ...row, actors: actors.map(({ actor }) => actor), seals: seals.length });
  }
  return { branches };
}

async function withRaw<Result>(ctx: CaseContext, read: (raw: Raw) => Result): Promise<Result> {
  const snapshot = await openSnapshot(ctx);
  try {
    return read(snapshot.raw);
  } finally {
    snapshot.close();
  }
}

const state = (text: string | null): ThingState | null => (text === null ? null : (JSON.parse(text) as ThingState | null));

function toConflict(raw: Raw, row: Row): MergeConflict {
  const [base, ours, theirs] = [state(row.base), state(row.ours), state(row.theirs)];
  const { id, branchId, kind, subject, cause, source, foundAt, settledAt, settledBy, choice, reason } = row;
  const last = raw
    .prepare('SELECT actor, at FROM branchEntry WHERE branchId = ? AND subject = ? ORDER BY seq DESC LIMIT 1')
    .get(branchId, subject) as { actor: string; at: string } | undefined;
  return {
    id,
    branchId,
    kind,
    subject,
    cause,
    base,
    ours,
    theirs,
    differing: differingFields(ours, theirs),
    title: nameThing(raw, { kind, id: subject }, ours ?? theirs),
    names: Object.fromEntries(namesIn(raw, [base, ours, theirs])),
    source,
    theirActor: last?.actor ?? null,
    theirAt: last?.at ?? null,
    foundAt,
    settled:
      settledAt === null || settledBy === null || choice === null || reason === null
        ? null
        : { at: settledAt, by: settledBy, choice, reason },
  };
}

/** Fields by name that are not the same in both, but for those nobody chooses. */
export function differingFields(ours: ThingState | null, theirs: ThingState | null): string[] {
  if (ours === null || theirs === null) return [];
  const names = [...new Set([...Object.keys(ours.fields), ...Object.keys(theirs.fields)])];
  const text = (value: Json | undefined) => canonicalJson(value ?? null);
  return names.filter((name) => !unchosen.has(name) && text(ours.fields[name]) !== text(theirs.fields[name]));
}

const unchosen = new Set(['id', 'createdAt', 'createdBy', 'updatedAt', 'at']);
