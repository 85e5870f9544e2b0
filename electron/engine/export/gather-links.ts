import type { ExportedTag } from '#shared/model/case-file.ts';
import type { PassageLink } from '#shared/model/passage-links.ts';
import type { CaseContext } from '../context.ts';
import { standingLinks, toLink } from '../passages/passage-links.ts';
import { asColour, NO_COLOUR } from '../passages/tags.ts';

export type GatheredLinks = { passageLinks: PassageLink[]; tags: ExportedTag[] };

/** Links whose passages both go into the case file, in the order they were made, and the tags that have a colour. */
export async function gatherLinks(ctx: CaseContext, passages: { has(id: string): boolean }): Promise<GatheredLinks> {
  const links = (await standingLinks(ctx.read).selectAll().orderBy('id').execute()).map(toLink);
  const rows = await ctx.read
    .selectFrom('tagColour')
    .select(['tag', 'colour'])
    .select((eb) =>
      eb
        .selectFrom('journal')
        .select((journal) => journal.fn.max('seq').as('seq'))
        .whereRef('subject', '=', 'tagColour.tag')
        .where('action', '=', 'tag.coloured')
        .as('journalEntry'),
    )
    .where('colour', '!=', NO_COLOUR)
    .orderBy('tag')
    .execute();
  return {
    passageLinks: links.filter(({ fromId, toId }) => passages.has(fromId) && passages.has(toId)),
    tags: rows.flatMap(({ tag, colour, journalEntry }) => {
      const known = asColour(colour);
      return known === null ? [] : [{ tag, colour: known, journalEntry: journalEntry ?? 1 }];
    }),
  };
}
