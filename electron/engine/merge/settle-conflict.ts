/** A person settles what both copies changed: ordinary acts with their reason, and an entry that says the conflict is settled. */
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { MergeConflict, ThingState } from '#shared/model/merges.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { bury, isBuried, restore, type BuriedKind, buriedKinds } from '../items/bury.ts';
import { mutate, together } from '../journal/mutate.ts';
import { JournalCopy } from './journal-copy.ts';
import { getConflict } from './list-conflicts.ts';
import { removals, replacements, returns, writers } from './settle-writers.ts';
import { openSnapshot } from '../verify/case-snapshot.ts';

type Input = ParsedInput<'merge.settle'>;

/**
 * `ours` leaves the thing as it is here; `theirs` makes it as it is there; `fields` takes each field that differs from
 * the copy that is named for it.
 * @throws HoldfastError not-found; already-exists when it is settled; wrong-input when a field has no choice; and
 *   whatever the change itself may be refused with
 */
export async function settleConflict(ctx: CaseContext, input: Input): Promise<MergeConflict> {
  const conflict = await getConflict(ctx, input.id);
  if (conflict.settled !== null) throw new HoldfastError('already-exists', { kind: 'settlement of the conflict', id: input.id });
  const now = await currentState(ctx, conflict);
  await together(ctx, async (joined) => {
    await makeSo(joined, conflict, now, input);
    const { choice, reason } = input;
    const payload = { settledAt: ctx.ports.now().toISOString(), settledBy: ctx.settings.actor, choice, reason };
    await mutate(joined, { action: 'mergeConflict.settled', subject: conflict.id, payload }, (trx) =>
      trx.updateTable('mergeConflict').set(payload).where('id', '=', conflict.id).execute(),
    );
  });
  return getConflict(ctx, input.id);
}

/** What the thing is here today, which may be later than the conflict. */
async function currentState(ctx: CaseContext, { kind, subject }: MergeConflict): Promise<ThingState | null> {
  const snapshot = await openSnapshot(ctx);
  try {
    return new JournalCopy(snapshot.raw).stateOf({ kind, id: subject });
  } finally {
    snapshot.close();
  }
}

async function makeSo(ctx: CaseContext, conflict: MergeConflict, now: ThingState | null, { choice, fields, reason }: Input): Promise<void> {
  const { kind, subject, cause, ours, theirs } = conflict;
  if (cause === 'taken' && kind !== 'incident') {
    if (choice !== 'ours') await replacements[kind]?.(ctx, { subject, ours: ours?.fields ?? {}, theirs: theirs?.fields ?? {}, reason });
    return;
  }
  const chosen = choice === 'ours' ? ours : theirs;
  if (isBuriedKind(kind) && chosen !== null) await makePresence(ctx, { kind, id: subject, reason }, chosen.removed && choice !== 'fields');
  if (choice === 'ours' || theirs === null || now === null || (choice === 'theirs' && theirs.removed)) return;
  const target = choice === 'theirs' ? { ...now.fields, ...theirs.fields } : mixed(conflict, now, fields ?? {});
  await writers[kind]?.(ctx, { id: subject, fields: target, why: reason });
}

/** Fields that nobody was asked about stay as they are here. */
function mixed({ differing, theirs }: MergeConflict, now: ThingState, fields: NonNullable<Input['fields']>): Record<string, Json> {
  const missing = differing.find((field) => fields[field] === undefined);
  if (missing !== undefined)
    throw new HoldfastError('wrong-input', { name: 'merge.settle', field: 'fields', problem: `says nothing of ${missing}` });
  const taken = differing.filter((field) => fields[field] === 'theirs').map((field) => [field, theirs?.fields[field] ?? null]);
  return { ...now.fields, ...(Object.fromEntries(taken) as Record<string, Json>) };
}

async function makePresence(ctx: CaseContext, thing: { kind: BuriedKind; id: string; reason: string }, removed: boolean): Promise<void> {
  if ((await isBuried(ctx, thing.id)) === removed) return;
  if (removed) await (removals[thing.kind] ?? ((joined) => bury(joined, thing)))(ctx, thing);
  else await (returns[thing.kind] ?? ((joined) => restore(joined, thing)))(ctx, thing);
}

function isBuriedKind(kind: string): kind is BuriedKind {
  return buriedKinds.some((known) => known === kind);
}
