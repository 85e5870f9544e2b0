import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../engine.ts';
import { importPaths } from '../import/import-paths.ts';
import { receiveFile } from '../import/receive-file.ts';
import { sniffType } from '../import/sniff-type.ts';
import { removeItem } from '../items/change-item.ts';
import { keepItem } from '../items/keep-item.ts';
import { allItems, importOne } from '../testing/import-one.ts';
import { pageRecord, smallSite, writeWarc } from '../testing/make-warc.ts';
import { migrations, reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { importArchive } from './import-archive.ts';

const PAGES = 120;
const many = Array.from({ length: PAGES }, (_, page) =>
  pageRecord(`https://a.example/${page}`, `<title>Page ${page}</title><p>words of page ${page}</p>`),
);

it('an import that is cancelled keeps whole items, and importing again takes the others', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  const path = await writeWarc(join(await temporaryFolder(), 'many.warc.gz'), many);
  const running = importPaths(ctx, { paths: [path], jobId: 'the-job' });
  await expect.poll(async () => (await allItems(ctx)).length, { interval: 5, timeout: 15_000 }).toBeGreaterThan(3);
  ctx.jobs.cancel('the-job');
  const [cancelled] = (await running).outcomes;
  const kept = (await allItems(ctx)).length;
  expect(cancelled).toMatchObject({ fate: 'cancelled', pages: { added: kept, inArchive: PAGES } });
  expect(kept).toBeLessThan(PAGES);
  expect(await readdir(ctx.store.staging)).toEqual([]);
  const again = await reopen(engine, folder);
  expect(await importOne(again, path)).toMatchObject({
    fate: 'kept',
    warnings: ['archive-continued'],
    pages: { added: PAGES - kept, before: kept },
  });
  const items = await allItems(again);
  expect(new Set(items.map(({ sourceUrl }) => sourceUrl)).size).toBe(PAGES);
  expect(await importOne(again, path)).toMatchObject({ fate: 'already-kept', itemId: items[0]!.id });
  await removeItem(again, { id: items[7]!.id, reason: 'a test' });
  expect(await importOne(again, path)).toMatchObject({ fate: 'kept', pages: { added: 1, before: PAGES - 1 } });
  expect(await importOne(again, path)).toMatchObject({ fate: 'already-kept' });
}, 90_000);

it('more pages than are taken at once are left for the next import', async () => {
  const { ctx } = await temporaryCase();
  const path = await writeWarc(join(await temporaryFolder(), 'seven.warc.gz'), many.slice(0, 7));
  const importSome = async () => {
    const received = await receiveFile(ctx.store, path, {});
    const found = { path, name: 'seven.warc.gz', relative: 'seven.warc.gz', size: received.size };
    const sniffed = await sniffType(received.path, found.name);
    const { signal } = new AbortController();
    return importArchive({ ctx, found, received, sniffed, signal, leftovers: [] }, () => {}, 3);
  };
  expect(await importSome()).toMatchObject({
    fate: 'kept',
    pages: { added: 3, before: 0, inArchive: 7 },
    warnings: ['archive-pages-left'],
  });
  expect(await importSome()).toMatchObject({ pages: { added: 3, before: 3 }, warnings: ['archive-continued', 'archive-pages-left'] });
  expect(await importSome()).toMatchObject({ pages: { added: 1, before: 6 }, warnings: ['archive-continued'] });
  expect(await importOne(ctx, path)).toMatchObject({ fate: 'already-kept' });
  expect((await allItems(ctx)).map(({ title }) => title)).toEqual(many.slice(0, 7).map((_, page) => `Page ${page}`));
});

it('an archive kept before its pages were read gives them now', async () => {
  const { ctx } = await temporaryCase();
  const path = await writeWarc(join(await temporaryFolder(), 'x.warc.gz'), smallSite());
  const blob = await ctx.store.keepBytes(await readFile(path));
  const old = {
    type: 'document' as const,
    title: 'x',
    source: 'x',
    sourceUrl: null,
    language: null,
    originalName: 'x.warc.gz',
    method: 'import' as const,
  };
  const file = { key: 'original', role: 'original' as const, blob, name: 'x.warc.gz', mediaType: 'application/gzip' };
  await keepItem(ctx, { ...old, capturedAt: ctx.ports.now().toISOString(), gaps: [], facts: {}, files: [file], text: null });
  expect(await importOne(ctx, path)).toMatchObject({ fate: 'kept', pages: { added: 1 } });
  expect(await importOne(ctx, path)).toMatchObject({ fate: 'already-kept' });
});

it('passages on pages of an archive hold; the case verifies; the export holds the archive once and verifies', async () => {
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  onTestFinished(() => engine.close());
  const folder = await temporaryFolder();
  await engine.call('case.create', { folder: join(folder, 'Case'), title: 'Archive' });
  const path = await writeWarc(join(folder, 'x.warc.gz'), [...smallSite(), ...many.slice(0, 3)]);
  await copyFile(path, join(folder, 'again.warc.gz'));
  const { outcomes } = await engine.call('items.import', { paths: [path, join(folder, 'again.warc.gz')] });
  expect(outcomes).toMatchObject([{ fate: 'kept', pages: { added: 4 } }, { fate: 'already-kept' }]);
  const { rows } = await engine.call('items.list', {});
  const page = rows.find(({ title }) => title === 'Graves found')!;
  await engine.call('passages.create', { itemId: page.id, quote: '1,236 bodies' });
  expect((await engine.call('verify.run', {})).findings).toEqual([]);
  const target = join(folder, 'Export');
  await engine.call('export.create', { out: target });
  const names = await readdir(target, { recursive: true });
  expect(names.filter((name) => name.endsWith('.warc.gz'))).toHaveLength(1);
  expect((await engine.call('casefile.verify', { path: target })).findings).toEqual([]);
});
