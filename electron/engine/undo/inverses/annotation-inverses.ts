import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../../context.ts';
import { isBuried } from '../../items/bury.ts';
import { mutate } from '../../journal/mutate.ts';
import { laterThan, removePassage, restorePassage, updatePassage, writeNotes } from '../../passages/change-passage.ts';
import { unique } from '../../passages/create-passage.ts';
import { getPassage } from '../../passages/list-passages.ts';
import { relinkPassages, unlinkPassages } from '../../passages/passage-links.ts';
import { asColour, colourTag } from '../../passages/tags.ts';
import { writtenFields, type PassageWritten } from '../../passages/written-fields.ts';
import { madeAndRemoved, type Inverses } from './inverse.ts';

/** Acts of annotation. */
export const annotationInverses: Inverses = {
  ...madeAndRemoved('passage', 'created', removePassage, restorePassage),
  'passage.updated': writeAsBefore,
  ...madeAndRemoved('passageLink', 'created', unlinkPassages, relinkPassages),
  'tag.coloured': colourAsBefore,
};

/** Refused with `changed-since` when what the act wrote was written over by one that is not taken back. */
async function writeAsBefore(ctx: CaseContext, entry: JournalEntry): Promise<void> {
  const { subject: id } = entry;
  const before = await saidBefore(ctx, entry, ['passage.created', 'passage.updated']);
  const said = entry.payload as Partial<PassageWritten>;
  const removed = (await isBuried(ctx, id)) ? await removedPassage(ctx, id) : null;
  const now = removed ?? (await getPassage(ctx, id));
  const fields = writtenFields.filter((field) => field in said);
  if (fields.some((field) => canonicalJson(inOrder(now[field])) !== canonicalJson(inOrder(said[field] ?? null))))
    throw new HoldfastError('changed-since', { kind: 'passage', id, at: now.updatedAt });
  const was = Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) as Partial<PassageWritten>;
  if (removed === null) await updatePassage(ctx, { id, ...was });
  else await rewriteRemoved(ctx, { ...removed, ...was }, was);
}

type Removed = Awaited<ReturnType<typeof removedPassage>>;

/** Renaming a tag renames it on removed passages too, so that they come back with the name it has. */
async function removedPassage(ctx: CaseContext, id: string) {
  const row = await ctx.read.selectFrom('passage').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const tags = await ctx.read.selectFrom('passageTag').select('tag').where('passageId', '=', id).orderBy('tag').execute();
  return { ...row, tags: tags.map(({ tag }) => tag) };
}

async function rewriteRemoved(ctx: CaseContext, passage: Removed, was: Partial<PassageWritten>): Promise<void> {
  const updatedAt = laterThan(passage.updatedAt, ctx.ports.now()).toISOString();
  const payload = { ...(was as { [key: string]: Json }), updatedAt };
  await mutate(ctx, { action: 'passage.updated', subject: passage.id, payload }, (trx) =>
    writeNotes(trx, { ...passage, updatedAt }, { isFindable: false }),
  );
}

const inOrder = (value: string | string[] | null) => (Array.isArray(value) ? unique(value) : value);

async function colourAsBefore(ctx: CaseContext, entry: JournalEntry): Promise<void> {
  const { colour } = await saidBefore(ctx, entry, ['tag.coloured']);
  await colourTag(ctx, { tag: entry.subject, colour: asColour(typeof colour === 'string' ? colour : null) });
}

/** What was true of a thing before an entry, by the entries about it. */
async function saidBefore(ctx: CaseContext, { subject, seq }: JournalEntry, actions: string[]): Promise<{ [key: string]: Json }> {
  const rows = await ctx.read
    .selectFrom('journal')
    .select('payload')
    .where('subject', '=', subject)
    .where('seq', '<', seq)
    .where('action', 'in', actions)
    .orderBy('seq')
    .execute();
  return Object.assign({}, ...rows.map(({ payload }) => JSON.parse(payload) as object)) as { [key: string]: Json };
}
