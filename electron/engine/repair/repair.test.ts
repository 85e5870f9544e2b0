import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { salvageReport } from '#shared/model/backup.ts';
import { createCase, openCase } from '../case/open-case.ts';
import type { CaseContext } from '../context.ts';
import { systemPorts } from '../system-ports.ts';
import { getItem } from '../items/get-item.ts';
import { querySearch } from '../search/query-search.ts';
import { createPassage } from '../passages/create-passage.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { damagedCopy, PAGE, pagesOf, rootOf, zeroPages } from '../testing/damage.ts';
import { flipBit, loseBlob, tamperBlob } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { checkAnyDamage } from './any-damage.ts';
import { repairCase } from './repair-case.ts';

/** A case with enough in it that its tables take several pages; made once, copied for each test. */
let template: string;
let known: { itemId: string; original: string; text: string };

beforeAll(async () => {
  template = join(await mkdtemp(join(tmpdir(), 'holdfast-test-')), 'Case');
  const ctx = await createCase(engineState(systemPorts), template, 'Case');
  for (let n = 0; n < 24; n += 1) {
    const itemId = await keepTextItem(ctx, `text number ${n} ${'word '.repeat(300)}`, `Item ${n}`);
    await createPassage(ctx, { itemId, quote: `number ${n}`, comment: `comment ${n}`, tags: ['t'] });
    if (n > 0) continue;
    const { files } = await getItem(ctx, itemId);
    const blobOf = (role: string) => files.find((file) => file.role === role)?.sha256 ?? '';
    known = { itemId, original: blobOf('original'), text: blobOf('text') };
  }
  await makeSeal(ctx, 'asked');
  await ctx.close();
});
afterAll(() => rm(dirname(template), { recursive: true, force: true }));

async function largerCase() {
  const place = await temporaryFolder();
  const folder = join(place, 'Case');
  await cp(template, folder, { recursive: true });
  return { ...known, folder, place, damaged: join(place, 'Damaged'), out: join(place, 'Saved') };
}

/** Changes the case as somebody working in it. */
async function inCase(folder: string, change: (ctx: CaseContext) => Promise<void>) {
  const ctx = await openCase(engineState(systemPorts), folder, 'write');
  await change(ctx).finally(() => ctx.close());
}

async function tablesOf(folder: string) {
  const raw = new Database(join(folder, 'case.sqlite'), { readonly: true });
  const names = raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'")
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(names.map((name) => [name, raw.prepare(`SELECT * FROM "${name}"`).all().map((row) => JSON.stringify(row)).sort()])); // prettier-ignore
  raw.close();
  return rows;
}

async function verifyCodes(folder: string) {
  const ctx = await openCase(engineState(systemPorts), folder, 'write');
  const { findings } = await runVerify(ctx, {});
  await ctx.close();
  return findings;
}

it('a whole case comes out as it went in, and the damaged folder is not touched', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const wanted = await tablesOf(folder);
  const state = async () => [await readdir(damaged, { recursive: true }), await readFile(join(damaged, 'case.sqlite'))];
  const before = await state();
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report).toMatchObject({ identity: 'kept', dangling: [], journal: { gaps: [] }, blobs: { lost: [], unexplained: [] } });
  expect(report.tables.filter(({ lost, refused, unlinked }) => lost.length + refused.length + unlinked > 0)).toEqual([]);
  const got = await tablesOf(out);
  const act = got['journal']?.filter((row) => row.includes('"case.salvaged"'));
  expect(act).toHaveLength(1);
  expect({ ...got, journal: got['journal']?.filter((row) => !row.includes('"case.salvaged"')) }).toEqual(wanted);
  expect(await verifyCodes(out)).toEqual([]);
  expect(salvageReport.parse(JSON.parse(await readFile(join(out, 'salvage.json'), 'utf8')))).toEqual(report);
  expect(await state()).toEqual(before);
  const ctx = await openCase(engineState(systemPorts), out, 'read');
  const found = await querySearch(ctx, { words: 'number 7', limit: 10, offset: 0 });
  await ctx.close();
  expect(found.rows.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual(['item Item 7', 'passage Item 7']);
});

