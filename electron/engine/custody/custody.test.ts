import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { partyFields } from '#shared/model/parties.ts';
import type { CaseContext } from '../context.ts';
import { configureCase } from '../case/case-settings.ts';
import { openCase } from '../case/open-case.ts';
import { createExport } from '../export/create-export.ts';
import { giveGrade } from '../grades/grades.ts';
import { createRecordLink } from '../links/record-links.ts';
import { createParty } from '../parties/write-parties.ts';
import { filledCase } from '../testing/filled-case.ts';
import { tamperRows } from '../testing/tamper.ts';
import { engineState } from '../testing/temporary-case.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { runVerify } from '../verify/run-verify.ts';
import { checkAct } from './check-act.ts';
import { describeCustody } from './describe-custody.ts';
import { itemOpened } from './item-opened.ts';
import { listActors, listActs } from './list-acts.ts';
import { makeSheet } from './make-sheet.ts';
import { recordFailure, withoutCredentials } from './record-failure.ts';
import { sheetPage } from './sheet-page.ts';

const input = contract['custody.acts'].input;
const acts = async (ctx: CaseContext, asked: object) => (await listActs(ctx, input.parse({ direction: 'ascending', ...asked }))).rows;
const names = async (ctx: CaseContext, asked: object) => (await acts(ctx, asked)).map(({ action }) => action);

test('the acts of an item are those about it and what hangs on it', async () => {
  const { ctx, itemId, other } = await filledCase();
  expect(await names(ctx, { itemId })).toEqual([
    'item.kept',
    'passage.created',
    'passage.updated',
    'claim.created',
    'claim.updated',
    'evidence.linked',
  ]);
  expect(await names(ctx, { itemId: other })).toEqual(['item.kept', 'item.described']);
});

test('acts are found by kind, person, span and words', async () => {
  const { ctx } = await filledCase();
  expect(await names(ctx, { kinds: ['removals'] })).toEqual(['item.removed']);
  expect(new Set(await names(ctx, { kinds: ['import'] }))).toEqual(new Set(['item.kept']));
  expect(await names(ctx, { kinds: ['capture'] })).toEqual([]);
  expect(await names(ctx, { words: 'kept by mist' })).toEqual(['item.removed']);
  expect(await names(ctx, { words: 'اللجن' })).toEqual(['party.created']);
  expect(await listActors(ctx)).toEqual({ actors: ['tester'] });
  expect(await names(ctx, { actor: 'somebody else' })).toEqual([]);
  const all = await acts(ctx, {});
  expect((await acts(ctx, { from: all[3]?.at, to: all[5]?.at })).map(({ seq }) => seq)).toEqual([4, 5, 6]);
});

test('acts name what they are about', async () => {
  const { ctx, itemId, passageId, claimId } = await filledCase();
  const rows = await acts(ctx, { itemId });
  expect(rows[0]?.about).toMatchObject({ kind: 'item', itemId, name: 'Article <b>&"bold"</b>' });
  expect(rows[1]?.about).toMatchObject({ kind: 'passage', id: passageId, itemId, quote: 'nearly 1,236 bodies' });
  expect(rows[3]?.about).toMatchObject({ kind: 'claim', id: claimId, name: 'exhumed nearly 1,236 bodies' });
});

test('a relation names both parties, and a grade what was graded', async () => {
  const { ctx } = await filledCase();
  const [one, other] = [
    await createParty(ctx, partyFields.parse({ name: 'لجنة' })),
    await createParty(ctx, partyFields.parse({ name: 'Council' })),
  ];
  await createRecordLink(ctx, { kind: 'party', fromId: one.id, toId: other.id, relation: 'part of', when: null, note: '' });
  await giveGrade(ctx, { subjectKind: 'party', subjectId: other.id, scale: 'admiralty reliability', value: 'B', reason: 'as seen' });
  expect((await acts(ctx, {})).slice(-2).map(({ about }) => about)).toMatchObject([
    { kind: 'party', id: one.id, name: 'لجنة – Council' },
    { kind: 'party', id: other.id, name: 'Council' },
  ]);
});

test('seals cover entries, a clock set back is shown, and an entry is checked by itself', async () => {
  const { ctx, folder } = await filledCase();
  await makeSeal(ctx, 'asked');
  const rows = await acts(ctx, {});
  expect(rows.filter(({ isSealed }) => !isSealed).map(({ action }) => action)).toEqual(['seal.made']);
  expect(await checkAct(ctx, { seq: 2 })).toMatchObject({
    hash: rows[1]?.hash,
    hashHolds: true,
    signatureHolds: true,
    seal: { reason: 'asked' },
  });
  tamperRows(folder, "UPDATE journal SET at = '2018-11-14T08:00:00.000Z' WHERE seq = 3");
  expect((await acts(ctx, {})).filter(({ clockBack }) => clockBack).map(({ seq }) => seq)).toEqual([3]);
  expect(await checkAct(ctx, { seq: 3 })).toMatchObject({ hashHolds: false, signatureHolds: true });
});

