/** Keeps what another copy did after the two parted, as it was signed: entries, keys, seals, timestamps; and the branches it has itself. */
import type { Act } from '../journal/mutate.ts';
import type { Raw, RawRows, Shape } from '../rebuild/raw-rows.ts';
import type { Fork } from './find-fork.ts';

type Branch = { id: string; source: string; forkSeq: number; forkHash: string; headSeq: number; headHash: string; receivedAt: string };
type Keep = { rows: RawRows; theirs: Raw; fork: Fork; source: string; head: { seq: number; hash: string }; at: string; newId(): string };

const TABLES = ['branchEntry', 'branchKey', 'branchSeal', 'branchToken'] as const;

/** Rows of the branch and of those behind it, with their acts; the branch's own comes last. */
export function carryBranches({ rows, theirs, fork, source, head, at, newId }: Keep): { id: string; acts: Act[] } {
  const behind = theirs.prepare('SELECT * FROM branch ORDER BY receivedAt, id').all() as Branch[];
  const isKnown = rows.raw.prepare('SELECT 1 FROM journal WHERE hash = @hash UNION SELECT 1 FROM branchEntry WHERE hash = @hash');
  const acts: Act[] = [];
  for (const branch of behind) {
    if (isKnown.get({ hash: branch.headHash }) !== undefined || rows.has('branch', { id: branch.id })) continue;
    rows.insert('branch', branch);
    for (const table of TABLES)
      for (const row of theirs.prepare(`SELECT * FROM ${table} WHERE branchId = ?`).all(branch.id) as Shape[]) rows.insert(table, row);
    acts.push({ action: 'branch.kept', subject: branch.id, payload: branch });
  }
  const branch: Branch = {
    id: newId(),
    source,
    forkSeq: fork.from.seq,
    forkHash: fork.from.hash,
    headSeq: head.seq,
    headHash: head.hash,
    receivedAt: at,
  };
  rows.insert('branch', branch);
  copyOwn(rows, theirs, branch);
  acts.push({ action: 'branch.kept', subject: branch.id, payload: branch });
  return { id: branch.id, acts };
}

function copyOwn(rows: RawRows, theirs: Raw, { id: branchId, forkSeq }: Branch): void {
  const all = (sql: string, ...values: unknown[]) => theirs.prepare(sql).all(...values) as Shape[];
  for (const entry of all('SELECT * FROM journal WHERE seq > ? ORDER BY seq', forkSeq)) rows.insert('branchEntry', { ...entry, branchId });
  for (const key of all('SELECT * FROM writerKey')) rows.insert('branchKey', { ...key, branchId });
  for (const seal of all('SELECT * FROM seal WHERE treeSize > ?', forkSeq)) rows.insert('branchSeal', { ...seal, branchId });
  if (all(`SELECT 1 FROM sqlite_master WHERE name = 'timestampToken'`).length === 0) return;
  const tokens = `SELECT t.id, t.sealId, a.name AS authority, k.reply, k.chain FROM timestampToken k JOIN timestamp t ON t.id = k.timestampId
    JOIN authority a ON a.id = t.authorityId JOIN seal s ON s.id = t.sealId WHERE s.treeSize > ?`;
  for (const token of all(tokens, forkSeq)) rows.insert('branchToken', { ...token, branchId });
}
