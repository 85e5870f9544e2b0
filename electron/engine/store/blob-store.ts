/**
 * The write-once store of a case: bytes named by their SHA-256 under `blobs/ab/abcdef…`, read-only on disk.
 * The one place that reads and writes blobs.
 */
import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { HoldfastError } from '#shared/errors.ts';
import { markArrived } from './arrivals.ts';
import { keepStream, receiveStream, settleStaged, type StagedBlob } from './keep-stream.ts';

/** A blob as kept. `alreadyKept` when the same bytes were there before. `size` in bytes. */
export type KeptBlob = { sha256: string; sha1: string; md5: string; size: number; alreadyKept: boolean };

export type KeepOptions = { signal?: AbortSignal | undefined; onBytes?: ((bytes: number) => void) | undefined };

export class BlobStore {
  readonly folder: string;
  /** Where bytes are on their way in, and where helpers write derived files; emptied when a case is opened to write. */
  readonly staging: string;
  /** Marks of blobs that have their name and no row yet. */
  readonly arriving: string;

  constructor(caseFolder: string) {
    this.folder = join(caseFolder, 'blobs');
    this.staging = join(caseFolder, 'staging');
    this.arriving = join(caseFolder, 'arriving');
  }

  /** Streams `source` in: copied and hashed in one pass, synced, then created exclusively under its name. */
  async keep(source: Readable, options: KeepOptions = {}): Promise<KeptBlob> {
    return keepStream(this, source, options);
  }

  /** Keeps bytes made in memory, such as canonical text. Bytes that are there already are not written a second time. */
  async keepBytes(bytes: Uint8Array | string, options: KeepOptions = {}): Promise<KeptBlob> {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes);
    const hex = (algorithm: string) => createHash(algorithm).update(buffer).digest('hex');
    const sha256 = hex('sha256');
    const there = await stat(this.pathOf(sha256)).catch(() => null);
    if (there?.size === buffer.length) return { sha256, sha1: hex('sha1'), md5: hex('md5'), size: buffer.length, alreadyKept: true };
    return this.keep(Readable.from([buffer]), options);
  }

  /** Keeps a derived file from staging and removes the staged copy. */
  async keepStaged(path: string, options: KeepOptions = {}): Promise<KeptBlob> {
    const kept = await this.keep(createReadStream(path), options);
    await rm(path, { force: true });
    return kept;
  }

  /** Bytes in staging, hashed, for whoever must look into them before keeping them; `settle` or `discard` them. */
  async receive(source: AsyncIterable<Uint8Array>, options: KeepOptions = {}): Promise<StagedBlob> {
    return receiveStream(this, source, options);
  }

  async settle(staged: StagedBlob, options: KeepOptions = {}): Promise<KeptBlob> {
    return settleStaged(this, staged, options);
  }

  async discard(staged: StagedBlob): Promise<void> {
    await rm(staged.path, { force: true });
  }

  /** Takes back a blob that came with an item which then could not be written, so that none is left unexplained. */
  async withdraw(blob: KeptBlob): Promise<void> {
    if (blob.alreadyKept) return;
    await rm(this.pathOf(blob.sha256), { force: true });
    await this.arrived([blob.sha256]);
  }

  /** Says that rows now explain these blobs. Until then a crash has them taken back when the case is opened again. */
  async arrived(digests: string[]): Promise<void> {
    await markArrived(this, digests);
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  /** Path and size in bytes of a kept blob; `blob-missing` when the file is gone. */
  async locate(sha256: string): Promise<{ path: string; size: number }> {
    const path = this.pathOf(sha256);
    try {
      return { path, size: (await stat(path)).size };
    } catch (error) {
      throw new HoldfastError('blob-missing', { sha256, path }, error);
    }
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256));
  }

  /** A path in staging nobody else uses. */
  async stagingPath(name: string): Promise<string> {
    await mkdir(this.staging, { recursive: true });
    return join(this.staging, name);
  }

  /** Every file under `blobs/`, as shard and name; odd names included, for verify to report. */
  async *names(): AsyncGenerator<{ shard: string; name: string; path: string }> {
    for (const shard of (await readdir(this.folder)).sort()) {
      const inside = join(this.folder, shard);
      if (!(await stat(inside)).isDirectory()) {
        yield { shard: '', name: shard, path: inside };
        continue;
      }
      for (const name of (await readdir(inside)).sort()) yield { shard, name, path: join(inside, name) };
    }
  }

  /** Called with the case's write lock held, so that nobody else is staging. */
  async emptyStaging(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }
}
