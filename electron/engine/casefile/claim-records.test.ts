import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { claimFields } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import { settleContradiction } from '../analysis/settlements.ts';
import { removeClaim, updateClaim } from '../claims/write-claims.ts';
import { createExport } from '../export/create-export.ts';
import { giveGrade } from '../grades/grades.ts';
import { createRecordLink } from '../links/record-links.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { newClaim, newIncident, newParty } from '../testing/claim-fixtures.ts';
import { asProfileOne } from '../testing/as-profile-one.ts';
import { readFiles, writeFiles, type BagFiles } from '../testing/bag-files.ts';
import { remanifest } from '../testing/remanifest.ts';
import { defineField } from '../testing/table-fixtures.ts';
import { engineState, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { addField } from '../vocabulary/own-fields.ts';
import { addTerm } from '../vocabulary/terms.ts';
import { verifyCaseFile } from './verify-case-file.ts';

const codesOf = async (path: string) =>
  (await verifyCaseFile(engineState(), { path })).findings.map(({ code, subject }) => `${code} ${subject}`);
const common = { when: null, note: '' };

/** Something of every kind of record, each written by the act that the window writes it by. */
async function judgedCase() {
  const { ctx } = await temporaryCase();
  const [a, b, c] = [await newClaim(ctx, { act: 'killed' }), await newClaim(ctx, { act: 'struck' }), await newClaim(ctx)];
  const [one, two] = [await newIncident(ctx, 'A-1'), await newIncident(ctx, 'A-2')];
  const [left, right, third] = [await newParty(ctx, 'Left'), await newParty(ctx, 'Right'), await newParty(ctx, 'Third')];
  await createRecordLink(ctx, { kind: 'claim', fromId: b.id, toId: a.id, relation: 'repeats', ...common });
  await createRecordLink(ctx, { kind: 'claim', fromId: c.id, toId: a.id, relation: 'supports', ...common });
  await createRecordLink(ctx, { kind: 'incident', fromId: one.id, toId: two.id, relation: 'part of', ...common });
  await createRecordLink(ctx, { kind: 'party', fromId: left.id, toId: right.id, relation: 'member of', when: '2017/2018', note: 'n' });
  await mergeParties(ctx, { id: third.id, intoId: right.id, reason: 'the same body' });
  await giveGrade(ctx, { subjectKind: 'incident', subjectId: one.id, scale: 'airwars', value: 'weak', reason: 'one source' });
  await giveGrade(ctx, { subjectKind: 'incident', subjectId: one.id, scale: 'airwars', value: 'fair', reason: 'two sources' });
  await giveGrade(ctx, { subjectKind: 'claim', subjectId: c.id, scale: 'admiralty credibility', value: '2', reason: 'r' });
  await explain(ctx, a.id, b.id);
  await defineField(ctx, 'claim', 'checked', 'yes or no');
  const extra = { checked: true, ward: 'north' };
  await updateClaim(ctx, {
    id: a.id,
    fields: { ...claimFields.parse(a), extra, victims: [{ ...victim, name: 'Amal', ageMin: 7, ageMax: 7 }] },
  });
  return { ctx, c };
}

const victim = { name: '', names: {}, gender: 'girl' as const, ageMin: null, ageMax: null, note: '' };

/** What explains, names and adds to them. */
async function explain(ctx: CaseContext, one: string, two: string): Promise<void> {
  const [claimA = '', claimB = ''] = [one, two].toSorted();
  await settleContradiction(ctx, { rule: 'figures apart', claimA, claimB, reason: 'two different days' });
  await addTerm(ctx, { vocabulary: 'act', term: 'starved', words: ['جُوِّع'], note: '' });
  await addField(ctx, { subject: 'claim', name: 'ward', label: 'Ward', type: 'choice', options: ['north', 'south'], note: '' });
}

async function bagged(ctx: CaseContext): Promise<string> {
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  return out;
}

let made: BagFiles | null = null;

/** A case file of its own for each test, copied from one of a judged case that was exported once. */
async function copiedBag(): Promise<string> {
  made ??= await readFiles(await bagged((await judgedCase()).ctx));
  const out = join(await temporaryFolder(), 'Case');
  await writeFiles(out, made);
  return out;
}

const read = async (out: string, name: string) => JSON.parse(await readFile(join(out, 'data', name), 'utf8')) as Record<string, unknown>[];

test('relations, merges, grades, settlements and the vocabulary travel, fit their schemas, and nothing is found', async () => {
  const { ctx, c } = await judgedCase();
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  const out = await bagged(ctx);
  expect(await codesOf(out)).toEqual([]);
  expect(await read(out, 'claims/relations.json')).toMatchObject([
    { of: 'claim', relation: 'repeats' },
    { of: 'claim', relation: 'supports' },
    { of: 'incident', relation: 'part of' },
    { of: 'party', relation: 'member of', when: '2017/2018' },
  ]);
  expect(await read(out, 'claims/grades.json')).toMatchObject([
    { value: 'weak', current: false },
    { value: 'fair', current: true },
    { value: '2' },
  ]);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const name of ['relations', 'merges', 'grades', 'settlements', 'vocabulary']) {
    const check = ajv.compile(JSON.parse(await readFile(join(out, `data/schema/${name}.schema.json`), 'utf8')) as object);
    expect(check(await read(out, `claims/${name}.json`)), JSON.stringify(check.errors)).toBe(true);
  }
  const csv = await readFile(join(out, 'data/claims/claims.csv'), 'utf8');
  expect(csv).toContain('"Amal, girl, 7"');
  expect(csv.split('\r\n')[0]).toMatch(/,field:checked,field:ward$/);
  // What is about a removed claim stays behind with it, and the case file is whole without.
  await removeClaim(ctx, { id: c.id, reason: 'twice' });
  const without = await bagged(ctx);
  expect(await codesOf(without)).toEqual([]);
  expect(await read(without, 'claims/relations.json')).toHaveLength(3);
  expect(await read(without, 'claims/grades.json')).toHaveLength(2);
});

