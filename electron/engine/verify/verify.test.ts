import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingWords } from '#shared/finding-words.ts';
import type { VerifyReport } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { getItem } from '../items/get-item.ts';
import { mutate } from '../journal/mutate.ts';
import { openCase } from '../case/open-case.ts';
import { filledCase, TEXT, type FilledCase } from '../testing/filled-case.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState } from '../testing/temporary-case.ts';
import { flipBit, loseBlob, tamperBlob, tamperRows } from '../testing/tamper.ts';
import { verifyCalls } from './handlers.ts';
import { runVerify } from './run-verify.ts';

/** The codes found; the words of each must name everything they speak of. */
async function found(ctx: CaseContext): Promise<string[]> {
  const report = await runVerify(ctx, {});
  for (const finding of report.findings) expect(findingWords(finding).title).not.toContain('unknown');
  return codes(report);
}
const codes = (report: VerifyReport) => report.findings.map((finding) => finding.code);

describe('verify of an untouched case', () => {
  test('finds nothing, says what it looked at, and enters it in the journal', async () => {
    const { ctx } = await filledCase();
    const report = await runVerify(ctx, {});
    expect(report.findings).toEqual([]);
    expect(report.checked).toMatchObject({
      blobs: 6,
      files: 6,
      texts: 3,
      passages: 1,
      evidence: 2,
      journalEntries: 13,
      seals: 0,
      timestamps: 0,
    });
    expect(report.recorded).toBe(true);
    const entry = await ctx.read.selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(entry.action).toBe('verify.done');
    expect(JSON.parse(entry.payload)).toMatchObject({ findings: 0, journalHead: { seq: 13 } });
  });

  test('twice finds nothing either, and the last report is remembered', async () => {
    const { ctx } = await filledCase();
    await runVerify(ctx, {});
    const second = await runVerify(ctx, {});
    expect(second.findings).toEqual([]);
    expect(await verifyCalls['verify.last'](ctx)).toEqual(second);
  });

  test('opened for reading is verified without a record', async () => {
    const { ctx, folder } = await filledCase();
    const reader = await openCase(engineState(), folder, 'read');
    const report = await runVerify(reader, {});
    await reader.close();
    expect(report).toMatchObject({ findings: [], recorded: false });
    expect(await ctx.read.selectFrom('verification').selectAll().execute()).toEqual([]);
  });

  test('marks every item verified, and one kept later not', async () => {
    const { ctx, itemId } = await filledCase();
    await runVerify(ctx, {});
    expect((await getItem(ctx, itemId)).proof).toBe('verified');
    expect((await getItem(ctx, await keepTextItem(ctx, 'later'))).proof).toBe('kept');
  });
});

const update = (table: string, set: string, where: string) => (c: FilledCase) =>
  tamperRows(c.folder, `UPDATE ${table} SET ${set} WHERE ${where}`);

