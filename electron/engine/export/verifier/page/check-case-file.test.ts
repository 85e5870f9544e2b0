/** The checks of the page, run without a browser, over real case files: good ones hold, each tampering is found. */
import { exec } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { exportSelection } from '#shared/model/selection.ts';
import { isKnownPayload, isKnownTagFile } from '#engine/casefile/known-files.ts';
import { createExport } from '#engine/export/create-export.ts';
import { createRedaction } from '#engine/redaction/create-redaction.ts';
import { makeSeal } from '#engine/seal/make-seal.ts';
import { filledCase, TEXT } from '#engine/testing/filled-case.ts';
import { remanifest } from '#engine/testing/remanifest.ts';
import { editFile, partTamperings, tamperings } from '#engine/testing/tamper-case-file.ts';
import { temporaryFolder } from '#engine/testing/temporary-case.ts';
import { forgetAuthority, makeAuthority, send, serve, stamp } from '#engine/testing/timestamp-authority.ts';
import { timestampCalls } from '#engine/timestamps/handlers.ts';
import { openCaseFile } from './case-files.js';
import { checkCaseFile } from './check-case-file.js';
import { isKnownFile } from './check-items.js';
import { FINDING_CODES, findingWords } from './finding-words.js';
import { opensslLines } from './limits.js';
import { Pool } from './pool.js';
import { verifyPage } from '../verify-page.ts';

/** The files of a folder as a browser gives them to a page. */
async function picked(out: string) {
  const entries = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: `Case/${path.slice(out.length + 1)}`, file: new File([await readFile(path)], entry.name) };
    }),
  );
}

async function checked(files: Awaited<ReturnType<typeof picked>>, { signal = new AbortController().signal, allSha512 = false } = {}) {
  const progress = { begin() {}, add() {}, addFile() {} };
  const work = await checkCaseFile(await openCaseFile(files), { pool: new Pool('', 0), progress, signal, allSha512 });
  return { work, titles: work.findings.map((finding) => findingWords(finding).title) };
}

async function exported(zip = false) {
  const filled = await filledCase();
  const out = join(await temporaryFolder(), zip ? 'Case.zip' : 'Case');
  await createExport(filled.ctx, { out, zip });
  return { ...filled, out };
}

async function partExported() {
  const filled = await filledCase();
  const out = join(await temporaryFolder(), 'Part');
  const selection = exportSelection.parse({
    claimIds: [filled.claimId],
    withheld: [{ itemId: filled.itemId, reason: 'protects a witness' }],
  });
  await createExport(filled.ctx, { out, zip: false, selection });
  return out;
}

test('a good case file holds, folder and zip alike, and everything in it was looked at', async () => {
  const { out } = await exported();
  const { work, titles } = await checked(await picked(out));
  expect(titles).toEqual([]);
  expect(work.counts).toMatchObject({
    items: 2,
    itemFiles: 4,
    passages: 1,
    words: 1,
    claims: 1,
    evidence: 2,
    seals: 1,
    roots: 1,
    unsigned: 0,
  });
  expect(work.counts.signatures).toBe(work.counts.entries);
  expect(work.counts.sha512).toBe(work.found.size);
  const zip = await exported(true);
  const asZip = await checked([{ path: 'Case.zip', file: new File([await readFile(zip.out)], 'Case.zip') }]);
  expect(asZip.titles).toEqual([]);
  expect(asZip.work.counts).toEqual(work.counts);
});

test('a good part of a case holds, and what is withheld is proved', async () => {
  const { work, titles } = await checked(await picked(await partExported()));
  expect(titles).toEqual([]);
  expect(work.partial).toBe(true);
  expect(work.counts.provedWithheld).toBe(2);
  expect(work.counts.provedTold).toBe(work.counts.entries);
});

test('each tampering is found and named', { timeout: 60_000 }, async () => {
  const { out } = await exported();
  const part = await partExported();
  for (const { list, from } of [
    { list: tamperings, from: out },
    { list: partTamperings, from: part },
  ])
    for (const { name, change, finds } of list) {
      const copy = join(await temporaryFolder(), 'Case');
      await cp(from, copy, { recursive: true });
      await change(copy);
      const { titles } = await checked(await picked(copy));
      expect(titles.join('\n'), name).toMatch(finds);
      expect(titles.join('\n'), name).not.toMatch(/\bunknown\b|undefined/);
    }
});