type Change = (things: Record<string, unknown>[] & { terms: { words: string[] }[]; fields: { type: string }[] }) => unknown;
const changes: [string, string, Change][] = [
  ['an edited grade', 'grades', (grades) => Object.assign(grades[1]!, { value: 'confirmed' })],
  ['a grade that stands no more said to stand', 'grades', (grades) => Object.assign(grades[0]!, { current: true })],
  ['a grade taken out', 'grades', (grades) => grades.splice(2, 1)],
  ['a relation taken out', 'relations', (relations) => relations.shift()],
  ['a relation turned round', 'relations', ([first]) => Object.assign(first!, { fromId: first!['toId'], toId: first!['fromId'] })],
  ['a relation put in', 'relations', (all) => all.push({ ...all[0]!, id: '0199b000-0000-7000-8000-000000000000' })],
  ['a merge taken out', 'merges', (merges) => merges.pop()],
  ['a settlement with other words', 'settlements', ([first]) => Object.assign(first!, { reason: 'none' })],
  ['a term with another meaning', 'vocabulary', ({ terms }) => Object.assign(terms[0]!, { words: ['x'] })],
  ['a field of another type', 'vocabulary', ({ fields }) => Object.assign(fields[0]!, { type: 'text' })],
  ['entries that tell of another', 'settlements', ([first]) => Object.assign(first!, { journalEntries: [1] })],
];

test.each(changes)('%s, with the manifests made anew, is found', async (_, name, change) => {
  const out = await copiedBag();
  const path = join(out, `data/claims/${name}.json`);
  const things = JSON.parse(await readFile(path, 'utf8')) as Parameters<Change>[0];
  change(things);
  await writeFile(path, JSON.stringify(things));
  await remanifest(out);
  expect([...new Set(await codesOf(out))]).toEqual([`casefile-content data/claims/${name}.json`]);
});

test('a party that hides its merge is found; so is a list that was taken out whole', async () => {
  const out = await copiedBag();
  const path = join(out, 'data/claims/parties.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace(/"mergedInto": "[^"]+"/, '"mergedInto": null'));
  await rm(join(out, 'data/claims/relations.json'));
  await remanifest(out);
  expect(await codesOf(out)).toEqual(['casefile-content data/claims/parties.json', 'casefile-content data/claims/relations.json']);
});

test('a case file made before there were such records, whose journal tells of none, holds', async () => {
  const { ctx } = await temporaryCase();
  await newClaim(ctx);
  const out = await bagged(ctx);
  for (const name of ['relations', 'merges', 'grades', 'settlements', 'vocabulary']) await rm(join(out, `data/claims/${name}.json`));
  await asProfileOne(out);
  await remanifest(out);
  expect(await codesOf(out)).toEqual(['journal-unsigned 1-2']);
});
