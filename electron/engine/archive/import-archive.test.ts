import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, it, onTestFinished } from 'vitest';
import type { ImportOutcome } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { createEngine } from '../engine.ts';
import { importPaths } from '../import/import-paths.ts';
import { receiveFile } from '../import/receive-file.ts';
import { sniffType } from '../import/sniff-type.ts';
import { removeItem } from '../items/change-item.ts';
import { getItem, getText } from '../items/get-item.ts';
import { keepItem } from '../items/keep-item.ts';
import { listItems } from '../items/list-items.ts';
import { makeMembers, makeZip, pageRecord, pixel, smallSite, writeWacz, writeWarc, type TestRecord } from '../testing/make-warc.ts';
import { importArchive } from './import-archive.ts';
import { migrations, reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';

async function importOne(ctx: CaseContext, path: string): Promise<ImportOutcome> {
  return (await importPaths(ctx, { paths: [path] })).outcomes[0]!;
}
async function keepOne(ctx: CaseContext, path: string) {
  const outcome = await importOne(ctx, path);
  if (outcome.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  return { outcome, item: await getItem(ctx, outcome.itemId), text: await getText(ctx, outcome.itemId) };
}
async function allItems(ctx: CaseContext) {
  const { rows } = await listItems(ctx, { filter: 'all', sort: 'capturedAt', direction: 'ascending', limit: 1000, offset: 0 });
  return Promise.all(rows.map(({ id }) => getItem(ctx, id)));
}
async function bytesOf(ctx: CaseContext, item: { files: { role: string; sha256: string }[] }, role: string) {
  return Buffer.concat((await ctx.store.read(item.files.find((file) => file.role === role)!.sha256).toArray()) as Buffer[]);
}
/** Takes one record of an archive and keeps its page. */
async function keepRecords(records: TestRecord[]) {
  const { ctx } = await temporaryCase();
  return { ctx, ...(await keepOne(ctx, await writeWarc(join(await temporaryFolder(), 'x.warc.gz'), records))) };
}
async function writeZip(path: string, files: Record<string, Buffer | string>, packed = false): Promise<string> {
  await writeFile(path, await makeZip(files, packed));
  return path;
}

it('a WARC becomes one item for each page, with what the archive holds inlined and the file as its original', async () => {
  const { ctx, item, text, outcome } = await keepRecords(smallSite());
  expect(outcome).toMatchObject({ fate: 'kept', type: 'web', warnings: [], pages: { added: 1, before: 0, inArchive: 1 } });
  expect(item).toMatchObject({
    type: 'web',
    method: 'import',
    title: 'Graves found',
    source: 'news.example',
    sourceUrl: 'https://news.example/a',
    language: 'en',
    originalName: 'x.warc.gz',
    completeness: 'whole',
    facts: {
      mediaType: 'application/warc',
      archive: {
        kind: 'WARC/1.1', archiveDate: '2018-11-14T09:00:00Z', targetUri: 'https://news.example/a', status: 200, recordDigest: 'holds', software: 'Maker of tests 1.0',
        pagesInArchive: 1, badRecords: 0, listedBy: 'rule', responseHeaders: { 'content-type': 'text/html; charset=utf-8' },
      },
    },
  }); // prettier-ignore
  expect(text?.text).toContain('Nearly 1,236 bodies were exhumed.');
  expect(text?.map).toMatchObject({ kind: 'snapshot' });
  const snapshot = (await bytesOf(ctx, item, 'snapshot')).toString();
  expect(snapshot).toMatch(/color: ?red/);
  expect(snapshot).toContain(pixel.toString('base64'));
  expect(snapshot).toContain('words in a frame');
  const original = item.files.find(({ role }) => role === 'original')!;
  expect(original).toMatchObject({ mediaType: 'application/warc', parentFileId: null });
  expect(item.files.find(({ role }) => role === 'report')).toMatchObject({
    parentFileId: original.id,
    tool: 'holdfast-archive',
    mediaType: 'application/json',
  });
});

it('a WACZ of js-wacz gives the pages it lists, each under the record nearest to its date', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const old = pageRecord('https://news.example/a', '<title>Old</title><p>as it was in 2017</p>', { date: '2017-01-01T00:00:00Z' });
  const warc = await writeWarc(join(folder, 'data.warc.gz'), [...smallSite(), old]);
  // By their fragments js-wacz takes them for three pages; the first and the second lead to one record.
  const path = await writeWacz(join(folder, 'x.wacz'), warc, [
    { url: 'https://news.example/a', ts: '2018-11-14T09:00:00Z', title: 'Listed title' },
    { url: 'https://news.example/a#part', ts: '2018-11-14T09:00:05Z', title: 'The same page' },
    { url: 'https://news.example/a#then', ts: '2017-01-01T00:00:01Z', title: 'Old one' },
    { url: 'https://news.example/missing', ts: '2018-11-14T09:00:00Z', title: 'Missing' },
  ]);
  const { outcome } = await keepOne(ctx, path);
  expect(outcome).toMatchObject({ pages: { added: 2, inArchive: 2 }, warnings: ['archive-pages-missing'] });
  const items = await allItems(ctx);
  expect(items.map(({ title }) => title)).toEqual(['Graves found', 'Old']);
  expect(items[0]).toMatchObject({
    completeness: 'whole',
    facts: {
      mediaType: 'application/wacz+zip',
      archive: {
        kind: 'WACZ 1.1.1',
        pageTitle: 'Listed title',
        waczVersion: '1.1.1',
        packageDigest: 'holds',
        part: 'archive/data.warc.gz',
        listedBy: 'pages/pages.jsonl',
      },
    },
  });
  expect((items[0]!.facts['archive'] as { packageHashes: string }).packageHashes).toMatch(/^\d hold$/);
  const originals = items.map((item) => item.files.find(({ role }) => role === 'original')!);
  expect(new Set(originals.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(originals[0]!.mediaType).toBe('application/wacz+zip');
  expect(await bytesOf(ctx, items[0]!, 'original')).toEqual(await readFile(path));
  const report = JSON.parse((await bytesOf(ctx, items[0]!, 'report')).toString());
  // js-wacz states the hash of a doubled WARC: proved all the same, and told.
  expect(report.package).toMatchObject({ checked: 3, wrong: [], doubled: ['archive/data.warc.gz'], digest: 'holds' });
  expect(report.bad.records).toMatchObject([{ reason: 'page-without-record', url: 'https://news.example/missing' }]);
});

it('a WACZ whose WARC was changed, or packed by the zip, is read and its own hashes are checked', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const warc = await writeWarc(join(folder, 'data.warc'), smallSite(), false);
  const path = await writeWacz(join(folder, 'x.wacz'), warc);
  const bytes = await readFile(path);
  const at = bytes.indexOf('1,236');
  bytes.write('9', at);
  await writeFile(join(folder, 'changed.wacz'), bytes);
  const { item, text, outcome } = await keepOne(ctx, join(folder, 'changed.wacz'));
  expect(text?.text).toContain('Nearly 9,236');
  expect(item.completeness).toBe('partial');
  expect(item.gaps).toEqual(
    expect.arrayContaining([
      { reason: 'archive-page-altered', facts: {} },
      { reason: 'archive-records-bad', facts: { count: 1 } },
      { reason: 'archive-package-wrong', facts: { count: 1 } },
    ]),
  );
  expect(outcome.warnings).toEqual(['archive-records-bad', 'archive-package-wrong']);
  const pages = '{"format":"json-pages-1.0"}\nnot json\n{"url":"https://news.example/a","ts":"2018-11-14T09:00:00Z"}\n';
  const packed = await writeZip(
    join(folder, 'p.wacz'),
    { 'datapackage.json': '{"wacz_version":"1.0.0","resources":[]}', 'archive/a.warc': await readFile(warc), 'pages/pages.jsonl': pages },
    true,
  );
  expect((await keepOne(ctx, packed)).item).toMatchObject({
    title: 'Graves found',
    facts: { archive: { kind: 'WACZ 1.0.0', packageDigest: 'not-stated' } },
  });
  expect(await readdir(ctx.store.staging)).toEqual([]);
});

it.each([
  ['chunked and brotli', { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'br' }, (body: Buffer) => chunked(brotliCompressSync(body))],
  ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync],
  ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync],
  ['gzip in its head but not in its body', { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' }, (body: Buffer) => body],
  ['renamed headers', { 'X-Orig-Content-Encoding': 'br', 'X-Orig-Transfer-Encoding': 'chunked' }, (body: Buffer) => body],
  ['gzip under a renamed header', { 'X-Orig-Content-Encoding': 'gzip' }, gzipSync],
])('a page stored %s reads as the browser read it', async (_, headers, encode) => {
  const html = '<!doctype html><title>الرقة</title><p>حوالي ١٢٣٦ جثة</p>';
  const { text, item } = await keepRecords([
    pageRecord('https://a.example/', encode(Buffer.from(html)), {
      httpHeaders: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    }),
  ]);
  expect(text?.text).toBe('حوالي ١٢٣٦ جثة');
  expect(item).toMatchObject({ title: 'الرقة', completeness: 'whole' });
});

function chunked(body: Buffer): Buffer {
  const parts = [body.subarray(0, 7), body.subarray(7)].flatMap((part) => [
    Buffer.from(`${part.length.toString(16)}\r\n`),
    part,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

it('an Arabic page in windows-1256 reads right by its header, and by its meta', async () => {
  const html =
    '<html dir="rtl"><head><meta charset="windows-1256"><title>المقابر</title></head><body><p>ثلاث مقابر جماعية</p></body></html>';
  for (const type of ['text/html; charset=windows-1256', 'text/html']) {
    const { text, item } = await keepRecords([
      pageRecord('http://a.example/', iconv.encode(html, 'windows-1256'), { httpHeaders: { 'Content-Type': type } }),
    ]);
    expect([item.title, text?.text]).toEqual(['المقابر', 'ثلاث مقابر جماعية']);
  }
});

it('resources come through redirects, under http for https, and those of a damaged record are told', async () => {
  const html = '<p>words</p><img src="http://a.example/moved.png"><img src="/gone.png"><img src="/bad.png">';
  const { ctx, item } = await keepRecords([
    pageRecord('https://a.example/', html),
    { url: 'https://a.example/moved.png', statusline: 'HTTP/1.1 302 Found', httpHeaders: { Location: '/i.png' } },
    { url: 'https://a.example/i.png', body: pixel, httpHeaders: { 'Content-Type': 'image/png' } },
    {
      url: 'https://a.example/bad.png',
      body: 'other bytes',
      httpHeaders: { 'Content-Type': 'image/png' },
      warcHeaders: { 'WARC-Payload-Digest': `sha1:${'A'.repeat(32)}` },
    },
  ]);
  expect((await bytesOf(ctx, item, 'snapshot')).toString()).toContain(pixel.toString('base64'));
  expect(item.gaps).toEqual([
    { reason: 'archive-resources-altered', facts: { count: 1 } },
    { reason: 'resources-not-in-snapshot', facts: { count: 1, addresses: ['https://a.example/gone.png'] } },
    { reason: 'archive-records-bad', facts: { count: 1 } },
  ]);
});

it('a page that is no HTML, and one that scripts build, are kept and say so', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const warc = await writeWarc(join(folder, 'data.warc.gz'), [
    { url: 'https://a.example/r.pdf', body: '%PDF-1.7', httpHeaders: { 'Content-Type': 'application/pdf' } },
    pageRecord('https://a.example/app', '<div id=app></div><script>app.textContent = "x"</script>'),
  ]);
  await keepOne(ctx, await writeWacz(join(folder, 'x.wacz'), warc, [
    { url: 'https://a.example/r.pdf', ts: '2018-11-14T09:00:00Z', title: 'Report' },
    { url: 'https://a.example/app', ts: '2018-11-14T09:00:00Z', title: 'App' },
  ])); // prettier-ignore
  expect(await allItems(ctx)).toMatchObject([
    { type: 'web', title: 'App', gaps: [{ reason: 'archive-page-scripts', facts: {} }] },
    {
      type: 'document',
      title: 'Report',
      sourceUrl: 'https://a.example/r.pdf',
      gaps: [{ reason: 'archive-page-other', facts: { mediaType: 'application/pdf' } }],
    },
  ]);
});

it('an archive without a page, and one that cannot be read, are one document each', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const path = await writeWarc(join(folder, 'x.warc'), [
    { url: 'https://a.example/i.png', body: pixel, httpHeaders: { 'Content-Type': 'image/png' } },
  ]);
  expect(await keepOne(ctx, path)).toMatchObject({
    outcome: { warnings: ['archive-no-page'] },
    item: { type: 'document', gaps: [{ reason: 'archive-no-page' }] },
  });
  expect(await importOne(ctx, path)).toMatchObject({ fate: 'already-kept' });
  const whole = await readFile(await writeWacz(join(folder, 'w.wacz'), path));
  await writeFile(join(folder, 'cut.wacz'), whole.subarray(0, whole.length - 200));
  const { item } = await keepOne(ctx, join(folder, 'cut.wacz'));
  expect(item).toMatchObject({ type: 'document', gaps: [{ reason: 'archive-unreadable' }], facts: { mediaType: 'application/wacz+zip' } });
});

it('archives that lead out, hold bombs, or are of another format are refused by name; nothing of them stays', async () => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const warc = await readFile(await writeWarc(join(folder, 'data.warc.gz'), smallSite()));
  const traversal = await writeZip(join(folder, 'traversal.wacz'), {
    'datapackage.json': '{}',
    'archive/a.warc.gz': warc,
    'xx/evil.txt': 'x',
  });
  await writeFile(
    traversal,
    Buffer.from((await readFile(traversal)).toString('latin1').replaceAll('xx/evil.txt', '../evil.txt'), 'latin1'),
  );
  const bomb = await writeZip(join(folder, 'bomb.wacz'), { 'datapackage.json': '{}', 'archive/a.warc': Buffer.alloc(150_000_000) }, true);
  await writeFile(join(folder, 'old.arc'), 'filedesc://old.arc 0.0.0.0 20010101000000 text/plain 76\n1 0 InternetArchive\n');
  await writeFile(join(folder, 'old.arc.gz'), gzipSync('filedesc://old.arc 0.0.0.0 20010101000000 text/plain 76\n1 0 InternetArchive\n'));
  await writeFile(join(folder, 'old.warc'), 'WARC/0.17\r\nWARC-Type: warcinfo\r\n\r\n');
  const asOne = join(folder, 'as-one.warc.gz');
  const [first] = await makeMembers([], false);
  await writeFile(asOne, gzipSync(Buffer.concat([first!, first!, Buffer.alloc(200_000_000)])));
  for (const [path, code, words] of [
    [traversal, 'archive-unsafe', /evil\.txt/],
    [bomb, 'archive-unsafe', /times its size/],
    [asOne, 'archive-unsafe', /times its packed size/],
    [join(folder, 'old.arc'), 'archive-format', /ARC/],
    [join(folder, 'old.arc.gz'), 'archive-format', /ARC/],
    [join(folder, 'old.warc'), 'archive-format', /WARC\/0\.17/],
  ] as const) {
    const outcome = await importOne(ctx, path);
    expect(outcome, path).toMatchObject({ fate: 'refused', error: { code, facts: { path } } });
    expect(JSON.stringify(outcome)).toMatch(words);
  }
  expect(await readdir(ctx.store.staging)).toEqual([]);
  expect(await allItems(ctx)).toEqual([]);
});

const many = Array.from({ length: 300 }, (_, page) =>
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
  expect(cancelled).toMatchObject({ fate: 'cancelled', pages: { added: kept, inArchive: 300 } });
  expect(kept).toBeLessThan(300);
  expect(await readdir(ctx.store.staging)).toEqual([]);
  const again = await reopen(engine, folder);
  expect(await importOne(again, path)).toMatchObject({
    fate: 'kept',
    warnings: ['archive-continued'],
    pages: { added: 300 - kept, before: kept },
  });
  const items = await allItems(again);
  expect(new Set(items.map(({ sourceUrl }) => sourceUrl)).size).toBe(300);
  expect(await importOne(again, path)).toMatchObject({ fate: 'already-kept', itemId: items[0]!.id });
  await removeItem(again, { id: items[7]!.id, reason: 'a test' });
  expect(await importOne(again, path)).toMatchObject({ fate: 'kept', pages: { added: 1, before: 299 } });
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

it('a hostile page is frozen without anything that acts or asks', async () => {
  const html =
    '<script>x()</script><p onclick="x()">words</p><a href="javascript:x()">a</a><img src="https://tracker.example/?q"><iframe src="/self"></iframe>';
  const { ctx, item } = await keepRecords([
    pageRecord('https://a.example/self', html),
    { type: 'request', url: 'https://a.example/self', statusline: 'GET /self HTTP/1.1', httpHeaders: { 'Sec-Fetch-Dest': 'document' } },
  ]);
  const snapshot = (await bytesOf(ctx, item, 'snapshot')).toString();
  expect(snapshot).not.toMatch(/<script|onclick|[^-]href="javascript|[^-]src="https/);
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
