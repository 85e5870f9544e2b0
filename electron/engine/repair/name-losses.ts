import type Database from 'better-sqlite3';
import type { LostBlob, SalvageReport, TableSalvage } from '#shared/model/backup.ts';
import { checkLink, emptyChain, type StoredEntry } from '../verify/check-chain.ts';
import { recordKinds } from '../verify/record-kinds.ts';
import type { SalvagedBlobs } from './salvage-blobs.ts';

type Raw = Database.Database;

/** Adds to each table the ids that the journal knows of and that are not there. */
export function nameLostRows(raw: Raw, tables: TableSalvage[]): void {
  const lose = (table: string, ids: string[]) => tables.find((one) => one.table === table)?.lost.push(...ids);
  for (const { table, idColumn, actions } of recordKinds) {
    lose(table, pluck(raw, `SELECT subject FROM journal j WHERE action = '${actions[0]}'
      AND NOT EXISTS (SELECT 1 FROM "${table}" t WHERE t."${idColumn}" = j.subject) ORDER BY seq`)); // prettier-ignore
  }
  const named = `SELECT j.seq, json_extract(f.value, '$.id') AS id, json_extract(f.value, '$.sha256') AS sha256 FROM journal j, json_each(j.payload, '$.files') f WHERE j.action = 'item.kept'
    UNION ALL SELECT seq, json_extract(payload, '$.file.id'), json_extract(payload, '$.file.sha256') FROM journal WHERE action = 'file.derived'`;
  lose(
    'file',
    pluck(
      raw,
      `SELECT DISTINCT id FROM (${named}) n WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file WHERE file.id = n.id) ORDER BY id`,
    ),
  );
  lose(
    'blob',
    pluck(
      raw,
      `SELECT DISTINCT sha256 FROM (${named}) n WHERE sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = n.sha256) ORDER BY sha256`,
    ),
  );
  lose('canonicalText', pluck(raw, `SELECT subject FROM journal j WHERE action = 'item.kept' AND json_extract(payload, '$.text') IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM canonicalText t WHERE t.itemId = j.subject) ORDER BY seq`)); // prettier-ignore
}

function pluck(raw: Raw, query: string): string[] {
  return raw.prepare(query).pluck().all() as string[];
}

/** More of them say nothing new. */
const MOST = 10_000;

/** Rows whose parent is gone. They are left as they are: nothing is invented to hold them. */
export function nameDangling(raw: Raw): SalvageReport['dangling'] {
  const found = raw.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return found.slice(0, MOST).map(({ table, rowid, parent }) => ({ table, parent, id: idOf(raw, table, rowid) }));
}

function idOf(raw: Raw, table: string, rowid: number | null): string {
  if (rowid === null) return 'unknown';
  const row = raw.prepare(`SELECT * FROM "${table}" WHERE rowid = ?`).raw().get(rowid) as unknown[] | undefined;
  return String(row?.[0] ?? rowid);
}

/** Entries, the last of them, and stretches that are not there; at the very end only what a seal covered can be told. */
export function describeJournal(raw: Raw, sealsBeyond: SalvageReport['sealsBeyond']): SalvageReport['journal'] {
  let chain = emptyChain;
  const gaps: { from: number; to: number }[] = [];
  for (const entry of raw.prepare('SELECT * FROM journal ORDER BY seq').iterate() as IterableIterator<StoredEntry>) {
    if (entry.seq > chain.seq + 1) gaps.push({ from: chain.seq + 1, to: entry.seq - 1 });
    chain = checkLink(chain, entry).chain;
  }
  const sealed = Math.max(0, ...sealsBeyond.map(({ treeSize }) => Number(treeSize)));
  if (sealed > chain.seq) gaps.push({ from: chain.seq + 1, to: sealed });
  return { entries: chain.entries, head: { seq: chain.seq, hash: chain.hash }, gaps };
}

/** Kept files that are gone, with the items they belonged to, and whole ones that no row explains. */
export function describeBlobs(raw: Raw, { kept, bad }: SalvagedBlobs): SalvageReport['blobs'] {
  const wanted = pluck(raw, 'SELECT sha256 FROM blob UNION SELECT sha256 FROM file ORDER BY sha256');
  const users = raw.prepare('SELECT DISTINCT itemId FROM file WHERE sha256 = ? ORDER BY itemId').pluck();
  const lost = new Map<string, LostBlob>();
  for (const sha256 of new Set([...wanted, ...bad.keys()])) {
    if (kept.has(sha256)) continue;
    lost.set(sha256, { sha256, problem: bad.get(sha256) ?? 'missing', itemIds: users.all(sha256) as string[] });
  }
  const known = new Set(wanted);
  return {
    kept: kept.size,
    bytes: [...kept.values()].reduce((sum, size) => sum + size, 0),
    lost: [...lost.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    unexplained: [...kept.keys()].filter((sha256) => !known.has(sha256)).sort(),
  };
}
