import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { filledCase, type FilledCase } from '../testing/filled-case.ts';
import { openCase } from '../case/open-case.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { flipBit, loseBlob, tamperBlob } from '../testing/tamper.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { createExport } from './create-export.ts';

const run = promisify(execFile);

async function exported(filled: FilledCase, zip = false) {
  const folder = await temporaryFolder();
  const out = join(folder, zip ? 'Case.zip' : 'Case');
  const result = await createExport(filled.ctx, { out, zip });
  return { out, folder, result };
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

test('a folder that the checksum tools accept by themselves', async () => {
  const { out, result } = await exported(await filledCase());
  await run('sha256sum', ['-c', '--strict', '--quiet', 'tagmanifest-sha256.txt', 'manifest-sha256.txt'], { cwd: out });
  await run('sha512sum', ['-c', '--strict', '--quiet', 'tagmanifest-sha512.txt', 'manifest-sha512.txt'], { cwd: out });
  const listed = (await readFile(join(out, 'manifest-sha256.txt'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.slice(66));
  expect(listed.sort()).toEqual((await filesUnder(out)).filter((path) => path.startsWith('data/')));
  expect(listed).toHaveLength(result.payloadFiles);
  expect(await readFile(join(out, 'bagit.txt'), 'utf8')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
});

test('a zip that unzip accepts, with the same files', async () => {
  const filled = await filledCase();
  const ctx = await openCase(engineState(), filled.folder, 'read');
  const folder = await exported({ ...filled, ctx });
  const zip = await exported({ ...filled, ctx }, true);
  await ctx.close();
  await run('unzip', ['-tq', zip.out]);
  await run('unzip', ['-q', zip.out], { cwd: zip.folder });
  // Each export seals first, so the second has one seal more.
  const unsealed = (paths: string[]) => paths.filter((path) => !path.startsWith('data/journal/seals/'));
  expect(unsealed(await filesUnder(join(zip.folder, 'Case')))).toEqual(unsealed(await filesUnder(folder.out)));
});

test('removed things stay behind, their journal entries do not; no place on this computer is told', async () => {
  const filled = await filledCase();
  const { out } = await exported(filled);
  const files = await filesUnder(out);
  expect(files.filter((path) => path.includes(filled.removed))).toEqual([]);
  expect(await readFile(join(out, 'data/journal/journal.jsonl'), 'utf8')).toContain(`"item.removed"`);
  for (const path of files) expect(await readFile(join(out, path), 'latin1'), path).not.toContain(filled.folder);
});

test('the report escapes what sources say and links each quotation to its file', async () => {
  const filled = await filledCase();
  const { out } = await exported(filled);
  const report = await readFile(join(out, 'data/report/report.html'), 'utf8');
  expect(report).toContain('Article &lt;b&gt;&amp;&quot;bold&quot;&lt;/b&gt;');
  expect(report).not.toMatch(/<script|<b>/);
  expect(report).toContain('nearly 1,236 bodies');
  const links = [...report.matchAll(/href="(\.\.[^"]+)"/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) await readFile(join(out, 'data/report', link));
  for (const [, anchor] of report.matchAll(/href="#([^"]+)"/g)) expect(report).toContain(`id="${anchor}"`);
});

test('JSON fits the schemas that travel with it, every kind of file; no cell is a formula', async () => {
  const filled = await filledCase();
  await makeSeal(filled.ctx, 'asked');
  const { out } = await exported(filled);
  const text = async (path: string) => readFile(join(out, 'data', path), 'utf8');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const fits = async (name: string, value: unknown) => {
    const check =
      ajv.getSchema(name) ?? ajv.addSchema(JSON.parse(await text(`schema/${name}.schema.json`)) as object, name).getSchema(name)!;
    expect(check(value), `${name} ${JSON.stringify(check.errors)}`).toBe(true);
  };
  const schemaOf = (path: string) =>
    path.startsWith('items/') ? 'item' : path.startsWith('journal/seals/') ? 'seal' : path.replace(/^.*\/|\.json$/g, '');
  const json = (await filesUnder(join(out, 'data'))).filter(
    (path) => path.endsWith('.json') && !/^(schema\/|ro-crate|items\/.*\/(?!item\.json))/.test(path),
  );
  expect(json.length).toBeGreaterThan(18);
  for (const path of json) await fits(schemaOf(path), JSON.parse(await text(path)));
  const lines = (await text('journal/journal.jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; hash: string });
  for (const line of lines) await fits('journal-entry', line);
  // What only a case file of a part holds.
  await fits('proof', { seq: 1, hash: lines[0]!.hash, treeSize: 2, path: [lines[1]!.hash] });
  await fits('withheld', [
    { kind: 'item', id: filled.itemId, seq: 1, hash: lines[0]!.hash, reason: 'a source in danger', redactedCopy: null },
  ]);
  const parties = await text('claims/parties.csv');
  expect(parties.codePointAt(0)).toBe(0xfeff);
  expect(parties).toContain(`"'=HYPERLINK`);
});

test('is entered in the journal, after everything it holds', async () => {
  const filled = await filledCase();
  const { out, result } = await exported(filled);
  const last = await filled.ctx.read.selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(last.action).toBe('export.created');
  expect(last.prevHash).toBe(result.journalHead);
  expect(last.payload).toContain(result.tagManifestSha256);
  const lines = (await readFile(join(out, 'data/journal/journal.jsonl'), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(last.seq - 1);
});

test.each([false, true])('an altered or missing blob stops it and nothing is left (zip: %s)', async (zip) => {
  const filled = await filledCase();
  const folder = await temporaryFolder();
  const attempt = () => createExport(filled.ctx, { out: join(folder, 'x'), zip });
  await tamperBlob(filled.ctx, filled.original, (bytes) => flipBit(bytes, 3));
  await expect(attempt()).rejects.toMatchObject({ code: 'blob-altered', facts: { sha256: filled.original } });
  await loseBlob(filled.ctx, filled.original);
  await expect(attempt()).rejects.toMatchObject({ code: 'blob-missing', facts: { sha256: filled.original } });
  expect(await readdir(folder)).toEqual([]);
});

/** However fast or busy the machine: in the middle, when something lies in the folder that must go again. */
function cancelOnceWriting(folder: string, cancel: () => void): void {
  if (readdirSync(folder).length > 0) cancel();
  else setImmediate(() => cancelOnceWriting(folder, cancel));
}

test.each([false, true])('cancelled, it leaves nothing and no entry (zip: %s)', async (zip) => {
  const filled = await filledCase();
  const folder = await temporaryFolder();
  await makeSeal(filled.ctx, 'asked'); // What export would seal first is sealed.
  const before = await filled.ctx.read.selectFrom('journal').select('seq').execute();
  const running = createExport(filled.ctx, { out: join(folder, 'x'), zip, jobId: 'e' });
  cancelOnceWriting(folder, () => filled.ctx.jobs.cancel('e'));
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(await readdir(folder)).toEqual([]);
  expect(await filled.ctx.read.selectFrom('journal').select('seq').execute()).toEqual(before);
});

test('nothing is overwritten, nothing is put inside the case', async () => {
  const filled = await filledCase();
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'taken'), 'mine');
  await mkdir(join(folder, 'empty'));
  for (const name of ['taken', 'empty']) {
    await expect(createExport(filled.ctx, { out: join(folder, name), zip: false })).rejects.toMatchObject({ code: 'export-target-exists' });
  }
  await expect(createExport(filled.ctx, { out: join(filled.folder, 'x'), zip: false })).rejects.toMatchObject({ code: 'wrong-input' });
  await expect(createExport(filled.ctx, { out: join(folder, 'no', 'x'), zip: false })).rejects.toMatchObject({ code: 'file-missing' });
});
