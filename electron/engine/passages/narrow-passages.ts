import { sql } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { matchExpression, readWanted } from '../search/match-expression.ts';
import { standingsOf } from './passage-states.ts';

export type PassageQuestion = Omit<ParsedInput<'passages.list'>, 'limit' | 'offset'>;

/** Passages that are not removed, with what a list says of their item. */
export function livingPassages(ctx: CaseContext) {
  return ctx.read
    .selectFrom('passage')
    .innerJoin('item', 'item.id', 'passage.itemId')
    .leftJoin('itemNote', 'itemNote.itemId', 'passage.itemId')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = passage.id)`);
}

export const itemTitle = sql<string>`coalesce(itemNote.title, item.title)`;

const hasClaim = sql<boolean>`EXISTS (SELECT 1 FROM evidence e WHERE e.passageId = passage.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, e.claimId)))`;

/** The colour of the first tag that has one; tags stand in the order of their names. */
export const colourOf = sql<string | null>`(SELECT c.colour FROM passageTag g JOIN tagColour c USING (tag)
  WHERE g.passageId = passage.id AND c.colour <> 'none' ORDER BY g.tag LIMIT 1)`;

/** Those that fit every question asked. States are not kept but found out, so asking for one looks at every passage the rest leaves. */
export async function narrowPassages(ctx: CaseContext, asked: PassageQuestion) {
  const { state } = asked;
  const base = narrowed(ctx, asked);
  if (state === undefined) return base;
  const rows = await base
    .select(['passage.id', 'passage.itemId', 'passage.textFileId', 'passage.selectors', 'passage.quote', 'passage.start', 'passage.end'])
    .execute();
  const standings = await standingsOf(ctx, rows);
  const fits = [...standings].filter(([, one]) => (state === 'changed' ? one.state !== 'exact' : one.state === state)).map(([id]) => id);
  return base.where(sql<boolean>`passage.id IN (SELECT value FROM json_each(${JSON.stringify(fits)}))`);
}

function narrowed(ctx: CaseContext, { itemId, tag, words, colour, kind, claims, author }: PassageQuestion) {
  let query = livingPassages(ctx);
  if (itemId !== undefined) query = query.where('passage.itemId', '=', itemId);
  if (kind !== undefined) query = query.where('passage.kind', '=', kind);
  if (author !== undefined) query = query.where('passage.createdBy', '=', author);
  if (tag !== undefined)
    query = query.where(
      sql<boolean>`EXISTS (SELECT 1 FROM passageTag WHERE passageTag.passageId = passage.id AND passageTag.tag = ${tag})`,
    );
  if (colour !== undefined) query = query.where(sql<boolean>`${colourOf} = ${colour}`);
  if (claims !== undefined) query = query.where(claims === 'with' ? hasClaim : sql<boolean>`NOT ${hasClaim}`);
  if (words !== undefined && words.trim() !== '') query = query.where(holding(words));
  return query;
}

/** Found by its own words, comment, translation and tags as the search finds them, or by the title of its source. */
function holding(words: string) {
  const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const titled = sql<boolean>`${itemTitle} LIKE ${like} ESCAPE '\\'`;
  const expression = matchExpression(readWanted(words));
  return expression === null
    ? titled
    : sql<boolean>`(${titled} OR passage.id IN (SELECT id FROM searchIndex WHERE searchIndex MATCH ${expression} AND kind = 'passage'))`;
}
