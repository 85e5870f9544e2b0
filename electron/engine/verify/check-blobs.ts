import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import { hashFiles } from './hash-files.ts';
import type { FileHash } from './hash-worker.ts';
import { isDone, type ProgressWriter, type VerifyMark } from './verify-progress.ts';

type BlobRow = { sha256: string; size: number };

export type BlobCheck = {
  findings: Finding[];
  blobs: number;
  bytes: number;
  /** Blobs whose bytes cannot be relied on. */
  bad: Map<string, 'altered' | 'missing'>;
  /** Of these, hashed in an interrupted verification and untouched since. */
  taken: { blobs: number; bytes: number };
};

export type BlobWork = {
  signal: AbortSignal;
  onBytes(bytes: number): void;
  /** Where an interrupted verification came to. */
  mark: VerifyMark | null;
  /** Null where nothing may be written. */
  writer: ProgressWriter | null;
};

/** Re-hashes every blob the case has a row for. `onBytes` is told as bytes are read. */
export async function checkBlobs(snapshot: CaseSnapshot, store: BlobStore, work: BlobWork): Promise<BlobCheck> {
  const check: BlobCheck = { findings: [], blobs: 0, bytes: 0, bad: new Map(), taken: { blobs: 0, bytes: 0 } };
  await hashFiles(leftToDo(blobRows(snapshot), store, work, check), {
    signal: work.signal,
    onBytes: work.onBytes,
    pathOf: ({ sha256 }) => store.pathOf(sha256),
    onFile: (row, hash) => {
      check.blobs += 1;
      if ('size' in hash) check.bytes += hash.size;
      const found = judge(row, hash);
      work.writer?.done(row.sha256, 'size' in hash ? hash.size : 0, found === null);
      if (found === null || (found.code === 'blob-missing' && isExcused(snapshot, row.sha256))) return;
      if (found.code !== 'blob-size') check.bad.set(row.sha256, found.code === 'blob-missing' ? 'missing' : 'altered');
      check.findings.push({ ...found, itemId: firstUser(snapshot, row.sha256) });
    },
  });
  check.findings.sort((a, b) => (a.subject < b.subject ? -1 : 1));
  return check;
}

/** How many bytes the rows promise, for progress. */
export function promisedBytes(snapshot: CaseSnapshot): number {
  return (snapshot.raw.prepare('SELECT coalesce(sum(size), 0) AS bytes FROM blob').get() as { bytes: number }).bytes;
}

/** By name, so that a row is reached even when it was inserted by hand; a page at a time because workers ask one by one. */
function* blobRows(snapshot: CaseSnapshot): Generator<BlobRow> {
  const page = snapshot.raw.prepare('SELECT sha256, size FROM blob WHERE sha256 > ? ORDER BY sha256 LIMIT 1000');
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows = page.all(after) as BlobRow[];
    yield* rows;
    after = rows.at(-1)?.sha256;
  }
}

/** Passes over what was hashed before the interruption. */
function* leftToDo(rows: Iterable<BlobRow>, store: BlobStore, { onBytes, mark, writer }: BlobWork, check: BlobCheck): Generator<BlobRow> {
  for (const row of rows) {
    writer?.taken(row.sha256);
    if (!isDone(mark, row.sha256, row.size, store.pathOf(row.sha256))) {
      yield row;
      continue;
    }
    check.blobs += 1;
    check.bytes += row.size;
    check.taken.blobs += 1;
    check.taken.bytes += row.size;
    writer?.done(row.sha256, row.size, true);
    onBytes(row.size);
  }
}

function judge({ sha256, size }: BlobRow, hash: FileHash): Finding | null {
  const path = blobPath(sha256);
  if ('failed' in hash) {
    if (hash.failed === 'ENOENT' || hash.failed === 'ENOTDIR') return makeFinding('blob-missing', sha256, { facts: { path } });
    return makeFinding('blob-unreadable', sha256, { facts: { path, problem: hash.failed } });
  }
  if (hash.sha256 !== sha256) {
    return makeFinding('blob-altered', sha256, {
      facts: { path, expected: sha256, found: hash.sha256, expectedSize: size, foundSize: hash.size },
    });
  }
  return hash.size === size ? null : makeFinding('blob-size', sha256, { facts: { path, expected: size, found: hash.size } });
}

function firstUser(snapshot: CaseSnapshot, sha256: string): string | null {
  const row = snapshot.raw.prepare('SELECT itemId FROM file WHERE sha256 = ? ORDER BY id LIMIT 1').get(sha256) as
    { itemId: string } | undefined;
  return row?.itemId ?? null;
}

/** As it lies in the case folder; findings never name a place outside it. */
export function blobPath(sha256: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}`;
}

/** Bytes that a case file did not hold, because everything they belonged to had been removed before and still is. */
function isExcused({ raw, received }: CaseSnapshot, sha256: string): boolean {
  if (!received.absent.has(sha256)) return false;
  const standing = `SELECT 1 FROM file WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (file.id, file.itemId))`;
  return raw.prepare(standing).get(sha256) === undefined;
}
