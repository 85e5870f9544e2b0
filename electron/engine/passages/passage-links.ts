import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { isMutual, type LinkedPassage, type PassageLink, type PassageRelation } from '#shared/model/passage-links.ts';
import { mustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { getPassages } from './list-passages.ts';

/** A link stands while neither it nor one of its passages is removed: it goes with a passage and comes back with it. */
export function standingLinks(read: CaseContext['read']) {
  return read
    .selectFrom('passageLink')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (passageLink.id, passageLink.fromId, passageLink.toId))`);
}

/**
 * Ties a passage to another, of whatever items. Write-once; `unlinkPassages` is the inverse.
 * @throws HoldfastError not-found when one is removed; already-exists when they are tied so; wrong-input for a link to itself
 */
export async function linkPassages(ctx: CaseContext, input: ParsedInput<'passages.link'>): Promise<PassageLink> {
  if (input.fromId === input.toId)
    throw new HoldfastError('wrong-input', { name: 'passages.link', field: 'toId', problem: 'is the passage itself' });
  const link = { id: ctx.ports.newId(), ...input, createdAt: ctx.ports.now().toISOString(), createdBy: ctx.settings.actor };
  await mutate(ctx, { action: 'passageLink.created', subject: link.id, payload: link }, async (trx) => {
    await mustStand(trx, 'passage', [input.fromId, input.toId]);
    const same = await standingLinks(trx).select('id').where(isSame(input)).executeTakeFirst();
    if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'link', id: same.id });
    await trx.insertInto('passageLink').values(link).execute();
  });
  return link;
}

/** The same relation between the same two, in either order where it holds both ways. */
function isSame({ fromId, toId, relation }: Pick<PassageLink, 'fromId' | 'toId' | 'relation'>) {
  const back = isMutual(relation) ? sql`OR (fromId = ${toId} AND toId = ${fromId})` : sql``;
  return sql<boolean>`relation = ${relation} AND ((fromId = ${fromId} AND toId = ${toId}) ${back})`;
}

export async function unlinkPassages(ctx: CaseContext, { id, reason }: ParsedInput<'passages.unlink'>): Promise<void> {
  await bury(ctx, { kind: 'passageLink', id, reason });
}

/**
 * Takes the removal of a link back.
 * @throws HoldfastError not-found when it is not removed or a passage of it is; already-exists when they were tied so again
 */
export async function relinkPassages(ctx: CaseContext, { id, reason }: ParsedInput<'passages.relink'>): Promise<PassageLink> {
  const row = await ctx.read.selectFrom('passageLink').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'link', id });
  const link = toLink(row);
  await restore(ctx, { kind: 'passageLink', id, reason }, async (trx) => {
    await mustStand(trx, 'passage', [link.fromId, link.toId]);
    const same = await standingLinks(trx).select('id').where(isSame(link)).where('id', '!=', id).executeTakeFirst();
    if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'link', id: same.id });
  });
  return link;
}

/** The links of a passage from its end, each with the passage at the other; the oldest first. */
export async function linksOfPassage(ctx: CaseContext, { id }: ParsedInput<'passages.links'>): Promise<CallOutput<'passages.links'>> {
  const rows = await standingLinks(ctx.read)
    .selectAll()
    .where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const otherOf = (row: Tables['passageLink']) => (row.fromId === id ? row.toId : row.fromId);
  const others = new Map((await getPassages(ctx, rows.map(otherOf))).map((passage) => [passage.id, passage]));
  const links = rows.flatMap((row): LinkedPassage[] => {
    const [link, other] = [toLink(row), others.get(otherOf(row))];
    const direction = isMutual(link.relation) ? 'both' : link.fromId === id ? 'out' : 'in';
    return other === undefined ? [] : [{ ...link, direction, other }];
  });
  return { links };
}

export function toLink(row: Tables['passageLink']): PassageLink {
  return { ...row, relation: row.relation as PassageRelation };
}

/** How many links each of these passages has. */
export async function countLinks(ctx: CaseContext, ids: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const end of ['fromId', 'toId'] as const) {
    const rows = await standingLinks(ctx.read)
      .select([end, (eb) => eb.fn.countAll<number>().as('count')])
      .where(end, 'in', ids)
      .groupBy(end)
      .execute();
    for (const row of rows) counts.set(row[end], (counts.get(row[end]) ?? 0) + row.count);
  }
  return counts;
}
