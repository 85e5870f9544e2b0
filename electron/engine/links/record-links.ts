import { sql, type Kysely, type Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { isMutualRelation, type LinkedKind, type RecordLink } from '#shared/model/record-links.ts';
import { mustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { nameRecords } from './name-records.ts';

export const linkTables = { claim: 'claimLink', incident: 'incidentLink', party: 'partyLink' } as const;

/** A link stands while neither it nor one of its ends is removed. */
export function standingRecordLinks(db: Kysely<Tables>, kind: LinkedKind) {
  const table = linkTables[kind];
  return db
    .selectFrom(table)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (${sql.ref(`${table}.id`)}, fromId, toId))`);
}

/**
 * Ties a claim, an incident or a party to another of its kind. Write-once; `removeRecordLink` is the inverse.
 * @throws HoldfastError not-found; wrong-input for a link to itself; already-exists; link-cycle when following the
 * relation from `toId` leads back to `fromId`
 */
export async function createRecordLink(ctx: CaseContext, { kind, ...input }: ParsedInput<'links.create'>): Promise<RecordLink> {
  if (input.fromId === input.toId)
    throw new HoldfastError('wrong-input', { name: 'links.create', field: 'toId', problem: `is the ${kind} itself` });
  const link = { id: ctx.ports.newId(), ...input, createdAt: ctx.ports.now().toISOString(), createdBy: ctx.settings.actor };
  await mutate(ctx, { action: `${linkTables[kind]}.created`, subject: link.id, payload: link }, async (trx) => {
    await mayStand(trx, kind, link);
    await trx.insertInto(linkTables[kind]).values(link).execute();
  });
  return link;
}

export async function removeRecordLink(ctx: CaseContext, { kind, id, reason }: ParsedInput<'links.remove'>): Promise<void> {
  await bury(ctx, { kind: linkTables[kind], id, reason });
}

/** Takes the removal of a link back; refused as a new one would be. */
export async function restoreRecordLink(ctx: CaseContext, { kind, id, reason }: ParsedInput<'links.remove'>): Promise<void> {
  const link = await ctx.read.selectFrom(linkTables[kind]).selectAll().where('id', '=', id).executeTakeFirst();
  if (link === undefined) throw new HoldfastError('not-found', { kind: 'link', id });
  await restore(ctx, { kind: linkTables[kind], id, reason }, async (trx) => mayStand(trx, kind, link));
}

export async function listRecordLinks(ctx: CaseContext, { kind, id }: ParsedInput<'links.list'>): Promise<{ links: RecordLink[] }> {
  let query = standingRecordLinks(ctx.read, kind).selectAll().orderBy('createdAt').orderBy('id');
  if (id !== undefined) query = query.where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]));
  return { links: await query.execute() };
}

async function mayStand(trx: Transaction<Tables>, kind: LinkedKind, link: Pick<RecordLink, 'id' | 'fromId' | 'toId' | 'relation'>) {
  const { id, fromId, toId, relation } = link;
  await mustStand(trx, kind, [fromId, toId]);
  const rows = await standingRecordLinks(trx, kind).selectAll().where('relation', '=', relation).where('id', '!=', id).execute();
  const isSame = (row: RecordLink) =>
    (row.fromId === fromId && row.toId === toId) || (isMutualRelation(relation) && row.fromId === toId && row.toId === fromId);
  const same = rows.find(isSame);
  if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'link', id: same.id });
  const back = isMutualRelation(relation) ? null : pathBetween(rows, toId, fromId);
  if (back === null) return;
  const names = await nameRecords(trx, kind, back);
  throw new HoldfastError('link-cycle', {
    kind,
    path: [fromId, ...back].map((one) => names.get(one) ?? one).join(` ${relation} `),
    fromId,
    toId,
  });
}

/** The ids from one thing to another along links, both included; null when none leads there. Pure. */
export function pathBetween(links: readonly Pick<RecordLink, 'fromId' | 'toId'>[], from: string, to: string): string[] | null {
  const next = Map.groupBy(links, (link) => link.fromId);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const at of cameFrom.keys()) {
    if (at === to) return walkBack(cameFrom, to);
    for (const { toId } of next.get(at) ?? []) if (!cameFrom.has(toId)) cameFrom.set(toId, at);
  }
  return null;
}

function walkBack(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const path: string[] = [];
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
  return path;
}