it('acts that stand only in the write-ahead log are saved from it; without the log it is said that they may be gone', async () => {
  const { folder, damaged, out, place } = await largerCase();
  let itemId = '';
  await inCase(folder, async (ctx) => {
    await cp(folder, damaged, { recursive: true });
    itemId = await keepTextItem(ctx, 'in the log alone');
    await cp(join(folder, 'case.sqlite-wal'), join(damaged, 'case.sqlite-wal'));
  });
  const holdsIt = async (at: string) => (await tablesOf(at))['item']?.some((row) => row.includes(itemId));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report.database.walFrames).toBeGreaterThan(0);
  expect(await holdsIt(out)).toBe(true);
  await rm(join(damaged, 'case.sqlite-wal'));
  const without = await repairCase(engineState(systemPorts), { damaged, folder: join(place, 'Without') });
  expect(without.notes).toContainEqual({ code: 'no-wal', facts: {} });
  expect(await holdsIt(join(place, 'Without'))).toBe(false);
});

it('zeroed leaf pages lose their rows, each named, and nothing else', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const wanted = await tablesOf(damaged);
  const [page = 0] = pagesOf(damaged, 'passage').slice(1);
  const file = join(damaged, 'case.sqlite');
  await writeFile(file, zeroPages(await readFile(file), page));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  const told = report.tables.find(({ table }) => table === 'passage');
  const got = await tablesOf(out);
  const gone = wanted['passage']?.filter((row) => !got['passage']?.includes(row)).map((row) => (JSON.parse(row) as { id: string }).id);
  expect(gone?.length).toBeGreaterThan(0);
  expect(told?.lost.toSorted()).toEqual(gone?.toSorted());
  expect(report.database.unreadable).toContain(page);
  for (const [name, rows] of Object.entries(wanted)) if (name !== 'passage' && name !== 'journal') expect(got[name]).toEqual(rows);
  expect(report.dangling.filter(({ table, parent }) => table === 'passageTag' && parent === 'passage')).toHaveLength(gone?.length ?? 0);
  const findings = await verifyCodes(out);
  expect(new Set(findings.map(({ subject }) => subject))).toEqual(expect.objectContaining(new Set(gone)));
});

it('a zeroed first page of the journal does not cost the entries below it', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const wanted = await tablesOf(damaged);
  const root = rootOf(damaged, 'journal');
  expect(pagesOf(damaged, 'journal', 'internal')).toContain(root);
  const file = join(damaged, 'case.sqlite');
  await writeFile(file, zeroPages(await readFile(file), root));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  const told = report.tables.find(({ table }) => table === 'journal');
  expect(told).toMatchObject({ rows: wanted['journal']?.length, unlinked: wanted['journal']?.length, refused: [] });
  expect(report.journal.gaps).toEqual([]);
  expect(await verifyCodes(out)).toEqual([]);
});

it('a lost page of the journal is a gap that verify names too', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const [page = 0] = pagesOf(damaged, 'journal').slice(3);
  const file = join(damaged, 'case.sqlite');
  await writeFile(file, zeroPages(await readFile(file), page));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report.journal.gaps).toHaveLength(1);
  const [gap] = report.journal.gaps;
  const findings = await verifyCodes(out);
  expect(findings.map(({ code, facts }) => ({ code, from: facts['from'], to: facts['to'] }))).toEqual([{ code: 'journal-gap', ...gap }]);
  // Sealing goes on in the salvaged case, and a head there covers the gap as what it is.
  const ctx = await openCase(engineState(systemPorts), out, 'write');
  await keepTextItem(ctx, 'after the repair');
  const { head } = await makeSeal(ctx, 'asked');
  const { seq } = await ctx.read.selectFrom('journal').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow();
  await ctx.close();
  expect(head.treeSize).toBe(seq - 1);
});

it('without its first page, where the header and the schema begin, a case is still read', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => zeroPages(bytes, 1));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report.notes).toContainEqual({ code: 'no-schema', facts: {} });
  const ctx = await openCase(engineState(systemPorts), out, 'read');
  const counted = async (table: 'item' | 'passage') =>
    (await ctx.read.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n; // prettier-ignore
  expect([await counted('item'), await counted('passage')]).toEqual([24, 24]);
  await ctx.close();
});

it('a database cut off keeps what lies before the cut and names what a seal covered after it', async () => {
  const { folder, damaged, out } = await largerCase();
  let pages = 0;
  await damagedCopy(folder, damaged, (bytes) => bytes.subarray(0, (pages = Math.floor((bytes.length / PAGE) * 0.85)) * PAGE + 100));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report.database).toMatchObject({ pages, cutOff: expect.any(Number) });
  expect(report.database.cutOff).toBeGreaterThan(10);
  expect(report.journal.entries).toBeGreaterThan(5);
  expect(report.tables.flatMap(({ lost }) => lost).length + report.journal.gaps.length).toBeGreaterThan(0);
  for (const { code } of await verifyCodes(out))
    expect(['journal-gap', 'record-mismatch', 'blob-orphan', 'evidence-dangling', 'database-damaged', 'seal-beyond', 'seal-wrong', 'passage-lost', 'text-altered', 'journal-unsigned', 'signature-wrong', 'journal-broken']).toContain(code); // prettier-ignore
});

