import type { SearchHit } from '#shared/model/search.ts';
import type { CaseContext } from '../context.ts';

/** How much on either side of a match tells its place from others, in UTF-16 code units. */
const ROUND = 24;

/**
 * What the words of an item's excerpt stand in: null when the canonical text has them so, else the kind of the first
 * derived text that does. Items without a derived text cost one look.
 */
export async function textKindOf(ctx: CaseContext, itemId: string, excerpt: SearchHit['excerpt']): Promise<SearchHit['textKind']> {
  const derived = await ctx.read
    .selectFrom('derivedText')
    .select(['kind', 'text'])
    .where('itemId', '=', itemId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'derivedText.fileId'))),
    )
    .orderBy('fileId')
    .execute();
  const words = roundMatch(excerpt);
  if (derived.length === 0 || words === null) return null;
  const canonical = await ctx.read.selectFrom('canonicalText').select('text').where('itemId', '=', itemId).executeTakeFirst();
  const holds = (text: string) => text.replace(/\s+/gu, ' ').includes(words);
  if (canonical !== undefined && holds(canonical.text)) return null;
  return (derived.find(({ text }) => holds(text))?.kind ?? null) as SearchHit['textKind'];
}

/** The first match with a little of what stands round it; null when nothing is marked. */
function roundMatch(excerpt: SearchHit['excerpt']): string | null {
  const at = excerpt.findIndex(({ match }) => match);
  if (at < 0) return null;
  const [before, match, after] = [excerpt[at - 1]?.text ?? '', excerpt[at]?.text ?? '', excerpt[at + 1]?.text ?? ''];
  return `${before.replace('…', '').slice(-ROUND)}${match}${after.replace('…', '').slice(0, ROUND)}`.trim();
}