test('every step of the question about an item goes by an index', async () => {
  const { ctx, itemId } = await filledCase();
  const raw = ctx.writer!.raw;
  const queries = [
    "SELECT * FROM journal WHERE actor = 'x' ORDER BY seq DESC LIMIT 200",
    "SELECT * FROM journal WHERE at >= '2018' AND at <= '2019' LIMIT 200",
    "SELECT * FROM journal WHERE action IN ('a', 'b') LIMIT 200",
    `SELECT j.seq FROM evidence e CROSS JOIN journal j ON j.subject = e.claimId WHERE e.passageId = '${itemId}'`,
  ];
  const plan = queries.flatMap((query) =>
    (raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map(({ detail }) => detail),
  );
  expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([]);
});

test('opening is entered only when the case says so, and never in a case open for reading', async () => {
  const { ctx, folder, itemId } = await filledCase();
  expect(await itemOpened(ctx, { itemId })).toEqual({ entered: false });
  await configureCase(ctx, { journalReads: true });
  expect(await itemOpened(ctx, { itemId })).toEqual({ entered: true });
  expect(await names(ctx, { kinds: ['reading'] })).toEqual(['item.opened']);
  const reader = await openCase(engineState(), folder, 'read');
  expect(await itemOpened(reader, { itemId })).toEqual({ entered: false });
  await reader.close();
});

test('a failure is entered without paths or secrets, and never hides what failed', async () => {
  const { ctx, folder } = await filledCase();
  await expect(createExport(ctx, { out: `${folder}/../nowhere/x.zip`, zip: true, selection: undefined, jobId: undefined })).rejects.toMatchObject({ code: 'file-missing' }); // prettier-ignore
  await recordFailure(
    ctx,
    'export.failed',
    'x.zip',
    Object.assign(new Error('/home/a/secret'), { code: 'ENOENT', path: '/home/a/secret' }),
  );
  const [entry] = await acts(ctx, { kinds: ['failures'] });
  expect(entry?.payload).toEqual({ name: 'x.zip', code: 'file-missing', facts: {} });
  const reader = await openCase(engineState(), folder, 'read');
  await recordFailure(reader, 'import.failed', 'x', new Error('y'));
  await reader.close();
  expect(withoutCredentials('https://user:word@example.org/a?b=1#c')).toBe('https://example.org/a?b=1');
  await runVerify(ctx, {});
});

test('what is said of custody is an act, and verify finds it changed', async () => {
  const { ctx, folder, itemId } = await filledCase();
  await describeCustody(ctx, { itemId, given: { acquiredFrom: 'the committee', legalBasis: ' consent ' } });
  expect(await describeCustody(ctx, { itemId, given: { legalBasis: 'consent' } })).toMatchObject({ acquiredFrom: 'the committee' });
  expect(await names(ctx, { words: 'committee', itemId })).toEqual(['item.custody']);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  tamperRows(folder, "UPDATE itemCustody SET legalBasis = 'none'");
  expect((await runVerify(ctx, {})).findings).toMatchObject([{ code: 'record-mismatch', subject: itemId }]);
});

test('a sheet tells what was recorded, says what was not, and holds no markup of the source', async () => {
  const { ctx, itemId, original } = await filledCase();
  await describeCustody(ctx, { itemId, given: { acquiredFrom: 'the committee <script>' } });
  await runVerify(ctx, {});
  const sheet = await makeSheet(ctx, { itemId });
  const values = new Map(sheet.sections.flatMap(({ fields }) => fields).map(({ id, value }) => [id, value]));
  expect(values.get('collector')).toBe('tester');
  expect(values.get('machine')).toBeNull();
  expect(values.get('acquiredFrom')).toBe('the committee <script>');
  expect(values.get('storage')).toContain(original);
  expect(sheet.files[0]).toMatchObject({
    role: 'original',
    sha256: original,
    sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
    madeFrom: null,
  });
  expect(sheet.files[1]).toMatchObject({ role: 'text', madeFrom: 'a.txt', tool: 'test 1' });
  expect(sheet.acts.map(({ action }) => action)).toContain('item.custody');
  expect(sheet.checks).toMatchObject([{ findings: 0, aboutItem: [] }]);
  const { html } = sheetPage(sheet);
  expect(html).toContain('Not recorded');
  expect(html).toContain('Article &lt;b&gt;&amp;');
  expect(html).not.toContain('<script');
});
