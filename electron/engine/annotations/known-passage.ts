import { sql } from 'kysely';
import type { CaseContext } from '../context.ts';
import { uuidOf } from './read-annotation.ts';

/** The passage of this case that an annotation is, or was made into before; null when there is none. */
export async function knownPassage(ctx: CaseContext, annotationId: string | null): Promise<{ id: string; stands: boolean } | null> {
  if (annotationId === null) return null;
  const own = uuidOf(annotationId);
  const row = await ctx.read
    .selectFrom('passage')
    .leftJoin('tombstone', 'tombstone.subject', 'passage.id')
    .select(['passage.id as id', 'tombstone.subject as removed'])
    .where((eb) =>
      eb.or([eb('passage.id', '=', own ?? ''), sql<boolean>`json_extract(passage.origin, '$.annotationId') = ${annotationId}`]),
    )
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, stands: row.removed === null };
}
