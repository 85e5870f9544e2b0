/** A claim drafted from a passage's words with what the case knows: item's date, own terms, names. Nothing is written. */
import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { draftFromWords } from '#shared/claims/draft-from-words.ts';
import { publishedDate } from '#shared/claims/reading/item-date.ts';
import { namedIn } from '#shared/claims/reading/named-in.ts';
import type { ReadingContext } from '#shared/model/claim-draft.ts';
import type { Place } from '#shared/model/claims.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { givenOf } from '../items/get-item.ts';
import { standingMerges } from '../parties/merge-parties.ts';
import { getPassage } from '../passages/list-passages.ts';
import { standingTerms, toTerm } from '../vocabulary/terms.ts';

/** `not-found` for a passage that is unknown or removed. A passage without words, such as an area, gives an empty draft. */
export async function draftClaim(ctx: CaseContext, { passageId }: ParsedInput<'claims.draft'>): Promise<CallOutput<'claims.draft'>> {
  const { quote, itemId } = await getPassage(ctx, passageId);
  const itemDate = await itemDateOf(ctx, itemId);
  const terms = await termsOf(ctx);
  const names = namedIn(quote, { parties: await partyNames(ctx), places: await placeNames(ctx) });
  return { ...draftFromWords(quote, { itemDate, terms, names }), itemDate };
}

/** What a person noted stands over what the page says of itself. */
async function itemDateOf(ctx: CaseContext, itemId: string): Promise<string | null> {
  const { publishedAt } = await givenOf(ctx, itemId);
  const noted = publishedDate(publishedAt);
  if (noted !== null) return noted;
  const { facts } = await ctx.read.selectFrom('item').select('facts').where('id', '=', itemId).executeTakeFirstOrThrow();
  return publishedDate(saidByPage(JSON.parse(facts) as Facts));
}

/** A capture has what its page says beside its other facts, an imported page under a name of its own. */
function saidByPage(facts: Facts): string | null {
  const { page } = facts;
  const said = page !== null && typeof page === 'object' && !Array.isArray(page) ? page['publishedAt'] : facts['publishedAt'];
  return typeof said === 'string' ? said : null;
}

type Term = NonNullable<ReadingContext['terms']>[number];

async function termsOf(ctx: CaseContext): Promise<Term[]> {
  const rows = await standingTerms(ctx.read).selectAll().where('vocabulary', 'in', ['act', 'unit', 'group']).orderBy('term').execute();
  return rows.map(toTerm).map(({ vocabulary, term, words }) => ({ vocabulary: vocabulary as Term['vocabulary'], term, words }));
}

/** Names of a party that was merged into another lead to the other. */
async function partyNames(ctx: CaseContext) {
  const merges = await standingMerges(ctx.read).select(['mergedId', 'intoId']).execute();
  const into = new Map(merges.map(({ mergedId, intoId }) => [mergedId, intoId]));
  const rows = await ctx.read
    .selectFrom('party')
    .select(['id', 'name', 'aliases'])
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = party.id)`)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, aliases }) => ({
    id: into.get(id) ?? id,
    names: [name, ...(JSON.parse(aliases) as { name: string }[]).map((alias) => alias.name)],
  }));
}

/** Of places with one name, the one that claims and incidents use most. */
async function placeNames(ctx: CaseContext) {
  const { rows } = await sql<{ place: string }>`SELECT place, count(*) AS uses FROM (
      SELECT id, place FROM claim WHERE place IS NOT NULL UNION ALL SELECT id, place FROM incident WHERE place IS NOT NULL) used
    WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = used.id) GROUP BY place ORDER BY uses DESC, place`.execute(ctx.read);
  return rows.map((row) => {
    const place = JSON.parse(row.place) as Place;
    return { place, names: [place.name, ...Object.values(place.names)] };
  });
}
