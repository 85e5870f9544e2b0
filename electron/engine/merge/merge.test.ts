import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import { linkEvidence } from '../claims/evidence-links.ts';
import { getClaim } from '../claims/read-claims.ts';
import { removeClaim, updateClaim } from '../claims/write-claims.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext } from '../context.ts';
import { custodyOf, describeCustody } from '../custody/describe-custody.ts';
import { createExport } from '../export/create-export.ts';
import { createIncident } from '../incidents/write-incidents.ts';
import { mergeParties } from '../parties/merge-parties.ts';
import { createParty, removeParty, updateParty } from '../parties/write-parties.ts';
import { removePassage, updatePassage } from '../passages/change-passage.ts';
import { createPassage } from '../passages/create-passage.ts';
import { querySearch } from '../search/query-search.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { makeCaseFrom } from '../received/received-case.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import { tamperRows } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { laterState, twoCopies, type Copy } from '../testing/two-copies.ts';
import { runVerify } from '../verify/run-verify.ts';
import { listBranches, listConflicts } from './list-conflicts.ts';
import { mergeCopy } from './merge-copy.ts';
import { settleConflict } from './settle-conflict.ts';

const merge = (into: Copy, from: Copy, dryRun = false) => mergeCopy(into.ctx, { path: from.folder, dryRun });
const findings = async (ctx: CaseContext) => (await runVerify(ctx, {})).findings;
const open = async (ctx: CaseContext) => (await listConflicts(ctx, { settled: false, limit: 100, offset: 0 })).rows;
const edit = async (ctx: CaseContext, id: string, change: object) =>
  updateClaim(ctx, { id, fields: { ...claimFields.parse(await getClaim(ctx, id)), ...change } });
const entries = async (ctx: CaseContext) => ctx.read.selectFrom('journal').selectAll().orderBy('seq').execute();