test('a whole case file made to look like a part of one does not pass', async () => {
  const { out } = await exported();
  await writeFile(join(out, 'data/journal/withheld.json'), '[]');
  await editFile(out, 'data/journal/journal.jsonl', (text) =>
    text
      .split('\n')
      .filter((_, at) => at !== 4)
      .join('\n'),
  );
  await remanifest(out);
  expect((await checked(await picked(out))).work.kinds.get('proof-missing')).toBeGreaterThan(3);
});

test('a timestamp over its seal is listed with its chain; one over something else is named', async () => {
  const { out } = await exported();
  const seals = join(out, 'data/journal/seals');
  const [seal = ''] = await readdir(seals);
  const imprint = createHash('sha256')
    .update(await readFile(join(seals, seal)))
    .digest();
  const token = `data/journal/seals/${seal.replace('json', '1.tsr')}`;
  const put = async (bytes: Buffer) => {
    await writeFile(join(out, token), bytes);
    await remanifest(out);
    return checked(await picked(out));
  };
  const good = await put(Buffer.concat([Buffer.from('30820123', 'hex'), imprint, Buffer.from('a0')]));
  expect(good.titles).toEqual([]);
  expect(good.work.tokens).toEqual([{ path: token, seal: `data/journal/seals/${seal}`, chain: null, time: null }]);
  await writeFile(join(out, token.replace('tsr', 'pem')), 'a chain');
  expect((await put(imprint.subarray(1))).titles).toEqual([`${token} is not a timestamp over data/journal/seals/${seal}.`]);
  const { work } = await put(imprint);
  expect(work.tokens[0]?.chain).toBe(token.replace('tsr', 'pem'));
});

test('the line for openssl verifies a real timestamp, and one taken out is missed', async () => {
  const filled = await filledCase();
  const made = await makeAuthority();
  onTestFinished(() => forgetAuthority(made));
  const server = await serve(async (query, response) => void send(response, await stamp(made, query)));
  onTestFinished(server.close);
  await timestampCalls['authorities.add'](filled.ctx, { name: 'Loopback', url: server.url, anchors: made.root, policy: null, auto: false });
  await timestampCalls['timestamps.allow'](filled.ctx, { allowed: true });
  await makeSeal(filled.ctx, 'asked');
  expect(await timestampCalls['timestamps.request'](filled.ctx, {})).toMatchObject([{ state: 'proved' }]);
  const out = join(await temporaryFolder(), 'Case');
  await createExport(filled.ctx, { out, zip: false });
  const { work, titles } = await checked(await picked(out));
  expect(titles).toEqual([]);
  const [line = '', ...more] = opensslLines(work.tokens);
  expect(more).toEqual([]);
  const verdict = await promisify(exec)(line, { cwd: out });
  expect(verdict.stdout + verdict.stderr).toContain('Verification: OK');
  await rm(join(out, work.tokens[0]?.path ?? ''));
  await remanifest(out);
  expect((await checked(await picked(out))).titles.join()).toMatch(/Journal entry \d+ tells of a timestamp that is not there/);
});

test('a redacted copy that stands for a withheld source is the one the journal recorded', async () => {
  const filled = await filledCase();
  const { ctx, itemId } = filled;
  const start = TEXT.indexOf('three mass graves');
  const region = { kind: 'words' as const, start, end: start + 17, textFileId: null, reason: 'witness-identity' as const, note: '' };
  const { redaction } = await createRedaction(ctx, { itemId, regions: [region] });
  const out = join(await temporaryFolder(), 'Part');
  const redacted = [{ itemId, fileId: redaction.copies[0]?.id ?? '' }];
  const selection = exportSelection.parse({ claimIds: [filled.claimId], redacted, singleWords: 'allowed' });
  await createExport(ctx, { out, zip: false, selection });
  expect((await checked(await picked(out))).titles).toEqual([]);
  const withheld = JSON.parse(await readFile(join(out, 'data/journal/withheld.json'), 'utf8')) as { redactedCopy: string | null }[];
  const place = withheld.find(({ redactedCopy }) => redactedCopy !== null)?.redactedCopy ?? '';
  await writeFile(join(out, place), 'other words');
  await remanifest(out);
  expect((await checked(await picked(out))).titles).toEqual([
    `${place}, which stands for what is withheld, is not the file the journal recorded, or is not there.`,
  ]);
});

