import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** What an item is found by: its title as shown, its file name, and the words of all its texts. */
export async function itemSearchRow(
  db: Kysely<Tables>,
  itemId: string,
): Promise<{ kind: 'item'; id: string; title: string; body: string }> {
  const { title, originalName } = await db
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .select([sql<string>`coalesce(itemNote.title, item.title)`.as('title'), 'item.originalName'])
    .where('item.id', '=', itemId)
    .executeTakeFirstOrThrow();
  const canonical = await db.selectFrom('canonicalText').select('text').where('itemId', '=', itemId).execute();
  const derived = await db
    .selectFrom('derivedText')
    .select('text')
    .where('itemId', '=', itemId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'derivedText.fileId'))),
    )
    .orderBy('fileId')
    .execute();
  return {
    kind: 'item',
    id: itemId,
    title: [title, originalName ?? ''].join(' '),
    body: [...canonical, ...derived].map(({ text }) => text).join('\n'),
  };
}
