import type { z } from 'zod';
import { exportedGrades, exportedMerges, exportedRelations, exportedSettlements, exportedVocabulary } from '#shared/model/case-file.ts';
import { linkedKinds, type LinkedKind } from '#shared/model/record-links.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { Json } from '#shared/model/primitives.ts';
import { withCurrent } from '../grades/grades.ts';
import { linkTables } from '../links/record-links.ts';
import { differences } from '../verify/differences.ts';
import { compareWithJournal, disagree, missingThings, readJson, type ContentWork } from './content-check.ts';
import type { RecordTable, Shape } from './journal-told.ts';

type Thing = Shape & { id: string; journalEntries: number[] };
type List = { table: RecordTable; kind: string; path: string; things: readonly Thing[]; ends: readonly string[] };

const FOLDER = 'data/claims';
const LINKED = ['fromId', 'toId'];
const kindWords: Record<RecordTable, string> = {
  claimLink: 'relation between claims',
  incidentLink: 'relation between incidents',
  partyLink: 'relation between parties',
  partyMerge: 'merge of a party',
  grade: 'grade',
  settlement: 'settled contradiction',
  vocabularyTerm: 'term',
  fieldDefinition: 'field of the case',
};

/** Relations, merges, grades, settlements and the case's vocabulary say what the journal recorded, no more and no less. */
export async function checkClaimRecords(work: ContentWork): Promise<void> {
  const relations = await read(
    work,
    'relations',
    linkedKinds.map((of) => linkTables[of]),
    exportedRelations,
  );
  if (relations !== null) checkRelations(work, relations as (Thing & { of: LinkedKind })[]);
  const merges = await read(work, 'merges', ['partyMerge'], exportedMerges);
  if (merges !== null) checkList(work, listOf('partyMerge', 'merges', merges as Thing[], ['mergedId', 'intoId']));
  const grades = await read(work, 'grades', ['grade'], exportedGrades);
  if (grades !== null) checkGrades(work, grades as (Thing & Grade)[]);
  const settlements = await read(work, 'settlements', ['settlement'], exportedSettlements);
  if (settlements !== null) checkList(work, listOf('settlement', 'settlements', settlements as Thing[], ['claimA', 'claimB']));
  const vocabulary = await read(work, 'vocabulary', ['vocabularyTerm', 'fieldDefinition'], exportedVocabulary);
  if (vocabulary === null) return;
  const { terms, fields } = vocabulary as { terms: Thing[]; fields: Thing[] };
  checkList(work, listOf('vocabularyTerm', 'vocabulary', terms, []));
  checkList(work, listOf('fieldDefinition', 'vocabulary', fields, []));
}

/** Case files made before there were any have no such file, and their journals tell of none. */
async function read(work: ContentWork, name: string, tables: readonly RecordTable[], schema: z.ZodType): Promise<unknown> {
  const path = `${FOLDER}/${name}.json`;
  if (tables.every((table) => work.told.records[table].size === 0) && !work.source.files.has(path)) return null;
  return readJson(work, path, schema);
}

const listOf = (table: RecordTable, name: string, things: readonly Thing[], ends: readonly string[]): List => ({
  table,
  kind: kindWords[table],
  path: `${FOLDER}/${name}.json`,
  things,
  ends,
});

function checkRelations(work: ContentWork, relations: readonly (Thing & { of: LinkedKind })[]): void {
  for (const kind of linkedKinds) {
    const ofKind = relations.filter((relation) => relation.of === kind).map(({ of: _of, ...link }) => link as Thing);
    checkList(work, listOf(linkTables[kind], 'relations', ofKind, LINKED));
  }
}

/** Which grade of a person stands follows from the grades; an export that said otherwise would mislead. */
function checkGrades(work: ContentWork, grades: readonly (Thing & Grade)[]): void {
  const things = grades.map(({ current: _current, ...grade }) => grade as Thing);
  checkList(work, listOf('grade', 'grades', things, ['subjectId']));
  const newest = grades.toSorted((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1));
  const current = new Map(withCurrent(newest).map((grade) => [grade.id, grade.current]));
  for (const grade of grades) {
    if (grade.current !== current.get(grade.id))
      disagree(work, `${FOLDER}/grades.json`, `the grade ${grade.id} is ${grade.current ? 'not ' : ''}the one that stands of its person`);
  }
}

function checkList(work: ContentWork, { table, kind, path, things, ends }: List): void {
  const { told } = work;
  const said = told.records[table];
  for (const { journalEntries, ...thing } of things) {
    compareWithJournal(work, { kind, id: thing.id, path }, thing, said.get(thing.id));
    if (told.whole && !told.doubtful.has(thing.id) && differences(journalEntries, told.seqs.get(thing.id) ?? []).length > 0)
      disagree(work, path, `the ${kind} ${thing.id} names other journal entries than those about it`);
  }
  // What is about something that was removed stays behind with it.
  const gone = (id: Json | undefined) => told.removed.has(String(id)) || told.doubtful.has(String(id));
  const standing = [...said].filter(([, one]) => !ends.some((end) => gone(one[end]))).map(([id]) => id);
  missingThings(work, kind, standing, new Set(things.map((thing) => thing.id)), path);
}