test('the page knows the same files as the engine', () => {
  const paths = [
    'case.json',
    'ro-crate-metadata.json',
    'annotations/passages.jsonld',
    'annotations/links.jsonld',
    'annotations/tags.json',
    'claims/claims.csv',
    'claims/vocabulary.json',
    'versions/carried-passages.json',
    'schema/journal-entry.schema.json',
    'journal/journal.jsonl',
    'journal/proofs.jsonl',
    'journal/withheld.json',
    'journal/seals/00000012.json',
    'journal/seals/00000012.1.tsr',
    'journal/seals/00000012.1.pem',
    'provenance/prov.jsonld',
    'report/report.html',
    'report/report.pdf',
    'redacted/redactions.json',
    'redacted/a/b.pdf',
    'extra.html',
    'journal/other.json',
    'journal/seals/1.exe',
    'annotations/x/tags.json',
  ];
  for (const path of paths) expect(isKnownFile(`data/${path}`), path).toBe(isKnownPayload(`data/${path}`));
  for (const path of ['bagit.txt', 'bag-info.txt', 'README.txt', 'verify.html', 'manifest-sha512.txt', 'fetch.txt', 'x.html'])
    expect(isKnownFile(path), path).toBe(isKnownTagFile(path));
});

test('a zip with a wrong name, a name twice, a link or a length that is not so is not believed', async () => {
  const { out } = await exported(true);
  const bytes = await readFile(out);
  const name = Buffer.from('Case/README.txt');
  const places: number[] = [];
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) places.push(at);
  expect(places).toHaveLength(2);
  const altered = async (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(bytes);
    change(copy);
    return (await checked([{ path: 'Case.zip', file: new File([copy], 'Case.zip') }])).titles.join('\n');
  };
  expect(await altered((copy) => copy.write('Case/../../.txt', places[1]))).toContain('leads out of the case file');
  expect(await altered((copy) => copy.write('Case/README.tyt', places[0]))).toContain('names it differently in two places');
  expect(await altered((copy) => copy.write('Case/verify.htm', places[1]))).toContain('Case/verify.htm'.slice(5));
  expect(await altered((copy) => copy.writeUInt32LE(0xa1ff0000, places[1] - 8))).toContain('it is a link');
  expect(await altered((copy) => copy.writeUInt32LE(7, places[1] - 22))).toContain('unpacks to more bytes');
  await expect(altered((copy) => copy.fill(0, copy.length - 22))).rejects.toThrow('it is no zip');
});

test('what is no case file is said so, a check can be cancelled, and hostile words stay words', async () => {
  await expect(openCaseFile([])).rejects.toThrow('Nothing was chosen');
  const file = (path: string) => ({ path, file: new File(['x'], 'x') });
  await expect(openCaseFile([file('a/x'), file('a/y')] as never)).rejects.toThrow('no bagit.txt');
  await expect(openCaseFile([file('a/bagit.txt'), file('b/bagit.txt')] as never)).rejects.toThrow('more than one case file');
  const { out } = await exported();
  const abort = new AbortController();
  abort.abort(new Error('cancelled'));
  await expect(checked(await picked(out), { signal: abort.signal })).rejects.toThrow('cancelled');
});

test('every kind of finding has words, and words have no kind that is never found', async () => {
  const names = (await readdir(import.meta.dirname)).filter((name) => /^(case-files|check-|journal-).*\.js$/.test(name));
  const source = (await Promise.all(names.map((name) => readFile(join(import.meta.dirname, name), 'utf8')))).join('\n');
  for (const code of FINDING_CODES) expect(source, code).toContain(`'${code}'`);
  const made = [...source.matchAll(/(?:add|flag)\((?:\w+, )?'([a-z-]+)'|code: '([a-z-]+)'/g)].map(
    ([, added, put]: (string | undefined)[]) => added ?? put,
  );
  expect(made.length).toBeGreaterThan(30);
  for (const code of made) expect(FINDING_CODES).toContain(code);
});

test('the page is the same bytes each time, holds its sources whole, and lets nothing else run', async () => {
  const page = await verifyPage();
  expect(await verifyPage()).toBe(page);
  expect(/\{\{\w+\}\}/.test(page)).toBe(false);
  const [program] = /(?<=<script id="program" type="module">)[^]*?(?=<\/script>)/.exec(page) ?? [''];
  const [style] = /(?<=<style>)[^]*?(?=<\/style>)/.exec(page) ?? [''];
  for (const text of [program, style]) expect(page).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const reaching = /\b(?:src|href)=|https?:\/\/|fetch\(|XMLHttpRequest|WebSocket|innerHTML|insertAdjacentHTML|document\.write|\beval\b/;
  expect(reaching.exec(page)).toBeNull();
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.js'));
  for (const name of names) expect(program).toContain(`// ---- ${name} ----`);
  const declared = [...program.matchAll(/^(?:async )?(?:function\*?|class|const|let) (\w+)/gm)].map((match) => match[1]);
  expect(new Set(declared).size).toBe(declared.length);
});
