import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations, temporaryFolder } from '../testing/temporary-case.ts';
import { migrate, readMigrations } from './migrate.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2018-11-14T09:00:00.000Z';

test('0150 keeps every removal and its taking back, and claims as they were', async () => {
  const raw = new Database(join(await temporaryFolder(), 'case.sqlite'));
  raw.pragma('foreign_keys = ON');
  const all = readMigrations(migrations);
  const before = all.filter(({ number }) => number < 150);
  migrate(raw, before, () => undefined);
  raw
    .prepare("INSERT INTO claim (id, act, modality, note, createdAt, createdBy, updatedAt) VALUES (?, 'killed', 'asserts', 'n', ?, 't', ?)")
    .run(id(1), at, at);
  for (const n of [1, 2]) raw.prepare("INSERT INTO burial VALUES (?, ?, 'claim', 'r', ?, 'a')").run(id(10 + n), id(n), at);
  raw.prepare("INSERT INTO restoration VALUES (?, 'after all', ?, 'a')").run(id(11), at);
  const removals = () => ['burial', 'restoration', 'tombstone'].map((table) => raw.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
  const was = removals();
  migrate(raw, all, () => undefined);
  expect(removals()).toEqual(was);
  expect(raw.prepare('SELECT act, victims, extra FROM claim').all()).toEqual([{ act: 'killed', victims: '[]', extra: '{}' }]);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  // What guarded them guards them still.
  expect(() => raw.prepare('DELETE FROM burial').run()).toThrow('write-once');
  expect(() => raw.prepare("UPDATE restoration SET reason = 'x'").run()).toThrow('write-once');
  expect(() => raw.prepare("INSERT INTO burial VALUES (?, ?, 'claim', 'r', ?, 'a')").run(id(20), id(2), at)).toThrow('removed already');
  expect(() => raw.prepare("INSERT INTO burial VALUES (?, ?, 'nothing', 'r', ?, 'a')").run(id(21), id(3), at)).toThrow('CHECK');
  raw.close();
});
