/**
 * How far a verification came, beside the database, so that a cancelled or crashed one can go on. Blobs are hashed in
 * the order of their names; everything up to `upTo` is done. A blob counts as done later only while its file times say
 * that nothing touched it since the first part began: then it is not read again, and the report says so.
 */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { id, sha256, timestamp } from '#shared/model/primitives.ts';

export const PROGRESS_FILE = 'verify-progress.json';

const progressFile = z.object({
  format: z.literal('holdfast-verify-progress/1'),
  caseId: id,
  startedAt: timestamp,
  /** By the machine's own clock, for file times; milliseconds. */
  clock: z.number(),
  upTo: z.union([sha256, z.literal('')]),
  blobs: z.number().int(),
  bytes: z.number().int(),
  /** Done, and not as they should be: hashed again. */
  again: z.array(sha256),
});
export type VerifyMark = z.infer<typeof progressFile>;

/** The progress of this case, or null when there is none or it cannot be read. */
export async function readProgress(folder: string, caseId: string): Promise<VerifyMark | null> {
  try {
    const mark = progressFile.parse(JSON.parse(await readFile(join(folder, PROGRESS_FILE), 'utf8')));
    return mark.caseId === caseId && mark.upTo !== '' ? mark : null;
  } catch {
    return null; // Nothing to go on from: everything is hashed.
  }
}

export function dropProgress(folder: string): void {
  rmSync(join(folder, PROGRESS_FILE), { force: true });
}

/** Whether a blob was hashed in the part before and lies there untouched. */
export function isDone(mark: VerifyMark | null, name: string, size: number, path: string): boolean {
  if (mark === null || name > mark.upTo || mark.again.includes(name)) return false;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size === size && stat.ctimeMs < mark.clock && stat.mtimeMs < mark.clock;
}

const EVERY = 2000;

/** Follows the blobs of a running verification; writes at most every two seconds, whole or not at all. */
export class ProgressWriter {
  readonly folder: string;
  readonly mark: VerifyMark;
  readonly #open: string[] = [];
  readonly #ended = new Map<string, { bytes: number; good: boolean }>();
  #written = Date.now();

  constructor(folder: string, mark: VerifyMark) {
    this.folder = folder;
    this.mark = mark;
  }

  /** In the order of names. */
  taken(name: string): void {
    this.#open.push(name);
  }

  done(name: string, bytes: number, good: boolean): void {
    this.#ended.set(name, { bytes, good });
    let count = 0;
    for (const next of this.#open) {
      const ended = this.#ended.get(next);
      if (ended === undefined) break;
      this.#ended.delete(next);
      this.mark.upTo = next;
      this.mark.blobs += 1;
      this.mark.bytes += ended.bytes;
      if (!ended.good) this.mark.again.push(next);
      count += 1;
    }
    this.#open.splice(0, count);
    if (Date.now() - this.#written > EVERY) this.write();
  }

  /** A disk that is full must not end a verification: then the next one starts anew. */
  write(): void {
    this.#written = Date.now();
    const file = join(this.folder, PROGRESS_FILE);
    try {
      writeFileSync(`${file}.part`, JSON.stringify(this.mark));
      renameSync(`${file}.part`, file);
    } catch {
      rmSync(`${file}.part`, { force: true });
    }
  }
}
