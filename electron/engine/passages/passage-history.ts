import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { PassageEvent } from '#shared/model/passage-history.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { toEntry } from '../journal/list-entries.ts';
import { writtenFields } from './written-fields.ts';

type Shape = { [key: string]: Json };

/** What was done to a passage and by whom, from the journal; `not-found` when the journal knows no such passage. */
export async function passageHistory(ctx: CaseContext, { id }: ParsedInput<'passages.history'>): Promise<CallOutput<'passages.history'>> {
  const rows = await ctx.read.selectFrom('journal').selectAll().where('subject', '=', id).orderBy('seq').execute();
  const entries = historyOf(rows.map(toEntry));
  if (entries.length === 0) throw new HoldfastError('not-found', { kind: 'passage', id });
  return { entries };
}

/** Later entries say only what they changed; going through them tells what each field was before. Pure. */
export function historyOf(entries: readonly JournalEntry[]): PassageEvent[] {
  let now: Shape = { comment: '', tags: [], language: null, translation: null, translator: null };
  return entries
    .filter(({ action }) => action.startsWith('passage.'))
    .map(({ seq, at, actor, action, payload }) => {
      const said = payload as Shape;
      const changes = writtenFields
        .map((field) => ({ field, before: now[field] ?? null, after: said[field] === undefined ? (now[field] ?? null) : said[field] }))
        .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after));
      now = { ...now, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
      return { seq, at, actor, action, reason: typeof said['reason'] === 'string' ? said['reason'] : null, changes };
    });
}
