import type { JournalEntry } from '#shared/model/journal.ts';
import type { CaseContext } from '../../context.ts';

/** What turns an act round. Every inverse is an act of the ordinary kind itself, so it has one too. */
export type Invert = (ctx: CaseContext, entry: JournalEntry) => Promise<unknown>;
export type Inverses = Readonly<Record<string, Invert>>;

/** What the journal gives as the reason of a removal or restoration that turns an act round. */
export const reason = 'undo';

/** A thing that is made, removed and brought back by its id. */
export function madeAndRemoved(kind: string, made: string, remove: Act, restore: Act): Inverses {
  const away: Invert = (ctx, { subject }) => remove(ctx, { id: subject, reason });
  return {
    [`${kind}.${made}`]: away,
    [`${kind}.removed`]: (ctx, { subject }) => restore(ctx, { id: subject, reason }),
    [`${kind}.restored`]: away,
  };
}
type Act = (ctx: CaseContext, what: { id: string; reason: string }) => Promise<unknown>;
