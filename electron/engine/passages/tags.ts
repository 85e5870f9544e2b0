import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { tagColours, type TagColour } from '#shared/model/tag-colours.ts';
import type { CaseContext } from '../context.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { laterThan, writeNotes } from './change-passage.ts';
import { unique } from './create-passage.ts';

/** How the table says that a tag had a colour and has none any more: rows of what a person chose are not deleted. */
export const NO_COLOUR = 'none';

export function asColour(colour: string | null): TagColour | null {
  return tagColours.find((known) => known === colour) ?? null;
}

/** The tags in use and those with a colour, by name. */
export async function listTags(ctx: CaseContext): Promise<CallOutput<'tags.list'>> {
  const { rows } = await sql<{ tag: string; count: number; colour: string | null }>`
    WITH used AS (SELECT tag, count(*) AS count FROM passageTag
      WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = passageTag.passageId) GROUP BY tag)
    SELECT tag, coalesce(count, 0) AS count, colour FROM
      (SELECT tag FROM used UNION SELECT tag FROM tagColour WHERE colour <> ${NO_COLOUR})
      LEFT JOIN used USING (tag) LEFT JOIN tagColour USING (tag) ORDER BY tag`.execute(ctx.read);
  return { tags: rows.map((row) => ({ ...row, colour: asColour(row.colour) })) };
}

/** Gives a tag a colour, or takes it away. Its own inverse: the colour it had. Nothing is written when it has it. */
export async function colourTag(ctx: CaseContext, { tag, colour }: ParsedInput<'tags.colour'>): Promise<void> {
  const row = await ctx.read.selectFrom('tagColour').select('colour').where('tag', '=', tag).executeTakeFirst();
  if (asColour(row?.colour ?? null) === colour) return;
  await mutate(ctx, colourAct(tag, colour), (trx) => putColour(trx, tag, colour));
}

function colourAct(tag: string, colour: TagColour | null): Act {
  return { action: 'tag.coloured', subject: tag, payload: { tag, colour: colour ?? NO_COLOUR } };
}

async function putColour(trx: CaseContext['read'], tag: string, colour: TagColour | null): Promise<void> {
  const row = { tag, colour: colour ?? NO_COLOUR };
  await trx
    .insertInto('tagColour')
    .values(row)
    .onConflict((oc) => oc.column('tag').doUpdateSet({ colour: row.colour }))
    .execute();
}

/**
 * Puts one tag in another's place on every passage, removed ones among them, in one transaction: each passage has its
 * own journal entry. The colour goes along unless the other tag has one.
 * @throws HoldfastError not-found when no passage has the tag
 */
export async function renameTag(ctx: CaseContext, { tag, to }: ParsedInput<'tags.rename'>): Promise<{ changed: number }> {
  const tagged = await taggedPassages(ctx, tag);
  if (tagged.length === 0) throw new HoldfastError('not-found', { kind: 'tag', id: tag });
  if (tag === to) return { changed: 0 };
  const now = ctx.ports.now();
  const changed = tagged.map(({ tags, ...passage }) => ({
    ...passage,
    tags: unique(tags.map((one) => (one === tag ? to : one))),
    updatedAt: laterThan(passage.updatedAt, now).toISOString(),
  }));
  const recolour = await colourMoves(ctx, tag, to);
  const acts: Act[] = [
    { action: 'tag.renamed', subject: tag, payload: { to, passages: changed.length } },
    ...changed.map(({ id, tags, updatedAt }) => ({ action: 'passage.updated', subject: id, payload: { tags, updatedAt } })),
    ...recolour.map(([name, colour]) => colourAct(name, colour)),
  ];
  await mutate(ctx, acts, async (trx) => {
    const gone = new Set(
      (await trx.selectFrom('tombstone').select('subject').where('kind', '=', 'passage').execute()).map((row) => row.subject),
    );
    for (const passage of changed) await writeNotes(trx, passage, { isFindable: !gone.has(passage.id) });
    for (const [name, colour] of recolour) await putColour(trx, name, colour);
  });
  return { changed: changed.length };
}

async function taggedPassages(ctx: CaseContext, tag: string) {
  const rows = await ctx.read
    .selectFrom('passage')
    .selectAll()
    .where('id', 'in', ctx.read.selectFrom('passageTag').select('passageId').where('tag', '=', tag))
    .execute();
  const tags = await ctx.read
    .selectFrom('passageTag')
    .selectAll()
    .where('passageId', 'in', ctx.read.selectFrom('passageTag').select('passageId').where('tag', '=', tag))
    .execute();
  const byPassage = Map.groupBy(tags, (row) => row.passageId);
  return rows.map((row) => ({ ...row, tags: (byPassage.get(row.id) ?? []).map((one) => one.tag) }));
}

async function colourMoves(ctx: CaseContext, tag: string, to: string): Promise<[tag: string, colour: TagColour | null][]> {
  const rows = await ctx.read.selectFrom('tagColour').selectAll().where('tag', 'in', [tag, to]).execute();
  const colourOf = (name: string) => asColour(rows.find((row) => row.tag === name)?.colour ?? null);
  const colour = colourOf(tag);
  if (colour === null) return [];
  return [[tag, null], ...(colourOf(to) === null ? [[to, colour] as [string, TagColour]] : [])];
}
