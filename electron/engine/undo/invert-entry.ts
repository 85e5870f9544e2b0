import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { removePassage, restorePassage, updatePassage } from '../passages/change-passage.ts';
import { unique } from '../passages/create-passage.ts';
import { getPassage } from '../passages/list-passages.ts';
import { relinkPassages, unlinkPassages } from '../passages/passage-links.ts';
import { asColour, colourTag } from '../passages/tags.ts';
import { writtenFields, type PassageWritten } from '../passages/written-fields.ts';

type Invert = (ctx: CaseContext, entry: JournalEntry) => Promise<unknown>;

const reason = 'undo';

/** Each act of annotation and what turns it round. Every inverse is an act of annotation itself, so it has one too. */
const inverses: Record<string, Invert> = {
  'passage.created': (ctx, { subject }) => removePassage(ctx, { id: subject, reason }),
  'passage.removed': (ctx, { subject }) => restorePassage(ctx, { id: subject, reason }),
  'passage.restored': (ctx, { subject }) => removePassage(ctx, { id: subject, reason }),
  'passage.updated': writeAsBefore,
  'passageLink.created': (ctx, { subject }) => unlinkPassages(ctx, { id: subject, reason }),
  'passageLink.removed': (ctx, { subject }) => relinkPassages(ctx, { id: subject, reason }),
  'passageLink.restored': (ctx, { subject }) => unlinkPassages(ctx, { id: subject, reason }),
  'tag.coloured': colourAsBefore,
};

/** Acts that only tell more of those above and go with them. */
const companions = new Set(['passage.carried', 'tag.renamed', 'annotations.imported']);

/** Whether an act as a whole can be turned round. */
export function isInvertible(entries: readonly JournalEntry[]): boolean {
  return entries.some(({ action }) => action in inverses) && entries.every(({ action }) => action in inverses || companions.has(action));
}

export async function invertEntry(ctx: CaseContext, entry: JournalEntry): Promise<void> {
  await inverses[entry.action]?.(ctx, entry);
}

/** Refused with `changed-since` when what the act wrote was written over by one that is not taken back. */
async function writeAsBefore(ctx: CaseContext, entry: JournalEntry): Promise<void> {
  const { subject: id } = entry;
  const before = await saidBefore(ctx, entry, ['passage.created', 'passage.updated']);
  const said = entry.payload as Partial<PassageWritten>;
  const now = await getPassage(ctx, id);
  const fields = writtenFields.filter((field) => field in said);
  if (fields.some((field) => canonicalJson(inOrder(now[field])) !== canonicalJson(inOrder(said[field] ?? null))))
    throw new HoldfastError('changed-since', { kind: 'passage', id, at: now.updatedAt });
  await updatePassage(ctx, {
    id,
    ...(Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) as Partial<PassageWritten>),
  });
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
