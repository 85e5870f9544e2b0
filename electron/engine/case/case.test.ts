import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { contract } from '#shared/contract.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openForWriting } from '../db/open-database.ts';
import { entryHash, NO_HASH } from '../journal/entry-hash.ts';
import { listEntries } from '../journal/list-entries.ts';
import { mutate } from '../journal/mutate.ts';
import { getItem } from '../items/get-item.ts';
import { listItems } from '../items/list-items.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, migrations, reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { createCase, openCase } from './open-case.ts';

const everything = { direction: 'ascending', limit: 1000, offset: 0 } as const;

describe('a case folder', () => {
  test('holds what the design says and a README a stranger can follow', async () => {
    const { folder } = await temporaryCase();
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['README.txt', 'blobs', 'case.sqlite']));
    expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('sha256sum');
  });

  test('is refused where something else lies already, and that is left alone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'letter.txt'), 'mine');
    await expect(createCase(engineState(), folder, 'T')).rejects.toMatchObject({ code: 'not-a-case' });
    expect(await readdir(folder)).toEqual(['letter.txt']);
  });

  test('has one writer; a second is told who holds it and can still read', async () => {
    const { ctx, folder } = await temporaryCase();
    const second = engineState();
    await expect(openCase(second, folder, 'write')).rejects.toMatchObject({ code: 'case-locked', facts: { pid: process.pid } });
    const reader = await openCase(second, folder, 'read');
    await expect(mutate(reader, { action: 'x.y', subject: 's', payload: null }, async () => 1)).rejects.toMatchObject({
      code: 'case-read-only',
    });
    await reader.close();
    await keepTextItem(ctx, 'still writable');
  });

  test('made by a newer version is refused and not touched', async () => {
    const { engine, folder } = await temporaryCase();
    await engine.open?.close();
    engine.open = null;
    const raw = new Database(join(folder, 'case.sqlite'));
    raw.pragma('user_version = 9990');
    raw.close();
    await expect(openCase(engineState(), folder, 'write')).rejects.toMatchObject({ code: 'case-newer', facts: { found: 9990 } });
  });

  test('made by an older version opens for reading in the layout of this one, and is not changed', async () => {
    const engine = engineState();
    const older = join(await temporaryFolder(), 'migrations');
    await mkdir(older);
    for (const { name, number, sql } of readMigrations(migrations)) if (number < 50) await writeFile(join(older, name), sql);
    const folder = join(await temporaryFolder(), 'Older.holdfast');
    await mkdir(folder);
    const made = openForWriting(join(folder, 'case.sqlite'));
    migrate(made.raw, readMigrations(older), () => {});
    made.raw
      .prepare('INSERT INTO caseRecord VALUES (1, ?, ?, ?, ?)')
      .run(engine.ports.newId(), 'Older', '2018-11-14T09:00:00.000Z', '0.0.1');
    made.raw.close();
    const before = await readFile(join(folder, 'case.sqlite'));
    const temporary = await temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const ctx = await openCase(engine, folder, 'read');
    expect(await readdir(temporary)).toHaveLength(1);
    expect(await ctx.read.selectFrom('absence').selectAll().execute()).toEqual([]);
    expect((await listItems(ctx, contract['items.list'].input.parse({}))).total).toBe(0);
    await ctx.close();
    expect(await readFile(join(folder, 'case.sqlite'))).toEqual(before);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('whose database is damaged is named', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'case.sqlite'), 'this is no database, only words '.repeat(200));
    await expect(openCase(engineState(), folder, 'write')).rejects.toMatchObject({ code: 'case-damaged' });
    await expect(openCase(engineState(), folder, 'read')).rejects.toMatchObject({ code: 'case-damaged' });
  });
});

