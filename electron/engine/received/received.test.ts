import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Json } from '#shared/model/primitives.ts';
import { closeCase } from '../case/handlers.ts';
import { openCase } from '../case/open-case.ts';
import type { CaseContext } from '../context.ts';
import { createExport } from '../export/create-export.ts';
import { giveGrade } from '../grades/grades.ts';
import { colourTag } from '../passages/tags.ts';
import { querySearch } from '../search/query-search.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { filledCase } from '../testing/filled-case.ts';
import { flipBit } from '../testing/tamper.ts';
import { laterState } from '../testing/two-copies.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import { makeCaseFrom, openCaseFile } from './received-case.ts';

async function exported(zip: boolean) {
  const filled = await filledCase();
  await colourTag(filled.ctx, { tag: 'count', colour: 'violet' });
  await giveGrade(filled.ctx, {
    subjectKind: 'claim',
    subjectId: filled.claimId,
    scale: 'admiralty credibility',
    value: '2',
    reason: 'two papers',
  });
  await runVerify(filled.ctx, {});
  await makeSeal(filled.ctx, 'asked');
  const path = join(await temporaryFolder(), zip ? 'Case.zip' : 'Case');
  await createExport(filled.ctx, { out: path, zip });
  return { ...filled, path };
}

const findings = async (ctx: CaseContext) => (await runVerify(ctx, {})).findings;
const closing = (ctx: CaseContext) => {
  onTestFinished(() => ctx.close());
  return ctx;
};

/** What a person sees of a case, table by table. */
const seen = ['item', 'file', 'canonicalText', 'passage', 'passageTag', 'claim', 'claimQuantity', 'claimBreakdown', 'claimVia', 'evidence', 'party', 'incident', 'grade', 'tagColour', 'burial', 'seal', 'writerKey'] as const; // prettier-ignore
const withoutText = new Set(['canonicalText']);

async function tables(ctx: CaseContext) {
  const rows: Record<string, unknown[]> = {};
  for (const table of seen) {
    const all = (await ctx.read.selectFrom(table).selectAll().execute()) as Record<string, unknown>[];
    const plain = all.map((row) =>
      canonicalJson(
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, table === 'burial' && key === 'at' ? 'about then' : parsed(value)]),
        ),
      ),
    );
    rows[table] = plain.sort();
  }
  return rows;
}

function parsed(value: unknown): Json {
  return typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as Json) : (value as Json);
}

test.each([false, true])('a case made from a case file is the same case, and verifies (zip: %s)', async (zip) => {
  const { ctx, path, removed } = await exported(zip);
  const folder = join(await temporaryFolder(), 'Made.holdfast');
  const made = closing(await makeCaseFrom(laterState(), { path, folder }));
  const file = await verifyCaseFile(engineState(), { path });
  const theirs = await ctx.read.selectFrom('journal').selectAll().where('seq', '<=', file.checked.journalEntries).orderBy('seq').execute();
  const ours = await made.read.selectFrom('journal').selectAll().orderBy('seq').execute();
  expect(ours.slice(0, -1)).toEqual(theirs);
  expect(ours.at(-1)).toMatchObject({ action: 'case.received', payload: expect.stringContaining('"from":"Case') });
  const [before, after] = [await tables(ctx), await tables(made)];
  for (const table of seen) if (!withoutText.has(table)) expect([table, after[table]]).toEqual([table, before[table]]);
  // The words of what was removed stayed behind.
  expect(after['canonicalText']).toEqual(before['canonicalText']?.filter((row) => !String(row).includes(removed)));
  expect(await findings(made)).toEqual([]);
  expect((await querySearch(made, { words: 'exhumed', limit: 10, offset: 0 })).total).toBe(
    (await querySearch(ctx, { words: 'exhumed', limit: 10, offset: 0 })).total,
  );
  const again = join(await temporaryFolder(), 'Again.zip');
  await createExport(made, { out: again, zip: true });
  expect((await verifyCaseFile(engineState(), { path: again })).findings).toEqual([]);
});

test('a made case that lacks more than the case file lacked is found out', async () => {
  const { path, original } = await exported(true);
  const folder = join(await temporaryFolder(), 'Made.holdfast');
  const made = closing(await makeCaseFrom(laterState(), { path, folder }));
  await rm(made.store.pathOf(original));
  expect(await findings(made)).toMatchObject([{ code: 'blob-missing', subject: original }]);
});

test('a case file is looked at for reading, whole and unchanged, and leaves nothing behind', async () => {
  const { path, ctx } = await exported(false);
  const bytes = async () =>
    Promise.all(
      (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile())
        .map(async (one) => [one.name, (await readFile(join(one.parentPath, one.name))).toString('base64')]),
    );
  const before = await bytes();
  const shown = await openCaseFile(engineState(), { path });
  expect(shown).toMatchObject({ readOnlyReason: 'case-file', writer: null });
  expect((await tables(shown))['claim']).toEqual((await tables(ctx))['claim']);
  expect(await findings(shown)).toEqual([]);
  await expect(makeSeal(shown, 'asked')).rejects.toMatchObject({ code: 'case-read-only' });
  const { folder } = shown;
  await shown.close();
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await bytes()).toEqual(before);
});

test('nothing is made from a case file that does not hold, of a part, or where something lies', async () => {
  const { path, itemId, ctx, claimId } = await exported(false);
  const folder = join(await temporaryFolder(), 'Made.holdfast');
  await expect(makeCaseFrom(laterState(), { path, folder: ctx.folder })).rejects.toMatchObject({ code: 'case-exists' });
  const part = join(await temporaryFolder(), 'Part.zip');
  await createExport(ctx, {
    out: part,
    zip: true,
    selection: { incidentIds: [], claimIds: [claimId], itemIds: [], withheld: [], redacted: [], singleWords: 'refused' },
  });
  await expect(makeCaseFrom(laterState(), { path: part, folder })).rejects.toMatchObject({ code: 'casefile-partial' });
  await expect(openCaseFile(engineState(), { path: part })).rejects.toMatchObject({ code: 'casefile-partial' });
  const original = join(path, 'data/items', itemId, 'original-a.txt');
  await writeFile(original, flipBit(await readFile(original), 9));
  const broken = { code: 'casefile-broken', facts: { count: 1 } };
  await expect(makeCaseFrom(laterState(), { path, folder })).rejects.toMatchObject(broken);
  await expect(openCaseFile(engineState(), { path })).rejects.toMatchObject(broken);
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the made case is opened again and worked on', async () => {
  const { path } = await exported(true);
  const folder = join(await temporaryFolder(), 'Made.holdfast');
  const engine = laterState();
  engine.open = await makeCaseFrom(engine, { path, folder });
  await closeCase(engine);
  const ctx = closing(await openCase(laterState(), folder, 'write'));
  await colourTag(ctx, { tag: 'new', colour: 'blue' });
  await makeSeal(ctx, 'asked');
  expect(await findings(ctx)).toEqual([]);
});
