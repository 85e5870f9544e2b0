import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext } from '../context.ts';
import { createExport } from '../export/create-export.ts';
import { removePassage } from '../passages/change-passage.ts';
import { createPassage } from '../passages/create-passage.ts';
import { getPassage } from '../passages/list-passages.ts';
import { querySearch } from '../search/query-search.ts';
import { filledCase } from '../testing/filled-case.ts';
import { keepText } from '../testing/keep-text.ts';
import { tamperRows } from '../testing/tamper.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { bury, restore } from './bury.ts';
import { getText, listTexts } from './get-text.ts';
import { keepDerived } from './keep-derived.ts';
import { removeFile } from './remove-file.ts';

const found = async (ctx: CaseContext, words: string) => (await querySearch(ctx, { words, limit: 10, offset: 0 })).rows.map(({ id }) => id);
const words = 'Read by a program: استخرج 1,236 جثة from the graves';

test('a text derived later is a text of the item: listed, found, quoted as what it is', async () => {
  const { ctx, itemId, other } = await filledCase();
  const fileId = await keepText(ctx, itemId, words);
  expect((await listTexts(ctx, itemId)).map(({ kind, language }) => [kind, language])).toEqual([
    ['canonical', null],
    ['ocr', 'ar'],
  ]);
  expect(await getText(ctx, itemId, fileId)).toMatchObject({ text: words, kind: 'ocr' });
  await expect(getText(ctx, other, fileId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await found(ctx, 'program')).toContain(itemId);
  const passage = await createPassage(ctx, { itemId, quote: 'استخرج 1,236 جثة', textFileId: fileId, comment: '', tags: [] });
  expect(passage).toMatchObject({ textFileId: fileId, textKind: 'ocr', state: 'exact', score: 1, start: words.indexOf('استخرج') });
  await expect(createPassage(ctx, { itemId, quote: 'استخرج', comment: '', tags: [] })).rejects.toMatchObject({
    code: 'passage-unresolved',
  });
});

test('it is in the case file and verified there and here', async () => {
  const { ctx, engine, folder, itemId } = await filledCase();
  const fileId = await keepText(ctx, itemId, words);
  await createPassage(ctx, { itemId, quote: '1,236 جثة', textFileId: fileId, comment: '', tags: [] });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  const out = join(await temporaryFolder(), 'out');
  await createExport(ctx, { out, zip: false });
  expect((await verifyCaseFile(engine, { path: out })).findings).toEqual([]);
  tamperRows(folder, `UPDATE derivedText SET text = replace(text, '1,236', '1,238')`);
  const { findings } = await runVerify(ctx, {});
  expect(findings.map(({ code }) => code)).toEqual(['text-altered']);
});

test.each([
  ["UPDATE derivedText SET kind = 'transcript'", 'derived file'],
  ['UPDATE derivedText SET map = \'{"kind":"snapshot","article":null}\'', 'derived file'],
  ["UPDATE file SET tool = 'other' WHERE id IN (SELECT fileId FROM addedFile)", 'derived file'],
  ['DELETE FROM addedFile', 'derived file'],
  ['UPDATE restoration SET reason = reason || 1', 'restoration of'],
  ['DELETE FROM restoration', 'restoration of'],
])('%s is found', async (statement, kind) => {
  const { ctx, folder, itemId, removed } = await filledCase();
  await keepText(ctx, itemId, words);
  await restore(ctx, { kind: 'item', id: removed, reason: 'it was not' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  tamperRows(folder, statement);
  const { findings } = await runVerify(ctx, {});
  expect(findings.filter(({ code, facts }) => code === 'record-mismatch' && facts['kind'] === kind)).not.toEqual([]);
});

test('what cannot be written leaves no bytes behind', async () => {
  const { ctx, itemId, other } = await filledCase();
  const foreign = await keepText(ctx, other, 'of another item');
  const blob = await ctx.store.keepBytes('a still of nothing');
  const still = { role: 'still', blob, name: 's.png', mediaType: 'image/png', tool: { name: 't', version: '1', parameters: {} } } as const;
  await expect(keepDerived(ctx, itemId, [{ ...still, parentFileId: foreign }])).rejects.toMatchObject({ code: 'not-found' });
  await expect(ctx.store.locate(blob.sha256)).rejects.toMatchObject({ code: 'blob-missing' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('a derived file is taken away with a reason, unless a passage stands on it; what came with the item is not', async () => {
  const { ctx, itemId, original } = await filledCase();
  const fileId = await keepText(ctx, itemId, words);
  const passage = await createPassage(ctx, { itemId, quote: 'program', textFileId: fileId, comment: '', tags: [] });
  await expect(removeFile(ctx, { fileId, reason: 'r' })).rejects.toMatchObject({ code: 'still-used' });
  await removePassage(ctx, { id: passage.id, reason: 'r' });
  await removeFile(ctx, { fileId, reason: 'bad reading' });
  expect((await listTexts(ctx, itemId)).map(({ kind }) => kind)).toEqual(['canonical']);
  expect(await found(ctx, 'program')).toEqual([]);
  const came = await ctx.read.selectFrom('file').select('id').where('sha256', '=', original).executeTakeFirstOrThrow();
  await expect(removeFile(ctx, { fileId: came.id, reason: 'r' })).rejects.toMatchObject({ code: 'not-supported' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('a removal is taken back, and both stay on record; it can be made again', async () => {
  const { ctx, engine, itemId } = await filledCase();
  const { id } = await createPassage(ctx, { itemId, quote: 'three mass graves', comment: '', tags: [] });
  await removePassage(ctx, { id, reason: 'twice' });
  await restore(ctx, { kind: 'passage', id, reason: 'undone' });
  expect((await getPassage(ctx, id)).quote).toBe('three mass graves');
  await expect(restore(ctx, { kind: 'passage', id, reason: 'again' })).rejects.toMatchObject({ code: 'not-found' });
  await bury(ctx, { kind: 'passage', id, reason: 'after all' });
  await restore(ctx, { kind: 'passage', id, reason: 'no' });
  const out = join(await temporaryFolder(), 'out');
  await createExport(ctx, { out, zip: false });
  expect((await verifyCaseFile(engine, { path: out })).findings).toEqual([]);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
