import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { allItems, bytesOf, importOne, keepOne } from '../testing/import-one.ts';
import { makeMembers, makeZip, pageRecord, pixel, smallSite, writeWacz, writeWarc, type TestRecord } from '../testing/make-warc.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';

/** Takes one record of an archive and keeps its page. */
async function keepRecords(records: TestRecord[]) {
  const { ctx } = await temporaryCase();
  return { ctx, ...(await keepOne(ctx, await writeWarc(join(await temporaryFolder(), 'x.warc.gz'), records))) };
}
async function writeZip(path: string, files: Record<string, Buffer | string>, packed = false): Promise<string> {
  await writeFile(path, await makeZip(files, packed));
  return path;
}

const five = [1, 2, 3, 4, 5].map((page) => pageRecord(`https://a.example/${page}`, `<title>Page ${page}</title><p>words</p>`));

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
  expect(item).toMatchObject({
    type: 'document',
    gaps: [{ reason: 'archive-unreadable' }, {}],
    facts: { mediaType: 'application/wacz+zip' },
  });
  await writeFile(join(folder, 'words.wacz'), await makeZip({ 'words.txt': 'words' }));
  expect((await keepOne(ctx, join(folder, 'words.wacz'))).item).toMatchObject({
    type: 'document',
    gaps: [{ reason: 'archive-unreadable' }, {}],
  });
});

it.each(['data.warc.gz', 'data.warc'])('a WACZ that was cut off gives the pages that can still be found in it (%s)', async (name) => {
  const { ctx } = await temporaryCase();
  const folder = await temporaryFolder();
  const warc = await writeWarc(join(folder, name), [
    ...smallSite(),
    pageRecord('https://a.example/2', '<title>Second</title><p>words</p>'),
    ...five,
  ]);
  const whole = await readFile(await writeWacz(join(folder, 'w.wacz'), warc));
  const start = whole.indexOf(await readFile(warc));
  await writeFile(join(folder, 'cut.wacz'), whole.subarray(0, start + (await readFile(warc)).length - 1000));
  const { outcome, text } = await keepOne(ctx, join(folder, 'cut.wacz'));
  expect(outcome.warnings).toContain('archive-unreadable');
  expect(text?.text).toContain('1,236');
  const items = await allItems(ctx);
  expect(items.map(({ title }) => title).slice(0, 2)).toEqual(['Graves found', 'Second']);
  expect(items[0]!.gaps.map(({ reason }) => reason)).toEqual(['archive-unreadable', 'archive-records-bad']);
  const report = JSON.parse((await bytesOf(ctx, items[0]!, 'report')).toString());
  expect(report.bad.records).toContainEqual(expect.objectContaining({ reason: 'truncated', part: 'the damaged zip' }));
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