/** One tampering each, and exactly what verify must then say. */
const tamperings: [string, string[], (filled: FilledCase) => unknown][] = [
  ['one flipped bit in an original', ['blob-altered'], ({ ctx, original }) => tamperBlob(ctx, original, (bytes) => flipBit(bytes, 13))],
  ['one flipped bit in a text under a passage', ['blob-altered'], ({ ctx, text }) => tamperBlob(ctx, text, (bytes) => flipBit(bytes, 200))],
  ['a truncated blob', ['blob-altered'], ({ ctx, original }) => tamperBlob(ctx, original, (bytes) => bytes.subarray(1))],
  ['a deleted blob', ['blob-missing'], ({ ctx, original }) => loseBlob(ctx, original)],
  [
    'a blob replaced by a folder',
    ['blob-unreadable'],
    async ({ ctx, original }) => {
      await loseBlob(ctx, original);
      await mkdir(ctx.store.pathOf(original));
    },
  ],
  [
    'a blob replaced by a link to the same bytes',
    ['blob-unreadable'],
    async ({ ctx, folder, original }) => {
      await writeFile(join(folder, '..', 'copy'), `original of ${TEXT}`);
      await loseBlob(ctx, original);
      await symlink(join(folder, '..', 'copy'), ctx.store.pathOf(original));
    },
  ],
  ['a wrong size in a row', ['blob-size'], (c) => update('blob', 'size = size + 1', `sha256 = '${c.original}'`)(c)],
  [
    'a wrong MD5 in a row',
    ['record-mismatch'],
    (c) => update('blob', "md5 = replace(md5, substr(md5, 1, 1), 'z')", `sha256 = '${c.original}'`)(c),
  ],
  [
    'a blob no row explains',
    ['blob-orphan'],
    async ({ ctx }) => {
      await ctx.store.keepBytes('left by a crash');
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  ],
  ['a foreign file among the blobs', ['file-unexplained'], ({ folder }) => writeFile(join(folder, 'blobs', 'notes.txt'), 'mine')],
  ['a blob row taken out', ['record-mismatch'], (c) => tamperRows(c.folder, `DELETE FROM blob WHERE sha256 = '${c.original}'`)],
  ['a title edited', ['record-mismatch'], (c) => update('item', "title = 'Another'", `id = '${c.itemId}'`)(c)],
  ['facts that are no JSON', ['record-mismatch'], (c) => update('item', "facts = '{'", `id = '${c.itemId}'`)(c)],
  ['a file row pointed at another blob', ['record-mismatch'], (c) => update('file', `sha256 = '${c.text}'`, `sha256 = '${c.original}'`)(c)],
  [
    'a file row taken out',
    ['record-mismatch'],
    (c) => tamperRows(c.folder, `DELETE FROM file WHERE role = 'original' AND itemId = '${c.other}'`),
  ],
  [
    'an item taken out',
    ['record-mismatch'],
    (c) =>
      tamperRows(
        c.folder,
        ...['canonicalText', 'file', 'itemNote', 'item'].map(
          (t) => `DELETE FROM ${t} WHERE ${t === 'item' ? 'id' : 'itemId'} = '${c.removed}'`,
        ),
      ),
  ],
  [
    'an item put in',
    ['record-mismatch'],
    (c) =>
      tamperRows(
        c.folder,
        `INSERT INTO item SELECT '00000000-0000-7000-8000-000000000000', type, title, source, sourceUrl, language, originalName, method, capturedAt, completeness, facts, gaps FROM item LIMIT 1`,
      ),
  ],
  [
    'a text edited',
    ['text-altered'],
    (c) => update('canonicalText', "text = replace(text, '1,236', '1,238')", `itemId = '${c.itemId}'`)(c),
  ],
  [
    'a text map edited',
    ['record-mismatch'],
    (c) => update('canonicalText', `map = '{"kind":"pages","pages":[]}'`, `itemId = '${c.itemId}'`)(c),
  ],
  ['a text row taken out', ['record-mismatch'], (c) => tamperRows(c.folder, `DELETE FROM canonicalText WHERE itemId = '${c.itemId}'`)],
  ['a passage moved', ['record-mismatch'], (c) => update('passage', '"start" = "start" + 1, "end" = "end" + 1', '1')(c)],
  [
    'a passage with other selectors',
    ['record-mismatch'],
    (c) => update('passage', "selectors = replace(selectors, '1,236', '1,237')", '1')(c),
  ],
  [
    'a passage taken out',
    ['evidence-dangling', 'evidence-dangling'],
    (c) => tamperRows(c.folder, 'DELETE FROM passageTag', 'DELETE FROM passage'),
  ],
  ['a tag put in', ['record-mismatch'], (c) => tamperRows(c.folder, `INSERT INTO passageTag VALUES ('${c.passageId}', 'planted')`)],
  ['a claim edited', ['record-mismatch'], (c) => update('claim', "act = 'killed'", '1')(c)],
  ['a figure edited', ['record-mismatch'], (c) => update('claimQuantity', 'value = 1238', '1')(c)],
  ['a breakdown edited', ['record-mismatch'], (c) => update('claimBreakdown', `groups = '["men"]'`, '1')(c)],
  ['a claim taken out', ['evidence-dangling', 'evidence-dangling'], (c) => tamperRows(c.folder, 'DELETE FROM claim')],
  [
    'a passage under a claim removed',
    ['evidence-dangling', 'evidence-dangling'],
    async (c) => {
      await bury(c.ctx, { kind: 'passage', id: c.passageId, reason: 'behind the back of the claim' });
    },
  ],
  ['evidence edited', ['record-mismatch'], (c) => update('evidence', "stance = 'contradicts'", "stance = 'states'")(c)],
  ['evidence taken out', ['record-mismatch'], (c) => tamperRows(c.folder, "DELETE FROM evidence WHERE stance = 'states'")],
  [
    'evidence put in',
    ['record-mismatch'],
    (c) =>
      tamperRows(
        c.folder,
        "INSERT INTO evidence SELECT '00000000-0000-7000-8000-000000000001', claimId, passageId, 'repeats', note, createdAt FROM evidence LIMIT 1",
      ),
  ],
  ['a party renamed', ['record-mismatch'], (c) => update('party', "name = 'Nobody'", '1')(c)],
  ['an incident recoded', ['record-mismatch'], (c) => update('incident', "code = 'RAQ-2'", '1')(c)],
  ['a note edited', ['record-mismatch'], (c) => update('itemNote', 'graphic = 0', '1')(c)],
  ['a removal undone', ['record-mismatch'], (c) => tamperRows(c.folder, 'DELETE FROM burial')],
  ['a removal with another reason', ['record-mismatch'], (c) => update('burial', "reason = 'none'", '1')(c)],
  [
    'a silent removal',
    ['record-mismatch'],
    (c) =>
      tamperRows(
        c.folder,
        `INSERT INTO burial VALUES ('00000000-0000-7000-8000-000000000001', '${c.other}', 'item', 'x', '2018-01-01', 'x')`,
      ),
  ],
  ['a case title edited', ['record-mismatch'], (c) => update('caseRecord', "title = 'Other'", '1')(c)],
  ['a journal entry edited', ['journal-broken'], (c) => update('journal', "actor = 'nobody'", 'seq = 3')(c)],
  ['a payload edited', ['journal-broken'], (c) => update('journal', "payload = replace(payload, 'Article', 'Artocle')", 'seq = 2')(c)],
  ['a payload with a space', ['journal-broken'], (c) => update('journal', "payload = payload || ' '", 'seq = 2')(c)],
  ['a journal entry removed', ['journal-gap'], (c) => tamperRows(c.folder, 'DELETE FROM journal WHERE seq = 3')],
  ['the first journal entry removed', ['journal-gap'], (c) => tamperRows(c.folder, 'DELETE FROM journal WHERE seq = 1')],
  ['the journal emptied', ['journal-empty'], (c) => tamperRows(c.folder, 'DELETE FROM journal')],
  ['the last journal entry removed', ['record-mismatch'], (c) => tamperRows(c.folder, 'DELETE FROM journal WHERE seq = 13')],
];

describe('verify after one tampering finds exactly that', () => {
  test.each(tamperings)('%s', async (_, expected, tamper) => {
    const filled = await filledCase();
    await tamper(filled);
    expect(await found(filled.ctx)).toEqual(expected);
  });

  test('an unreadable blob, and says so', async () => {
    if (process.getuid?.() === 0) return; // root reads everything
    const { ctx, original } = await filledCase();
    await chmod(ctx.store.pathOf(original), 0);
    expect(await found(ctx)).toEqual(['blob-unreadable']);
  });

  test('a re-hashed journal entry, by the entry after it', async () => {
    const { ctx, folder } = await filledCase();
    tamperRows(folder, `UPDATE journal SET hash = '${'a'.repeat(64)}' WHERE seq = 4`);
    const report = await runVerify(ctx, {});
    expect(report.findings).toMatchObject([{ code: 'journal-broken', subject: '4' }]);
  });

  test('a passage whose words are not in the sealed text', async () => {
    const { ctx, passageId, itemId } = await filledCase();
    const row = await ctx.read.selectFrom('passage').selectAll().executeTakeFirstOrThrow();
    const id = ctx.ports.newId();
    const selectors = JSON.stringify([{ type: 'TextQuoteSelector', exact: 'words never written', prefix: '', suffix: '' }]);
    const made = { ...row, id, quote: 'words never written', selectors };
    const payload = { ...made, selectors: JSON.parse(selectors) as never, tags: [] };
    await mutate(ctx, { action: 'passage.created', subject: id, payload }, (trx) => trx.insertInto('passage').values(made).execute());
    const report = await runVerify(ctx, {});
    expect(report.findings).toMatchObject([{ code: 'passage-lost', subject: id, itemId, passageId: id }]);
    expect(passageId).not.toBe(id);
  });

  test('names the item, and the library shows its state', async () => {
    const { ctx, itemId, other, original } = await filledCase();
    await tamperBlob(ctx, original, (bytes) => flipBit(bytes, 0));
    const report = await runVerify(ctx, {});
    expect(report.findings).toMatchObject([{ subject: original, itemId, facts: { expected: original } }]);
    expect((await getItem(ctx, itemId)).proof).toBe('altered');
    expect((await getItem(ctx, other)).proof).toBe('verified');
  });
});

test('a cancelled verify ends at once and leaves no record', async () => {
  const { ctx } = await filledCase();
  const running = runVerify(ctx, { jobId: 'v' });
  ctx.jobs.cancel('v');
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(await ctx.read.selectFrom('verification').selectAll().execute()).toEqual([]);
});