describe('what only one copy did comes in', () => {
  test('items with their bytes, passages, claims, evidence; the journal of the other is kept as it was signed', async () => {
    const { a, b, itemId, claimId } = await twoCopies();
    await updateParty(a.ctx, {
      id: (await a.ctx.read.selectFrom('party').select('id').executeTakeFirstOrThrow()).id,
      fields: partyFields.parse({ name: 'The committee' }),
    });
    const item = await keepTextItem(b.ctx, 'Four families lost at least 90 relatives.', 'Report');
    const passage = await createPassage(b.ctx, { itemId: item, quote: '90 relatives', comment: '', tags: ['count'] });
    const party = await createParty(b.ctx, partyFields.parse({ name: 'Amnesty' }));
    const claim = await newClaim(b.ctx, { speakerId: party.id, evidence: [{ passageId: passage.id, stance: 'states' }] });
    await linkEvidence(b.ctx, { claimId, passageId: passage.id, stance: 'context', note: 'the same city' });
    await makeSeal(b.ctx, 'asked');
    const signed = await entries(b.ctx);

    const dry = await merge(a, b, true);
    expect(dry).toMatchObject({ dryRun: true, branchId: null, conflicts: [], files: { count: 2 } });
    expect(await a.ctx.read.selectFrom('branch').selectAll().execute()).toEqual([]);
    const before = await entries(a.ctx);
    const report = await merge(a, b);
    expect({ ...report, branchId: null, dryRun: true }).toEqual(dry);
    expect(new Map(report.kinds.map((one) => [one.kind, one.added]))).toEqual(
      new Map([['item', 1], ['passage', 1], ['party', 1], ['claim', 1], ['evidence', 1]]), // prettier-ignore
    );
    const kept = await a.ctx.read.selectFrom('branchEntry').selectAll().orderBy('seq').execute();
    expect(kept.map(({ branchId: _branch, ...entry }) => entry)).toEqual(signed.slice(report.fork.seq));
    expect((await entries(a.ctx)).slice(0, before.length)).toEqual(before);
    expect((await getClaim(a.ctx, claim.id)).evidence).toMatchObject([{ passageId: passage.id }]);
    expect((await querySearch(a.ctx, { words: 'relatives', limit: 10, offset: 0 })).rows.map(({ kind }) => kind).sort()).toEqual([
      'item',
      'passage',
    ]);
    expect(await a.ctx.read.selectFrom('passage').select('itemId').where('itemId', '=', itemId).execute()).toHaveLength(1);
    expect((await listBranches(a.ctx)).branches).toMatchObject([{ source: 'Bilal.holdfast', actors: ['Bilal'], seals: 1 }]);
    expect(await findings(a.ctx)).toEqual([]);
    expect(await merge(a, b)).toMatchObject({ branchId: null, kinds: [], conflicts: [] });
  });

  test('what a person said of how a source came; said otherwise in both, a person settles it', async () => {
    const { a, b, itemId } = await twoCopies();
    await describeCustody(b.ctx, { itemId, given: { acquiredFrom: 'A volunteer at the stadium' } });
    expect((await merge(a, b)).kinds).toMatchObject([{ kind: 'itemCustody' }]);
    expect(await custodyOf(a.ctx, { itemId })).toMatchObject({ acquiredFrom: 'A volunteer at the stadium' });
    await describeCustody(a.ctx, { itemId, given: { acquiredFrom: 'The civil council' } });
    await describeCustody(b.ctx, { itemId, given: { acquiredFrom: 'Somebody who asked not to be named' } });
    await merge(a, b);
    const [conflict] = await open(a.ctx);
    expect(conflict).toMatchObject({ kind: 'itemCustody', cause: 'changed', differing: ['acquiredFrom'] });
    await settleConflict(a.ctx, { id: conflict?.id ?? '', choice: 'theirs', reason: 'they received it', fields: {} });
    expect(await custodyOf(a.ctx, { itemId })).toMatchObject({ acquiredFrom: 'Somebody who asked not to be named' });
    expect(await findings(a.ctx)).toEqual([]);
  });

  test('and merging back brings the rest, then nothing more', async () => {
    const { a, b } = await twoCopies();
    const mine = await createParty(a.ctx, partyFields.parse({ name: 'Mine' }));
    const theirs = await createParty(b.ctx, partyFields.parse({ name: 'Theirs' }));
    await merge(a, b);
    expect(await merge(b, a)).toMatchObject({ kinds: [{ kind: 'party', added: 1 }], conflicts: [] });
    for (const { ctx } of [a, b]) {
      const ids = (await ctx.read.selectFrom('party').select('id').execute()).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([mine.id, theirs.id]));
      expect(await findings(ctx)).toEqual([]);
    }
    await updateParty(a.ctx, { id: mine.id, fields: partyFields.parse({ name: 'Changed after the merge' }) });
    // What was only carried over there is no change of theirs.
    expect(await merge(a, b)).toMatchObject({ kinds: [], conflicts: [] });
    expect(await merge(b, a)).toMatchObject({ kinds: [{ kind: 'party', changed: 1 }], conflicts: [] });
    expect(await findings(b.ctx)).toEqual([]);
  });
});