describe('the journal', () => {
  test('is a hash chain from the first row, and survives a restart', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    await keepTextItem(ctx, 'one');
    const again = await reopen(engine, folder);
    await keepTextItem(again, 'two');
    const { rows } = await listEntries(again, everything);
    expect(rows.map((row) => row.action)).toEqual(['case.created', 'item.kept', 'item.kept']);
    let previous = NO_HASH;
    for (const { hash, ...entry } of rows) {
      expect(entry.prevHash).toBe(previous);
      expect(entryHash(entry)).toBe(hash);
      previous = hash;
    }
  });

  test('cannot be changed or shortened by SQL, nor can evidence', async () => {
    const { ctx } = await temporaryCase();
    await keepTextItem(ctx, 'one');
    const raw = ctx.writer!.raw;
    for (const statement of [
      'DELETE FROM journal',
      "UPDATE journal SET actor = 'x'",
      'DELETE FROM blob',
      "UPDATE item SET title = 'x'",
      'DELETE FROM file',
      "UPDATE canonicalText SET text = 'x'",
    ]) {
      expect(() => raw.exec(statement), statement).toThrow(/only grows|write-once/);
    }
  });

  test('an act that fails leaves neither its change nor its entry', async () => {
    const { ctx } = await temporaryCase();
    const failing = mutate(ctx, { action: 'a.b', subject: 's', payload: {} }, async (trx) => {
      await trx
        .insertInto('burial')
        .values({ id: ctx.ports.newId(), subject: 's', kind: 'item', reason: 'r', at: 'now', actor: 'a' })
        .execute();
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect((await listEntries(ctx, everything)).total).toBe(1);
    expect(await ctx.read.selectFrom('tombstone').selectAll().execute()).toEqual([]);
  });
});

describe('the blob store', () => {
  test('keeps the same bytes once, read-only, under their hash', async () => {
    const { ctx } = await temporaryCase();
    const first = await ctx.store.keepBytes('abc');
    expect(first).toMatchObject({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
      md5: '900150983cd24fb0d6963f7d28e17f72',
      size: 3,
      alreadyKept: false,
    });
    expect(await ctx.store.keepBytes('abc')).toMatchObject({ sha256: first.sha256, alreadyKept: true });
    const { mode } = await stat(ctx.store.pathOf(first.sha256));
    expect(mode & 0o777).toBe(0o444);
    expect(await readdir(ctx.store.staging)).toEqual([]);
  });

  test('never overwrites what lies under a name', async () => {
    const { ctx } = await temporaryCase();
    const { sha256 } = await ctx.store.keepBytes('abc');
    const path = ctx.store.pathOf(sha256);
    await chmod(path, 0o644);
    await writeFile(path, 'xyz');
    await ctx.store.keepBytes('abc');
    expect(await readFile(path, 'utf8')).toBe('xyz');
  });

  test('leaves nothing behind when cancelled', async () => {
    const { ctx } = await temporaryCase();
    const abort = new AbortController();
    const keeping = ctx.store.keepBytes('abc'.repeat(1000), { signal: abort.signal, onBytes: () => abort.abort() });
    await expect(keeping).rejects.toThrow();
    expect(await readdir(ctx.store.staging)).toEqual([]);
    expect(await readdir(ctx.store.folder)).toEqual([]);
  });
});

test('an item comes back whole', async () => {
  const { ctx } = await temporaryCase();
  const id = await keepTextItem(ctx, 'Nearly 1,236 bodies', 'Graves');
  const item = await getItem(ctx, id);
  expect(item).toMatchObject({ title: 'Graves', proof: 'kept', completeness: 'whole', passages: 0, textLength: 19 });
  expect(item.files.map((file) => file.role)).toEqual(['original', 'text']);
  expect(item.files[1]?.parentFileId).toBe(item.files[0]?.id);
});

test('a case whose creation did not finish is not taken for one', async () => {
  const { engine, folder } = await temporaryCase();
  const { raw } = engine.open!.writer!;
  raw.exec('DELETE FROM caseRecord');
  await engine.open?.close();
  engine.open = null;
  await expect(openCase(engineState(), folder, 'write')).rejects.toMatchObject({ code: 'not-a-case', facts: { reason: 'never-finished' } });
});

test('an unwritable folder opens for reading and says why', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  await keepTextItem(ctx, 'kept');
  await engine.open?.close();
  engine.open = null;
  await makeUnwritable(folder);
  const reader = await openCase(engineState(), folder, 'write');
  expect(reader.readOnlyReason).toBe('folder-not-writable');
  expect(await reader.read.selectFrom('item').selectAll().execute()).toHaveLength(1);
  await reader.close();
});

/** Root may write anywhere, so only a read-only mount is unwritable to it. */
async function makeUnwritable(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o555);
    onTestFinished(() => chmod(folder, 0o755));
    return;
  }
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
}