it('flipped bytes in rows are refused or found by verify, never taken silently', async () => {
  const { folder, damaged, out } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const [page = 0] = pagesOf(damaged, 'item');
  const file = join(damaged, 'case.sqlite');
  let bytes: Buffer = await readFile(file);
  // Somewhere in the last quarter of the page, where cells lie.
  for (let bit = 0; bit < 8; bit += 1) bytes = flipBit(bytes, ((page - 1) * PAGE + 3000 + bit * 97) * 8 + bit);
  await writeFile(file, bytes);
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  const told = report.tables.find(({ table }) => table === 'item');
  const findings = await verifyCodes(out);
  expect((told?.refused.length ?? 0) + (told?.lost.length ?? 0) + findings.length).toBeGreaterThan(0);
  const { rows } = JSON.parse(JSON.stringify(told)) as { rows: number };
  expect(rows).toBeGreaterThan(15);
});

it('kept files that are gone or altered are named with the items they belonged to', async () => {
  const { folder, damaged, out, original, text, itemId } = await largerCase();
  await inCase(folder, async (ctx) => {
    await tamperBlob(ctx, original, (bytes) => flipBit(bytes, 4));
    await loseBlob(ctx, text);
  });
  await damagedCopy(folder, damaged, (bytes) => bytes);
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  const told = [
    { sha256: original, problem: 'altered', itemIds: [itemId] },
    { sha256: text, problem: 'missing', itemIds: [itemId] },
  ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  expect(report.blobs.lost).toEqual(told);
  expect(await readdir(join(out, 'altered'))).toEqual([original]);
  const words = await readFile(join(out, 'SALVAGE.txt'), 'utf8');
  for (const { sha256, problem } of told) expect(words).toContain(`${problem.toUpperCase()}  ${sha256}  of ${itemId}`);
  const findings = await verifyCodes(out);
  expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(
    expect.arrayContaining([`blob-missing ${original}`, `blob-missing ${text}`]),
  );
});

it('without a database the files alone are saved, and nothing pretends to be a case', async () => {
  const { folder, damaged, out, original } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => bytes);
  await rm(join(damaged, 'case.sqlite'));
  const report = await repairCase(engineState(systemPorts), { damaged, folder: out });
  expect(report).toMatchObject({ identity: 'none', caseId: null, tables: [], notes: [{ code: 'no-database' }] });
  expect(report.blobs.unexplained).toContain(original);
  expect((await readdir(out)).sort()).toEqual(['README.txt', 'SALVAGE.txt', 'blobs', 'salvage.json']);
  await expect(openCase(engineState(systemPorts), out, 'read')).rejects.toMatchObject({ code: 'not-a-case' });
});

it('a database of zeroes saves the files too; a folder with nothing in it is refused and nothing is made', async () => {
  const { folder, damaged, out, place } = await largerCase();
  await damagedCopy(folder, damaged, (bytes) => Buffer.alloc(bytes.length));
  expect(await repairCase(engineState(systemPorts), { damaged, folder: out })).toMatchObject({ identity: 'none' });
  await mkdir(join(place, 'empty'));
  const repair = (from: string, to: string) =>
    repairCase(engineState(systemPorts), { damaged: join(place, from), folder: join(place, to) });
  await expect(repair('empty', 'New')).rejects.toMatchObject({ code: 'repair-nothing' });
  await expect(repair('nowhere', 'New')).rejects.toMatchObject({ code: 'case-not-found' });
  await expect(repair('Damaged', 'Damaged/inside')).rejects.toMatchObject({ code: 'wrong-input' });
  await expect(repair('Damaged', 'Saved')).rejects.toMatchObject({ code: 'not-a-case' });
  await mkdir(join(place, 'hollow', 'blobs'), { recursive: true });
  await expect(repair('hollow', 'New')).rejects.toMatchObject({ code: 'repair-nothing' });
  expect(await readdir(place)).not.toContain('New');
});

it('whatever is zeroed, flipped or cut off, a row is saved or named', () => checkAnyDamage(template, 6), 300_000);