describe('what both did', () => {
  test('the same change is no conflict; different ones are kept side by side and settled field by field', async () => {
    const { a, b, claimId, passageId } = await twoCopies();
    await updatePassage(a.ctx, { id: passageId, comment: 'alike' });
    await updatePassage(b.ctx, { id: passageId, comment: 'alike' });
    await edit(a.ctx, claimId, { note: 'ours', saidAt: '2018-11-01' });
    await edit(b.ctx, claimId, { note: 'theirs', cause: 'air strike' });
    const report = await merge(a, b);
    expect(report).toMatchObject({ alike: 1, conflicts: [{ kind: 'claim', cause: 'changed' }] });
    expect(await getClaim(a.ctx, claimId)).toMatchObject({ note: 'ours', cause: null });
    const [conflict] = await open(a.ctx);
    expect(conflict).toMatchObject({ subject: claimId, theirActor: 'Bilal', base: { fields: { note: '' } } });
    expect(conflict?.differing.sort()).toEqual(['cause', 'note', 'saidAt']);
    const id = conflict?.id ?? '';
    await expect(settleConflict(a.ctx, { id, choice: 'fields', fields: { note: 'theirs' }, reason: 'x' })).rejects.toMatchObject({
      code: 'wrong-input',
    });
    await settleConflict(a.ctx, {
      id,
      choice: 'fields',
      fields: { note: 'theirs', cause: 'theirs', saidAt: 'ours' },
      reason: 'compared with the tape',
    });
    expect(await getClaim(a.ctx, claimId)).toMatchObject({ note: 'theirs', cause: 'air strike', saidAt: '2018-11-01' });
    expect((await entries(a.ctx)).findLast(({ action }) => action === 'claim.updated')?.payload).toContain(
      '"why":"compared with the tape"',
    );
    await expect(settleConflict(a.ctx, { id, choice: 'ours', reason: 'x' })).rejects.toMatchObject({ code: 'already-exists' });
    expect(await open(a.ctx)).toEqual([]);
    expect(await findings(a.ctx)).toEqual([]);
    // The settlement travels; nobody is asked twice.
    expect(await merge(b, a)).toMatchObject({ conflicts: [], kinds: [{ kind: 'claim', changed: 1 }] });
    expect(await getClaim(b.ctx, claimId)).toMatchObject({ note: 'theirs', cause: 'air strike', saidAt: '2018-11-01' });
    expect(await findings(b.ctx)).toEqual([]);
  });

  test('an open conflict is found in both and settled once', async () => {
    const { a, b, claimId } = await twoCopies();
    await edit(a.ctx, claimId, { note: 'ours' });
    await edit(b.ctx, claimId, { note: 'theirs' });
    await merge(a, b);
    await merge(b, a);
    expect([(await open(a.ctx)).length, (await open(b.ctx)).length]).toEqual([1, 1]);
    expect(await merge(a, b)).toMatchObject({ conflicts: [] });
    expect(await open(a.ctx)).toHaveLength(1);
    await settleConflict(a.ctx, { id: (await open(a.ctx))[0]?.id ?? '', choice: 'ours', reason: 'the tape says so' });
    await merge(b, a);
    expect(await open(b.ctx)).toEqual([]);
    expect(await getClaim(b.ctx, claimId)).toMatchObject({ note: 'ours' });
    for (const { ctx } of [a, b]) expect(await findings(ctx)).toEqual([]);
  });

  test('removed here and changed there, and the other way', async () => {
    const { a, b, claimId } = await twoCopies();
    await removeClaim(a.ctx, { id: claimId, reason: 'twice' });
    await edit(b.ctx, claimId, { note: 'theirs' });
    expect((await merge(a, b)).conflicts).toMatchObject([{ cause: 'removed-here' }]);
    expect((await merge(b, a)).conflicts).toMatchObject([{ cause: 'removed-there' }]);
    await settleConflict(a.ctx, { id: (await open(a.ctx))[0]?.id ?? '', choice: 'theirs', reason: 'it was not twice' });
    expect(await getClaim(a.ctx, claimId)).toMatchObject({ note: 'theirs' });
    for (const { ctx } of [a, b]) expect(await findings(ctx)).toEqual([]);
  });

  test('what one removed and the other leans on stays until a person decides', async () => {
    const { a, b, itemId, claimId } = await twoCopies();
    const made = await createPassage(a.ctx, { itemId, quote: 'three mass graves', comment: '', tags: [] });
    await merge(b, a);
    await removePassage(a.ctx, { id: made.id, reason: 'not needed' });
    await linkEvidence(b.ctx, { claimId, passageId: made.id, stance: 'supports', note: '' });
    expect((await merge(a, b)).conflicts).toMatchObject([{ kind: 'passage', cause: 'needed-there' }]);
    expect(await findings(a.ctx)).toEqual([]);
    const id = (await open(a.ctx))[0]?.id ?? '';
    await expect(settleConflict(a.ctx, { id, choice: 'ours', reason: 'still not' })).rejects.toMatchObject({ code: 'still-used' });
    await settleConflict(a.ctx, { id, choice: 'theirs', reason: 'it is needed' });
    expect(await open(a.ctx)).toEqual([]);
  });

  test('one code, one merge of a party: what finds its place taken is not lost', async () => {
    const { a, b } = await twoCopies();
    const parties = [];
    for (const name of ['One', 'Two', 'Three']) parties.push(await createParty(a.ctx, partyFields.parse({ name })));
    await merge(b, a);
    const [one, two, three] = parties.map(({ id }) => id) as [string, string, string];
    await mergeParties(a.ctx, { id: one, intoId: two, reason: 'the same' });
    await mergeParties(b.ctx, { id: one, intoId: three, reason: 'the same' });
    await createIncident(a.ctx, incidentFields.parse({ code: 'RAQ-2', title: 'School' }));
    const other = await createIncident(b.ctx, incidentFields.parse({ code: 'RAQ-2', title: 'Convoy' }));
    const { conflicts } = await merge(a, b);
    expect(conflicts.map(({ kind, cause }) => `${kind} ${cause}`).sort()).toEqual(['incident taken', 'partyMerge taken']);
    expect(await a.ctx.read.selectFrom('incident').select('code').where('id', '=', other.id).executeTakeFirst()).toEqual({
      code: 'RAQ-2-2',
    });
    const merged = (await open(a.ctx)).find(({ kind }) => kind === 'partyMerge');
    await settleConflict(a.ctx, { id: merged?.id ?? '', choice: 'theirs', reason: 'three it is' });
    expect(await findings(a.ctx)).toEqual([]);
  });

  test('both removed it', async () => {
    const { a, b } = await twoCopies();
    const made = await createParty(a.ctx, partyFields.parse({ name: 'Mine' }));
    await merge(b, a);
    for (const { ctx } of [a, b]) await removeParty(ctx, { id: made.id, reason: 'no one' });
    expect(await merge(a, b)).toMatchObject({ conflicts: [], alike: 1 });
    expect(await findings(a.ctx)).toEqual([]);
  });
});

