import type { JournalEntry } from '#shared/model/journal.ts';
import type { CaseContext } from '../context.ts';
import { annotationInverses } from './inverses/annotation-inverses.ts';
import { claimInverses } from './inverses/claim-inverses.ts';
import type { Inverses } from './inverses/inverse.ts';
import { relationInverses } from './inverses/relation-inverses.ts';

/** Each act that can be turned round, and what turns it. An act that is not here is not undone. */
const inverses: Inverses = { ...annotationInverses, ...claimInverses, ...relationInverses };

/** Acts that only tell more of those above and go with them. */
const companions = new Set(['passage.carried', 'tag.renamed', 'annotations.imported']);

/** Whether an act as a whole can be turned round. */
export function isInvertible(entries: readonly JournalEntry[]): boolean {
  const known = (action: string) => Object.hasOwn(inverses, action);
  return entries.some(({ action }) => known(action)) && entries.every(({ action }) => known(action) || companions.has(action));
}

export async function invertEntry(ctx: CaseContext, entry: JournalEntry): Promise<void> {
  await inverses[entry.action]?.(ctx, entry);
}
