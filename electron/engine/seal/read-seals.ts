import type { Selectable } from 'kysely';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { TREE_HEAD_CONTEXT, type Seal, type SealState, type TreeHead } from '#shared/model/seals.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { readTimestamps } from '../timestamps/read-timestamps.ts';

export type SealRow = Selectable<Tables['seal']>;

export function toSeal({ id, reason, frontier: _frontier, ...head }: SealRow, caseId: string): Seal {
  return { id, reason, head: { type: TREE_HEAD_CONTEXT, caseId, ...head } };
}

/** The bytes a seal stands for: what a timestamp is taken over, and the seal's file in a case file. */
export function sealText(head: TreeHead): string {
  return canonicalJson(head);
}

/** Acts that tell of seals and their timestamps; what they say is proved by these themselves. */
export function isOfSealing(action: string): boolean {
  return action === 'seal.made' || action.startsWith('timestamp.');
}

export async function lastSeal(ctx: Pick<CaseContext, 'read'>): Promise<SealRow | undefined> {
  return ctx.read.selectFrom('seal').selectAll().orderBy('treeSize', 'desc').limit(1).executeTakeFirst();
}

export async function sealOf(ctx: Pick<CaseContext, 'read'>, row: SealRow): Promise<Seal> {
  return toSeal(row, await caseIdOf(ctx));
}

export async function listSeals(ctx: CaseContext, { limit, offset }: ParsedInput<'seals.list'>): Promise<CallOutput<'seals.list'>> {
  const caseId = await caseIdOf(ctx);
  const rows = await ctx.read.selectFrom('seal').selectAll().orderBy('treeSize', 'desc').limit(limit).offset(offset).execute();
  const stamps = await readTimestamps(ctx, { sealIds: rows.map(({ id }) => id) });
  const sealed = rows.map((row) => ({ ...toSeal(row, caseId), timestamps: stamps.filter(({ sealId }) => sealId === row.id) }));
  return { rows: sealed, total: await countSeals(ctx) };
}

export async function sealState(ctx: CaseContext): Promise<SealState> {
  const last = await lastSeal(ctx);
  const head = await ctx.read.selectFrom('journal').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const entries = head?.seq ?? 0;
  const since = await ctx.read
    .selectFrom('journal')
    .where('seq', '>', last?.treeSize ?? 0)
    .where('action', '!=', 'seal.made')
    .where('action', 'not like', 'timestamp.%')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { last: last === undefined ? null : await sealOf(ctx, last), seals: await countSeals(ctx), entries, unsealed: since.n };
}

async function countSeals(ctx: CaseContext): Promise<number> {
  const { n } = await ctx.read
    .selectFrom('seal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

async function caseIdOf(ctx: Pick<CaseContext, 'read'>): Promise<string> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  return caseId;
}
