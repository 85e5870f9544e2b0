import { sql } from 'kysely';
import type { CaseInfo } from '#shared/model/case.ts';
import type { VerifyReport } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import { NO_HASH } from '../journal/entry-hash.ts';
import { readSettings } from './case-settings.ts';

/** What the status bar and the case's own page show. */
export async function caseInfo(ctx: CaseContext): Promise<CaseInfo> {
  const record = await ctx.read.selectFrom('caseRecord').selectAll().executeTakeFirstOrThrow();
  const head = await ctx.read.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const version = await sql<{ user_version: number }>`PRAGMA user_version`.execute(ctx.read);
  return {
    caseId: record.caseId,
    title: record.title,
    folder: ctx.folder,
    access: ctx.writer === null ? 'read' : 'write',
    readOnlyReason: ctx.readOnlyReason,
    caseFile: ctx.caseFile?.path ?? null,
    createdAt: record.createdAt,
    formatVersion: version.rows[0]?.user_version ?? 0,
    counts: await counts(ctx),
    journal: { entries: head?.seq ?? 0, head: head?.hash ?? NO_HASH },
    settings: await readSettings(ctx),
    lastVerified: await lastVerified(ctx),
  };
}

async function counts(ctx: CaseContext): Promise<CaseInfo['counts']> {
  const living = async (table: 'passage' | 'claim' | 'incident' | 'party') =>
    (
      await ctx.read
        .selectFrom(table)
        .where('id', 'not in', ctx.read.selectFrom('tombstone').select('subject'))
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  const types = await ctx.read
    .selectFrom('item')
    .where('id', 'not in', ctx.read.selectFrom('tombstone').select('subject'))
    .select(['type', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('type')
    .execute();
  return {
    items: types.reduce((sum, row) => sum + row.n, 0),
    passages: await living('passage'),
    claims: await living('claim'),
    incidents: await living('incident'),
    parties: await living('party'),
    byType: Object.fromEntries(types.map((row) => [row.type, row.n])),
  };
}

async function lastVerified(ctx: CaseContext): Promise<CaseInfo['lastVerified']> {
  const row = await ctx.read.selectFrom('verification').selectAll().orderBy('endedAt', 'desc').limit(1).executeTakeFirst();
  if (row === undefined) return null;
  return { at: row.endedAt, findings: (JSON.parse(row.report) as VerifyReport).findings.length };
}
