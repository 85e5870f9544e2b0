import { sql } from 'kysely';
import type { CaseContext } from '../context.ts';
import type { ReceivedFile } from '../import/receive-file.ts';
import { sniffType } from '../import/sniff-type.ts';

/** What stands in the case of one archive. `inArchive` is null when nothing that stands was made as a page of it. */
export type KeptPages = { first: string | null; places: Set<string>; inArchive: number | null };

/** Standing items whose original is this file. Removed ones do not count: importing it again takes their pages anew. */
export async function keptPages(ctx: CaseContext, sha256: string): Promise<KeptPages> {
  const rows = await ctx.read
    .selectFrom('file')
    .innerJoin('item', 'item.id', 'file.itemId')
    .select([
      'item.id',
      sql<string | null>`json_extract(item.facts, '$.archive.place')`.as('place'),
      sql<number | null>`json_extract(item.facts, '$.archive.pagesInArchive')`.as('inArchive'),
    ])
    .where('file.sha256', '=', sha256)
    .where('file.role', '=', 'original')
    .where('item.id', 'not in', ctx.read.selectFrom('tombstone').select('subject'))
    .orderBy('item.id')
    .execute();
  const told = rows.flatMap(({ inArchive }) => (inArchive === null ? [] : [inArchive]));
  return {
    first: rows[0]?.id ?? null,
    places: new Set(rows.flatMap(({ place }) => (place === null ? [] : [place]))),
    inArchive: told.length === 0 ? null : Math.max(...told),
  };
}

/** Whether an archive that is in the case still holds pages that are not: its import was ended early, or some were removed. */
export async function lacksPages(ctx: CaseContext, received: ReceivedFile, name: string): Promise<boolean> {
  const { first, places, inArchive } = await keptPages(ctx, received.sha256);
  // Kept as something else, such as a capture of our own.
  if (first === null) return false;
  if (inArchive !== null) return places.size < inArchive;
  const sniffed = await sniffType(received.path, name).catch(() => null);
  return sniffed?.kind === 'archive';
}
