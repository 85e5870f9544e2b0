import { rm, stat } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { LostBlob } from '#shared/model/backup.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { BlobStore } from '../store/blob-store.ts';
import { hashOf } from './copy-database.ts';

type BlobRow = { sha256: string; size: number };
export type CopiedBlobs = { blobs: number; bytes: number; copied: number; copiedBytes: number; mended: number; lost: LostBlob[] };

/** Copies run side by side because each waits for the disk to say that it has the bytes. */
const AT_ONCE = 4;

/**
 * Copies every blob that the rows in `database` name and `to` does not hold. Each is hashed on its way, synced, and only
 * then given its name; a blob that is gone or altered is listed and not copied, so that a good copy made earlier stays.
 * What `to` holds already is believed by its size, or with `check` by its hash; a damaged copy is replaced.
 * @throws HoldfastError disk-full, cancelled
 */
export async function copyBlobs(
  { from, to, database, check }: { from: BlobStore; to: BlobStore; database: string; check: boolean },
  { signal, progress }: JobHandle,
): Promise<CopiedBlobs> {
  const raw = new Database(database, { readonly: true, fileMustExist: true });
  const told: CopiedBlobs = { blobs: 0, bytes: 0, copied: 0, copiedBytes: 0, mended: 0, lost: [] };
  let done = 0;
  const onBytes = (bytes: number) => progress({ done: (done += bytes) });
  try {
    const { total } = raw.prepare('SELECT coalesce(sum(size), 0) AS total FROM blob').get() as { total: number };
    progress({ total });
    const rows = blobRows(raw);
    const lane = async () => {
      for (let next = rows.next(); next.done !== true; next = rows.next()) {
        signal.throwIfAborted();
        const there = await stateOf(to, next.value, check, signal);
        if (there === 'good') onBytes(next.value.size);
        const problem = there === 'good' ? null : await copyOne(from, to, next.value, there, { signal, onBytes });
        count(told, next.value, there, problem, raw);
      }
    };
    await allOrFirst(Array.from({ length: AT_ONCE }, lane));
  } finally {
    raw.close();
  }
  told.lost.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return told;
}

type There = 'good' | 'absent' | 'bad';

async function stateOf(to: BlobStore, { sha256, size }: BlobRow, check: boolean, signal: AbortSignal): Promise<There> {
  const found = await stat(to.pathOf(sha256)).catch(() => null);
  if (found === null) return 'absent';
  if (found.size !== size || !found.isFile()) return 'bad';
  if (!check) return 'good';
  return (await hashOf(to.pathOf(sha256), signal)).sha256 === sha256 ? 'good' : 'bad';
}

/** Null when it lies in `to` now, else what is wrong with it in `from`. */
async function copyOne(
  from: BlobStore,
  to: BlobStore,
  { sha256 }: BlobRow,
  there: There,
  work: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<LostBlob['problem'] | null> {
  const source = from.read(sha256);
  source.on('error', () => {}); // Told by whoever reads it; it may fail before anybody does.
  const staged = await to.receive(source, work).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ENOTDIR'].includes(code)) return 'missing' as const;
    if (['EIO', 'EACCES', 'EISDIR'].includes(code)) return 'unreadable' as const;
    throw error;
  });
  if (typeof staged === 'string') return staged;
  if (staged.sha256 !== sha256) {
    await to.discard(staged);
    return 'altered';
  }
  if (there === 'bad') await rm(to.pathOf(sha256), { force: true, recursive: true });
  await to.settle(staged);
  await to.arrived([sha256]);
  return null;
}

function count(
  told: CopiedBlobs,
  { sha256, size }: BlobRow,
  there: There,
  problem: LostBlob['problem'] | null,
  raw: Database.Database,
): void {
  if (problem !== null) {
    const itemIds = raw.prepare('SELECT DISTINCT itemId FROM file WHERE sha256 = ? ORDER BY itemId').pluck().all(sha256) as string[];
    told.lost.push({ sha256, problem, itemIds });
    return;
  }
  told.blobs += 1;
  told.bytes += size;
  if (there === 'good') return;
  told.copied += 1;
  told.copiedBytes += size;
  if (there === 'bad') told.mended += 1;
}

/** A page at a time; lanes take from it one by one. */
function* blobRows(raw: Database.Database): Generator<BlobRow> {
  const page = raw.prepare('SELECT sha256, size FROM blob WHERE sha256 > ? ORDER BY sha256 LIMIT 1000');
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows = page.all(after) as BlobRow[];
    yield* rows;
    after = rows.at(-1)?.sha256;
  }
}

/** Waits until every lane has stopped, so that nothing is written after the answer. */
async function allOrFirst(lanes: Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
