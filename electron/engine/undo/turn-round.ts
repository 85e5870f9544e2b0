import type { CallOutput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { mutate, together } from '../journal/mutate.ts';
import { invertEntry } from './invert-entry.ts';
import type { Group } from './undo-stacks.ts';

type Way = 'undo' | 'redo';

/** What undo and redo would turn round now. */
export async function listUndoable(ctx: CaseContext): Promise<CallOutput<'acts.undoable'>> {
  return { undo: told(ctx.undo.next('undo')), redo: told(ctx.undo.next('redo')) };
}

/**
 * Turns the last act of annotation round, all of it in one transaction: as new acts, with an entry of its own
 * (`act.undone`, `act.redone`) that says which it turns round. What was done and what was undone both stay in the
 * journal. Answers null when there is nothing to turn round.
 * @throws HoldfastError still-used, changed-since, not-found when the case has moved on; then nothing changes
 */
export async function turnRound(ctx: CaseContext, way: Way): Promise<CallOutput<'acts.undo'>> {
  const group = ctx.undo.next(way);
  if (group === null) return { turned: null };
  const by = await together({ ...ctx, acted: () => {} }, async (joint) => {
    for (const entry of group.toReversed()) await invertEntry(joint, entry);
    const made = [...joint.joined.entries];
    const span = (of: Group) => ({ from: of[0]?.seq ?? 0, to: of.at(-1)?.seq ?? 0 });
    const act = {
      action: way === 'undo' ? 'act.undone' : 'act.redone',
      subject: group[0]?.subject ?? '',
      payload: { turns: span(group), by: span(made) },
    };
    await mutate(joint, act, async () => {});
    return made;
  });
  ctx.undo.turned(way, by);
  return { turned: told(group) };
}

function told(group: Group | null): CallOutput<'acts.undo'>['turned'] {
  const first = group?.[0];
  if (group === null || first === undefined) return null;
  return { action: first.action, subject: first.subject, count: group.length };
}
