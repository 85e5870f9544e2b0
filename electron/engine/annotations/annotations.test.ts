import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { keepItem } from '../items/keep-item.ts';
import { createPassage } from '../passages/create-passage.ts';
import { removePassage } from '../passages/change-passage.ts';
import { listPassages } from '../passages/list-passages.ts';
import { checkWebAnnotation } from '../testing/check-web-annotation.ts';
import { keepText } from '../testing/keep-text.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { turnRound } from '../undo/turn-round.ts';
import { runVerify } from '../verify/run-verify.ts';
import { exportAnnotations } from './export-annotations.ts';
import { importAnnotations } from './import-annotations.ts';

const text = 'Nearly 1,236 bodies 𐤀 have been exhumed from three mass graves.\nMost are women. استُخرجت نحو 1236 جثة';
const notes = { comment: '', tags: [] };
const all = { limit: 1000, offset: 0 };

async function keepVideo(ctx: CaseContext): Promise<string> {
  const blob = await ctx.store.keepBytes('a recording');
  const item = {
    type: 'video',
    title: 'Clip',
    source: 's',
    sourceUrl: null,
    language: null,
    originalName: 'c.mp4',
    method: 'import',
  } as const;
  const original = { key: 'original', role: 'original', blob, name: 'c.mp4', mediaType: 'video/mp4' } as const;
  const facts = { media: { durationSeconds: 20 } };
  return keepItem(ctx, { ...item, capturedAt: ctx.ports.now().toISOString(), gaps: [], facts, files: [original], text: null });
}

/** Two cases that hold the same bytes and know nothing of each other. */
async function twoCases() {
  const make = async () => {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text, 'Report');
    return { ctx, itemId, videoId: await keepVideo(ctx), ocrId: await keepText(ctx, itemId, 'Read by a program: three graves') };
  };
  return [await make(), await make()] as const;
}

