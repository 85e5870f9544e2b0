/** What the entries about a claim name by id, so that a history reads in words. */
import { sql } from 'kysely';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { itemTitle } from '../passages/narrow-passages.ts';
import type { EventNames } from './claim-events.ts';
import { namedClaims, partyNames } from './named-claims.ts';

const among = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`;

/** Passages and claims that evidence, links and settlements speak of; removed ones too. */
export async function eventsNamed(ctx: CaseContext, id: string, entries: readonly JournalEntry[]): Promise<EventNames> {
  const passages = await ctx.read
    .selectFrom('passage')
    .innerJoin('item', 'item.id', 'passage.itemId')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .select(['passage.id', 'passage.quote', itemTitle.as('itemTitle')])
    .where(among('passage.id', idsUnder(entries, ['passageId'])))
    .execute();
  const claims = await namedClaims(
    ctx.read,
    idsUnder(entries, ['fromId', 'toId', 'claimA', 'claimB']).filter((one) => one !== id),
  );
  return { passages: new Map(passages.map((row) => [row.id, row])), claims };
}

/** Parties, sources and incidents that the claim spoke of at any time, by id. */
export async function namesAt(ctx: CaseContext, entries: readonly JournalEntry[]): Promise<Record<string, string>> {
  const parties = await partyNames(ctx.read, idsUnder(entries, ['speakerId', 'partyId']));
  const items = await ctx.read
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .select(['item.id', itemTitle.as('name')])
    .where(among('item.id', idsUnder(entries, ['itemId'])))
    .execute();
  const incidents = await ctx.read
    .selectFrom('incident')
    .select(['id', 'code', 'title'])
    .where(among('id', idsUnder(entries, ['incidentId'])))
    .execute();
  return Object.fromEntries([
    ...parties,
    ...items.map(({ id, name }) => [id, name] as const),
    ...incidents.map(({ id, code, title }) => [id, `${code} ${title}`] as const),
  ]);
}

/** Every text that stands under one of these names, at any depth. Pure. */
export function idsUnder(value: Json | readonly JournalEntry[], names: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => idsUnder(one, names));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    names.includes(key) && typeof inner === 'string' ? [inner] : idsUnder(inner, names),
  );
}