describe('refused by name, with nothing written', () => {
  test('another case, a damaged copy, a case open for reading, altered bytes', async () => {
    const { a, b } = await twoCopies();
    const other = await temporaryCase();
    const before = await entries(a.ctx);
    await expect(mergeCopy(a.ctx, { path: other.folder, dryRun: false })).rejects.toMatchObject({ code: 'merge-unrelated' });
    await expect(mergeCopy({ ...a.ctx, writer: null }, { path: b.folder, dryRun: false })).rejects.toMatchObject({
      code: 'case-read-only',
    });
    await expect(mergeCopy(a.ctx, { path: await temporaryFolder(), dryRun: false })).rejects.toMatchObject({ code: 'casefile-invalid' });
    const item = await keepTextItem(b.ctx, 'Some words.');
    const { sha256 } = await b.ctx.read.selectFrom('file').select('sha256').where('itemId', '=', item).executeTakeFirstOrThrow();
    await rm(b.ctx.store.pathOf(sha256));
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'blob-missing' });
    tamperRows(b.folder, `UPDATE journal SET actor = 'Somebody' WHERE seq = (SELECT max(seq) FROM journal)`);
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'merge-damaged' });
    expect(await entries(a.ctx)).toEqual(before);
    expect((await findings(a.ctx)).filter(({ code }) => code !== 'blob-orphan')).toEqual([]);
  });

  test('a branch that is tampered with afterwards is found', async () => {
    const { a, b } = await twoCopies();
    await createParty(b.ctx, partyFields.parse({ name: 'Theirs' }));
    await makeSeal(b.ctx, 'asked');
    await merge(a, b);
    const codes = async (sql: string) => {
      tamperRows(a.folder, sql);
      return new Set((await findings(a.ctx)).map(({ code }) => code));
    };
    expect(await codes(`UPDATE branchSeal SET rootHash = '${'a'.repeat(64)}'`)).toContain('branch-broken');
    expect(await codes(`UPDATE branchEntry SET payload = replace(payload, 'Theirs', 'Others')`)).toContain('branch-broken');
    expect(await codes(`UPDATE branch SET source = 'elsewhere'`)).toContain('record-mismatch');
    expect(await codes('DELETE FROM branchEntry')).toContain('branch-broken');
  });
});

test('a case file of a merged case carries the branch; a case made of it goes on merging', async () => {
  const { a, b } = await twoCopies();
  await createParty(b.ctx, partyFields.parse({ name: 'Theirs' }));
  await makeSeal(b.ctx, 'asked');
  await merge(a, b);
  const path = join(await temporaryFolder(), 'Merged.zip');
  await createExport(a.ctx, { out: path, zip: true });
  expect((await verifyCaseFile(engineState(), { path })).findings).toEqual([]);
  const made = await makeCaseFrom(laterState(), { path, folder: join(await temporaryFolder(), 'Made.holdfast') });
  try {
    expect(await findings(made)).toEqual([]);
    for (const table of ['branch', 'branchEntry', 'branchKey', 'branchSeal'] as const)
      expect(await made.read.selectFrom(table).selectAll().execute()).toEqual(await a.ctx.read.selectFrom(table).selectAll().execute());
    expect(await mergeCopy(made, { path: b.folder, dryRun: false })).toMatchObject({ branchId: null });
    // A case file is a copy like any other, and the other case takes back what it has not.
    expect(await mergeCopy(b.ctx, { path, dryRun: false })).toMatchObject({ kinds: [], conflicts: [] });
    expect(await findings(b.ctx)).toEqual([]);
  } finally {
    await made.close();
  }
});
