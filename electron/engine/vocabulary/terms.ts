import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { builtInTerms, type CaseTerm, type VocabularyName } from '#shared/model/vocabularies.ts';
import { changedFields } from '../claims/changed-fields.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { usesOf } from './count-uses.ts';

export function standingTerms(db: Kysely<Tables>) {
  return db.selectFrom('vocabularyTerm').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = vocabularyTerm.id)`);
}

/** Adds a term of the case's own. @throws HoldfastError already-exists for one that is built in or there */
export async function addTerm(ctx: CaseContext, input: ParsedInput<'vocabulary.add'>): Promise<CaseTerm> {
  const now = ctx.ports.now().toISOString();
  const term = {
    id: ctx.ports.newId(),
    ...input,
    words: [...new Set(input.words)],
    createdAt: now,
    createdBy: ctx.settings.actor,
    updatedAt: now,
  };
  await mutate(ctx, { action: 'vocabularyTerm.created', subject: term.id, payload: term }, async (trx) => {
    const same = await standingTerms(trx)
      .select('id')
      .where('vocabulary', '=', input.vocabulary)
      .where('term', '=', input.term)
      .executeTakeFirst();
    if (same !== undefined || isBuiltIn(input.vocabulary, input.term))
      throw new HoldfastError('already-exists', { kind: input.vocabulary, id: input.term });
    await trx
      .insertInto('vocabularyTerm')
      .values({ ...term, words: JSON.stringify(term.words) })
      .execute();
  });
  return term;
}

export async function changeTerm(ctx: CaseContext, { id, words, note }: ParsedInput<'vocabulary.change'>): Promise<CaseTerm> {
  const before = await getTerm(ctx, id);
  const fields = { words: [...new Set(words)], note };
  const changed = changedFields({ words: before.words, note: before.note }, fields);
  if (Object.keys(changed).length === 0) return before;
  const updatedAt = ctx.ports.now().toISOString();
  await mutate(ctx, { action: 'vocabularyTerm.updated', subject: id, payload: { ...fields, updatedAt, changed } }, async (trx) => {
    await trx
      .updateTable('vocabularyTerm')
      .set({ words: JSON.stringify(fields.words), note, updatedAt })
      .where('id', '=', id)
      .execute();
  });
  return { ...before, ...fields, updatedAt };
}

/** Takes a term out of the vocabulary. @throws HoldfastError still-used while anything in the case uses it */
export async function removeTerm(ctx: CaseContext, { id, reason }: ParsedInput<'vocabulary.remove'>): Promise<void> {
  const { vocabulary, term } = await getTerm(ctx, id);
  const uses = (await usesOf(ctx.read, vocabulary)).get(term) ?? 0;
  if (uses > 0) throw new HoldfastError('still-used', { kind: `${vocabulary} “${term}”`, id, by: usedBy[vocabulary], count: uses });
  await bury(ctx, { kind: 'vocabularyTerm', id, reason });
}

const usedBy: Record<VocabularyName, string> = {
  act: 'claims',
  unit: 'claims',
  group: 'claims',
  'party role': 'claims or incidents',
  'party kind': 'parties',
  'incident kind': 'incidents',
};

async function getTerm(ctx: CaseContext, id: string): Promise<CaseTerm> {
  const row = await standingTerms(ctx.read).selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'term', id });
  return toTerm(row);
}

export function toTerm(row: Tables['vocabularyTerm']): CaseTerm {
  return { ...row, vocabulary: row.vocabulary as VocabularyName, words: JSON.parse(row.words) as string[] };
}

export function isBuiltIn(vocabulary: VocabularyName, term: string): boolean {
  return (builtInTerms[vocabulary] as readonly string[]).includes(term);
}
