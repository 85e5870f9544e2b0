import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { filledCase, type FilledCase } from '../testing/filled-case.ts';
import { flipBit, tamperBlob } from '../testing/tamper.ts';
import { interruptedVerify, runVerify } from './run-verify.ts';
import { PROGRESS_FILE } from './verify-progress.ts';

/** As a verification leaves it that was cut off after the first `count` blobs. */
async function cutOff({ ctx, folder }: FilledCase, count: number): Promise<string[]> {
  // Kept long enough ago that file times and clock cannot be confused.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const blobs = await ctx.read.selectFrom('blob').select(['sha256', 'size']).orderBy('sha256').execute();
  const done = blobs.slice(0, count);
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const mark = {
    format: 'holdfast-verify-progress/1',
    caseId,
    startedAt: '2018-11-14T08:00:00.000Z',
    clock: Date.now(),
    upTo: done.at(-1)?.sha256,
    blobs: count,
    bytes: done.reduce((sum, { size }) => sum + size, 0),
    again: [],
  };
  await writeFile(join(folder, PROGRESS_FILE), JSON.stringify(mark));
  await new Promise((resolve) => setTimeout(resolve, 30));
  return done.map(({ sha256 }) => sha256);
}

test('an interrupted verification goes on, says so, and leaves no trace of its progress', async () => {
  const filled = await filledCase();
  await cutOff(filled, 4);
  expect(await interruptedVerify(filled.ctx)).toMatchObject({ blobs: 4 });
  const report = await runVerify(filled.ctx, { resume: true });
  expect(report).toMatchObject({ findings: [], checked: { blobs: 6 }, resumedFrom: { blobs: 4, startedAt: '2018-11-14T08:00:00.000Z' } });
  expect(existsSync(join(filled.folder, PROGRESS_FILE))).toBe(false);
  const entry = await filled.ctx.read.selectFrom('journal').select('payload').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(JSON.parse(entry.payload)).toMatchObject({ resumedFrom: { blobs: 4 } });
});

test('a blob that was touched since the first part is hashed again', async () => {
  const filled = await filledCase();
  const [first = ''] = await cutOff(filled, 4);
  await tamperBlob(filled.ctx, first, (bytes) => flipBit(bytes, 3));
  const report = await runVerify(filled.ctx, { resume: true });
  expect(report.findings).toMatchObject([{ code: 'blob-altered', subject: first }]);
  expect(report.resumedFrom).toMatchObject({ blobs: 3 });
});

test('started anew, everything is hashed', async () => {
  const filled = await filledCase();
  await cutOff(filled, 4);
  expect(await runVerify(filled.ctx, {})).toMatchObject({ resumedFrom: null, checked: { blobs: 6 } });
});

test('the progress of another case, or what is none, is not gone on from', async () => {
  const filled = await filledCase();
  await cutOff(filled, 4);
  const file = join(filled.folder, PROGRESS_FILE);
  const mark = JSON.parse(await readFile(file, 'utf8')) as object;
  for (const text of [JSON.stringify({ ...mark, caseId: filled.itemId }), '{', '']) {
    await writeFile(file, text);
    expect(await interruptedVerify(filled.ctx)).toBeNull();
  }
});

test('cancelling leaves progress behind, not in the database', async () => {
  const { ctx, folder } = await filledCase();
  const running = runVerify(ctx, { jobId: 'v' });
  ctx.jobs.cancel('v');
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(await ctx.read.selectFrom('verification').selectAll().execute()).toEqual([]);
  await runVerify(ctx, {});
  expect(existsSync(join(folder, PROGRESS_FILE))).toBe(false);
});

test('a verification of an untouched case writes its own entry and result, and nothing else', async () => {
  const { ctx, folder, original } = await filledCase();
  const blob = statSync(ctx.store.pathOf(original));
  const before = rowsOf(folder);
  await runVerify(ctx, {});
  const after = rowsOf(folder);
  const changed = [...after].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table);
  const own = ['itemProof', 'journal', 'verification'];
  expect(changed.filter((table) => !table.startsWith('journalWords')).sort()).toEqual(own);
  expect(after.get('journal')?.startsWith(before.get('journal') ?? 'x')).toBe(true);
  expect(statSync(ctx.store.pathOf(original)).mtimeMs).toBe(blob.mtimeMs);
});

/** Every row of every table, as text. */
function rowsOf(folder: string): Map<string, string> {
  const raw = new Database(join(folder, 'case.sqlite'), { readonly: true });
  try {
    const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'journalWords'").pluck().all() as string[];
    return new Map(
      tables.map((name) => [
        name,
        raw
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .join('\n'),
      ]),
    );
  } finally {
    raw.close();
  }
}
