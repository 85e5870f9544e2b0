import { sql, type Kysely } from 'kysely';
import type { VersionLink } from '#shared/model/versions.ts';
import type { Tables } from '../db/tables.ts';

/** Items tied to one another by links that stand, removed ones included, so that a removed version does not part the others. */
export type Chain = { itemIds: string[]; links: VersionLink[] };

const stands = (link: string) => sql<boolean>`NOT EXISTS (SELECT 1 FROM itemVersionEnd e WHERE e.versionId = ${sql.ref(`${link}.id`)})`;

/** All of the chain an item is in; the item alone when it has no other version. */
export async function chainOf(read: Kysely<Tables>, itemId: string): Promise<Chain> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE chain (id) AS (
      VALUES (${itemId})
      UNION
      SELECT v.earlierId FROM chain JOIN itemVersion v ON v.itemId = chain.id WHERE ${stands('v')}
      UNION
      SELECT v.itemId FROM chain JOIN itemVersion v ON v.earlierId = chain.id WHERE ${stands('v')}
    )
    SELECT id FROM chain`.execute(read);
  const itemIds = rows.map((row) => row.id);
  const links = await standingLinks(read).where('itemVersion.itemId', 'in', itemIds).execute();
  return { itemIds, links: links.map(toLink) };
}

/** The link of an item to the version before it, or null. */
export async function standingLink(read: Kysely<Tables>, itemId: string): Promise<VersionLink | null> {
  const row = await standingLinks(read).where('itemVersion.itemId', '=', itemId).executeTakeFirst();
  return row === undefined ? null : toLink(row);
}

export function standingLinks(read: Kysely<Tables>) {
  return read.selectFrom('itemVersion').selectAll('itemVersion').where(stands('itemVersion'));
}

export function toLink(row: Tables['itemVersion']): VersionLink {
  return { ...row, basis: row.basis as VersionLink['basis'] };
}

/** Whether a newer version of an item stands, itself and its link. For a row of the library. */
export const hasNewer = sql<number>`EXISTS (SELECT 1 FROM itemVersion v WHERE v.earlierId = item.id
  AND NOT EXISTS (SELECT 1 FROM itemVersionEnd e WHERE e.versionId = v.id) AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = v.itemId))`;
