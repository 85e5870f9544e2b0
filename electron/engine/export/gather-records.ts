/** What stands of relations, merges, judgements, settled contradictions and the case's own words and fields. */
import { sql } from 'kysely';
import type { ExportedGrade, ExportedMerge, ExportedRelation, ExportedSettlement, ExportedVocabulary } from '#shared/model/case-file.ts';
import { linkedKinds } from '#shared/model/record-links.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { gradesOf } from '../grades/grades.ts';
import { standingRecordLinks } from '../links/record-links.ts';

export type GatheredRecords = {
  relations: ExportedRelation[];
  merges: ExportedMerge[];
  grades: ExportedGrade[];
  settlements: ExportedSettlement[];
  vocabulary: ExportedVocabulary;
};

/** Each in the order it was made. What is about something that was removed stays behind with it. */
export async function gatherRecords(ctx: CaseContext): Promise<GatheredRecords> {
  const relations = [];
  for (const of of linkedKinds) {
    const links = await standingRecordLinks(ctx.read, of).selectAll().orderBy('id').execute();
    relations.push(...links.map((link) => ({ of, ...link })));
  }
  const merges = await standing(ctx, 'partyMerge', ['mergedId', 'intoId']);
  const settlements = await standing(ctx, 'settlement', ['claimA', 'claimB']);
  const removed = await removedAmong(ctx, 'grade', 'subjectId');
  const grades = (await gradesOf(ctx.read, null))
    .filter((grade) => !removed.has(grade.subjectId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const terms = (await standing(ctx, 'vocabularyTerm', [])).map((term) => ({ ...term, words: parsed(term.words) as string[] }));
  const fields = (await standing(ctx, 'fieldDefinition', [])).map((field) => ({ ...field, options: parsed(field.options) as string[] }));
  return {
    relations: await withEntries(ctx, relations),
    merges: await withEntries(ctx, merges),
    grades: await withEntries(ctx, grades),
    settlements: await withEntries(ctx, settlements),
    vocabulary: {
      terms: await withEntries(ctx, terms),
      fields: (await withEntries(ctx, fields)) as ExportedVocabulary['fields'],
    },
  };
}

type Listed = 'partyMerge' | 'settlement' | 'vocabularyTerm' | 'fieldDefinition';

/** Rows of which neither they nor what they name was removed. */
async function standing<Table extends Listed>(ctx: CaseContext, table: Table, ends: readonly string[]): Promise<Tables[Table][]> {
  const named = sql.join([sql.ref('id'), ...ends.map((end) => sql.ref(end))]);
  const { rows } = await sql<Tables[Table]>`SELECT * FROM ${sql.table(table)}
    WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (${named})) ORDER BY id`.execute(ctx.read);
  return rows;
}

async function removedAmong(ctx: CaseContext, table: string, column: string): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`SELECT DISTINCT t.subject FROM tombstone t
    JOIN ${sql.table(table)} ON ${sql.ref(column)} = t.subject`.execute(ctx.read);
  return new Set(rows.map(({ subject }) => subject));
}

const parsed = (text: string): unknown => JSON.parse(text);

async function withEntries<Thing extends { id: string }>(
  ctx: CaseContext,
  things: Thing[],
): Promise<(Thing & { journalEntries: number[] })[]> {
  const ids = JSON.stringify(things.map(({ id }) => id));
  const rows = await ctx.read
    .selectFrom('journal')
    .select(['subject', 'seq'])
    .where(sql<boolean>`subject IN (SELECT value FROM json_each(${ids}))`)
    .orderBy('seq')
    .execute();
  const entries = Map.groupBy(rows, ({ subject }) => subject);
  return things.map((thing) => ({ ...thing, journalEntries: (entries.get(thing.id) ?? []).map(({ seq }) => seq) }));
}
