/** Links, carried passages and absences under verify, in a case file, and in a case made before them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { recordAbsence } from '../absences/record-absence.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext } from '../context.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { createExport } from '../export/create-export.ts';
import { removeItem } from '../items/change-item.ts';
import { createPassage } from '../passages/create-passage.ts';
import { remanifest } from '../testing/remanifest.ts';
import { keepPage } from '../testing/keep-page.ts';
import { tamperRows } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, migrations, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { acceptCarried } from './accept-carried.ts';
import { linkVersions, unlinkVersions } from './link-versions.ts';

const url = 'https://paper.example/raqqa';

/** Something of every table: two links, one of them taken back, one carried passage, two absences. */
async function filled() {
  const made = await temporaryCase();
  const { ctx } = made;
  const from = await keepPage(ctx, { url, text: 'nearly 1,236 bodies were exhumed' });
  const passage = await createPassage(ctx, { itemId: from, quote: 'nearly 1,236 bodies', comment: '', tags: ['count'] });
  const to = await keepPage(ctx, { url, text: 'Raqqa\nnearly 1,236 bodies were exhumed' });
  const { passages } = await acceptCarried(ctx, { toId: to, passageIds: [passage.id] });
  const imported = await keepTextItem(ctx, 'an older print');
  await linkVersions(ctx, { itemId: from, earlierId: imported });
  await unlinkVersions(ctx, { itemId: from, reason: 'another page' });
  const gone = { askedUrl: url, status: 410 as const, responseHeaders: [], remoteAddress: null, serverDate: null, keptItemId: null };
  await recordAbsence(ctx, gone);
  const notice = await keepPage(ctx, { url, title: 'Page not found', text: 'Sorry' });
  return { ...made, from, to, notice, carried: passages[0]!.id };
}

async function exported(ctx: CaseContext): Promise<string> {
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  return out;
}
const findings = async (path: string) =>
  (await verifyCaseFile(engineState(), { path })).findings.map((one) => `${one.code} ${one.subject}`);

test('every row is explained by the journal, and a changed one is named', async () => {
  const { ctx, folder, carried } = await filled();
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  const kinds = async () =>
    (await runVerify(ctx, {})).findings.map((one) => `${one.code} ${String(one.facts['kind'])}: ${String(one.facts['fields'])}`).sort();
  tamperRows(
    folder,
    "UPDATE itemVersion SET at = '2001-01-01T00:00:00.000Z' WHERE basis = 'address' AND rowid = 1",
    "UPDATE itemVersionEnd SET reason = 'none'",
    `UPDATE passageCarry SET score = 0.9 WHERE passageId = '${carried}'`,
    "UPDATE absence SET at = '2001-01-01T00:00:00.000Z' WHERE kind = 'status'",
    "DELETE FROM absence WHERE kind = 'removal-text'",
  );
  expect(await kinds()).toEqual([
    'record-mismatch absence: at',
    'record-mismatch absence: the whole record is gone',
    'record-mismatch carrying of the passage: score',
    'record-mismatch end of the version link: reason',
    'record-mismatch version link: at',
  ]);
});

test('a link put in by hand has no journal entry', async () => {
  const { ctx, folder, from, notice } = await filled();
  tamperRows(
    folder,
    `INSERT INTO itemVersion VALUES ('${ctx.ports.newId()}', '${notice}', '${from}', 'person', NULL, '2018-11-14T09:00:00.000Z')`,
  );
  expect((await runVerify(ctx, {})).findings).toMatchObject([{ code: 'record-mismatch', facts: { fields: 'no journal entry' } }]);
});

test('go into the case file, fit their schemas, and are checked against the journal', async () => {
  const { ctx, notice, to } = await filled();
  const out = await exported(ctx);
  const read = async (path: string) => JSON.parse(await readFile(join(out, 'data', path), 'utf8')) as object[];
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, count] of Object.entries({ versions: 2, 'carried-passages': 1, absences: 2 })) {
    const things = await read(`versions/${name}.json`);
    expect(things, name).toHaveLength(count);
    const check = ajv.compile(await read(`schema/${name}.schema.json`));
    expect(check(things), JSON.stringify(check.errors)).toBe(true);
  }
  expect(await read('versions/versions.json')).toMatchObject([{ itemId: to }, { itemId: notice, earlierId: to }]);
  expect(await findings(out)).toEqual([]);
  const report = await readFile(join(out, 'data/report/report.html'), 'utf8');
  expect(report).toContain('Addresses found gone');
  expect(report).toMatch(/410 Gone[^]*a page that reads “<bdi[^>]*>Page not found<\/bdi>”/);
  expect(report).toMatch(/Newer version of<\/dt>\s*<dd[^>]*>[^]{0,80}E-001/);
  const changes: [string, string, string][] = [
    ['versions', '"basis": "address"', '"basis": "person"'],
    ['carried-passages', '"same"', '"moved"'],
    ['absences', '"status": 410', '"status": 404'],
  ];
  for (const [name, before, after] of changes) {
    const path = join(out, 'data/versions', `${name}.json`);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(before);
    await writeFile(path, text.replace(before, after));
    expect(await findings(out)).toContain(`bag-altered data/versions/${name}.json`);
    await remanifest(out);
    expect(await findings(out)).toEqual([`casefile-content data/versions/${name}.json`]);
    await writeFile(path, '[]');
    await remanifest(out);
    expect(new Set(await findings(out))).toEqual(new Set([`casefile-content data/versions/${name}.json`]));
    await writeFile(path, text);
    await remanifest(out);
  }
  expect(await findings(out)).toEqual([]);
});

test('links of removed items stay behind, and the case file still agrees with its journal', async () => {
  const { ctx, notice } = await filled();
  await removeItem(ctx, { id: notice, reason: 'not wanted' });
  const out = await exported(ctx);
  expect(JSON.parse(await readFile(join(out, 'data/versions/versions.json'), 'utf8'))).toHaveLength(1);
  expect(await findings(out)).toEqual([]);
});

test('captures of a case made before are found by their addresses', async () => {
  const raw = new Database(join(await temporaryFolder(), 'case.sqlite'));
  const all = readMigrations(migrations);
  const noBackUp = () => {};
  migrate(
    raw,
    all.filter((one) => one.number < 50),
    noBackUp,
  );
  const item = raw.prepare("INSERT INTO item VALUES (?, 'web', 't', 's', ?, NULL, NULL, ?, '2018-11-14T09:00:00.000Z', 'whole', ?, '[]')");
  item.run('a'.repeat(36), `${url}#top`, 'capture', JSON.stringify({ requestedUrl: 'https://t.example/x' }));
  item.run('b'.repeat(36), url, 'capture', '{}');
  item.run('c'.repeat(36), url, 'import', '{}');
  migrate(raw, all, noBackUp);
  expect(raw.prepare('SELECT address, substr(itemId, 1, 1) AS item FROM itemAddress ORDER BY address, itemId').all()).toEqual([
    { address: url, item: 'a' },
    { address: url, item: 'b' },
    { address: 'https://t.example/x', item: 'a' },
  ]);
  raw.close();
});