/** What a passage is, apart from the case it is in and the moment it was made. */
function essence(passages: readonly Passage[]) {
  const bare = ({ itemId: _i, textFileId: _t, createdAt: _c, updatedAt: _u, createdBy: _b, origin: _o, ...rest }: Passage) => rest;
  return passages.map(bare).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function markAll({ ctx, itemId, videoId, ocrId }: Awaited<ReturnType<typeof twoCases>>[0]): Promise<void> {
  await createPassage(ctx, { itemId, quote: 'Nearly 1,236 bodies 𐤀', comment: 'the figure', tags: ['count', 'graves'] });
  const translated = { language: 'ar', translation: 'about 1236 bodies were taken out', translator: 'the desk' };
  await createPassage(ctx, { itemId, quote: 'استُخرجت نحو 1236 جثة', ...notes, ...translated });
  await createPassage(ctx, { itemId, quote: 'three graves', textFileId: ocrId, ...notes });
  await createPassage(ctx, { itemId: videoId, time: { from: 2.5, to: 7.25 }, area: { x: 10, y: 20, width: 30, height: 40 }, ...notes });
}

test('law: written to a file and read into a case with the same bytes, passages are the same; read again, nothing is made', async () => {
  const [one, two] = await twoCases();
  await markAll(one);
  const out = join(await temporaryFolder(), 'passages.jsonld');
  const written = await exportAnnotations(one.ctx, { out });
  expect(written.count).toBe(4);
  const trial = await importAnnotations(two.ctx, { path: out, trial: true });
  expect([trial.counts, (await listPassages(two.ctx, all)).total]).toEqual([{ made: 4, already: 0, refused: 0 }, 0]);
  const read = await importAnnotations(two.ctx, { path: out, trial: false });
  expect(read.fates.map(({ fate }) => fate)).toEqual(['made', 'made', 'made', 'made']);
  const [before, after] = [(await listPassages(one.ctx, all)).rows, (await listPassages(two.ctx, all)).rows];
  expect(essence(after)).toEqual(essence(before));
  expect(after[0]?.origin).toMatchObject({ fileSha256: written.sha256, creator: before[0]?.createdBy });
  expect((await importAnnotations(two.ctx, { path: out, trial: false })).counts).toEqual({ made: 0, already: 4, refused: 0 });
  expect((await runVerify(two.ctx, {})).findings).toEqual([]);
  expect((await turnRound(two.ctx, 'undo')).turned).toMatchObject({ action: 'annotations.imported' });
  expect((await listPassages(two.ctx, all)).total).toBe(0);
  const again = await importAnnotations(two.ctx, { path: out, trial: false });
  expect(again.fates.map((fate) => fate.fate === 'refused' && fate.reason)).toEqual(Array(4).fill('removed-here'));
});

test('what is written meets every requirement of the published test suite, which a seeded fault breaks', async () => {
  const [one] = await twoCases();
  await markAll(one);
  const out = join(await temporaryFolder(), 'passages.jsonld');
  await exportAnnotations(one.ctx, { out });
  const collection = JSON.parse(await readFile(out, 'utf8')) as { '@context': unknown; first: { items: object[] } };
  const context = { '@context': collection['@context'] };
  expect(checkWebAnnotation('collection', collection)).toEqual({ asked: 10, broken: [] });
  expect(checkWebAnnotation('page', { ...context, ...collection.first }).broken).toEqual([]);
  for (const annotation of collection.first.items) {
    expect(checkWebAnnotation('annotation', { ...context, ...annotation })).toEqual({ asked: 54, broken: [] });
    const faults = [
      { created: 'yesterday' },
      { target: [] },
      { id: 'no address' },
      { type: 'Note' },
      { bodyValue: 'x', body: 'https://x.example/' },
    ];
    for (const fault of faults)
      expect(checkWebAnnotation('annotation', { ...context, ...annotation, ...fault }).broken, JSON.stringify(fault)).not.toEqual([]);
  }
});

describe('annotations of others', () => {
  const write = async (value: unknown) => {
    const path = join(await temporaryFolder(), 'a.json');
    await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
    return path;
  };
  const about = (exact: string, more: object = {}) => ({
    id: 'https://annotations.example/1',
    type: 'Annotation',
    bodyValue: 'seen',
    target: [{ source: 'https://news.example/report#top', selector: [{ type: 'TextQuoteSelector', exact, ...more }] }],
  });
  async function page() {
    const { ctx } = await temporaryCase();
    const itemId = await keepTextItem(ctx, text);
    const given = await keepTextItem(ctx, 'Exhumed were 1,236 bodies here and 1,238 bodies there.');
    return { ctx, itemId, given };
  }

  test('are placed by quote in the item named, told as moved, and never on other words', async () => {
    const { ctx, itemId } = await page();
    const read = async (value: unknown) => importAnnotations(ctx, { path: await write(value), trial: false, itemId });
    expect((await read(about('three mass graves', { prefix: 'exhumed from ', suffix: '.\nMost' }))).fates).toMatchObject([
      { fate: 'made', state: 'moved', itemId },
    ]);
    expect((await listPassages(ctx, all)).rows).toMatchObject([
      { quote: 'three mass graves', comment: 'seen', origin: { annotationId: 'https://annotations.example/1' } },
    ]);
    expect((await read(about('three mass graves'))).fates).toMatchObject([{ fate: 'already' }]);
    const endless = { ...about('three mass graves'), id: 'https://annotations.example/long', bodyValue: 'x'.repeat(200_000) };
    expect((await read(endless)).fates).toMatchObject([{ fate: 'refused', reason: 'unreadable' }]);
    const others = [about('Nearly 1,238 bodies'), about('nobody was found'), { ...about('x'), target: 'https://elsewhere.example' }, 7, {}];
    const { fates } = await read(
      others.map((one, number) => (typeof one === 'object' ? { ...one, id: `https://annotations.example/n${number}` } : one)),
    );
    expect(fates.map((fate) => fate.fate === 'refused' && fate.reason)).toEqual([
      'words-lost',
      'words-lost',
      'no-selector',
      'unreadable',
      'unreadable',
    ]);
  });

  test('without a source that is here are refused as such', async () => {
    const { ctx } = await page();
    const { fates } = await importAnnotations(ctx, { path: await write(about('three mass graves')), trial: false });
    expect(fates).toMatchObject([{ fate: 'refused', reason: 'no-source', quote: 'three mass graves' }]);
  });

  test.each([
    ['no JSON', '{', 'is not JSON in UTF-8'],
    ['no annotations', '{"a":1}', 'holds no annotations'],
  ])('%s is refused whole', async (_name, content, problem) => {
    const { ctx } = await page();
    const failing = importAnnotations(ctx, { path: await write(content), trial: false });
    await expect(failing).rejects.toMatchObject({ code: 'wrong-input', facts: { problem: expect.stringContaining(problem) } });
  });
});

test('nothing is written over, nor into the case', async () => {
  const { ctx, folder } = await temporaryCase();
  const out = join(await temporaryFolder(), 'there.jsonld');
  await writeFile(out, 'mine');
  await expect(exportAnnotations(ctx, { out })).rejects.toMatchObject({ code: 'export-target-exists' });
  expect(await readFile(out, 'utf8')).toBe('mine');
  await expect(exportAnnotations(ctx, { out: join(folder, 'x.json') })).rejects.toMatchObject({ code: 'wrong-input' });
});

test('a passage that was removed here is not brought back by a file', async () => {
  const [one] = await twoCases();
  const { id } = await createPassage(one.ctx, { itemId: one.itemId, quote: 'Most are women', ...notes });
  const out = join(await temporaryFolder(), 'p.jsonld');
  await exportAnnotations(one.ctx, { out, itemId: one.itemId });
  await removePassage(one.ctx, { id, reason: 'r' });
  expect((await importAnnotations(one.ctx, { path: out, trial: false })).fates).toMatchObject([
    { fate: 'refused', reason: 'removed-here' },
  ]);
});
