import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedBody } from '#shared/model/exchange.ts';

/**
 * Bodies on their way to disk, each in a file of its own in the capture's folder. All together take no more than
 * `limit` bytes; what goes beyond is let go.
 */
export class BodySpool {
  readonly folder: string;
  private readonly limit: number;
  private count = 0;
  private taken = 0;

  constructor(folder: string, limit: number) {
    this.folder = folder;
    this.limit = limit;
  }

  /** Bytes that may still come. */
  get left(): number {
    return Math.max(0, this.limit - this.taken);
  }

  get bytes(): number {
    return this.taken;
  }

  async start(): Promise<SpooledBody> {
    const name = `body-${this.count++}`;
    return new SpooledBody(name, await open(join(this.folder, name), 'wx', 0o600), (wanted) => this.allow(wanted));
  }

  async put(bytes: Buffer): Promise<{ body: StagedBody; isWhole: boolean }> {
    const spooled = await this.start();
    const isWhole = await spooled.add(bytes);
    return { body: await spooled.end(), isWhole };
  }

  private allow(wanted: number): number {
    const granted = Math.min(wanted, this.left);
    this.taken += granted;
    return granted;
  }
}

/** One body being written. Bytes are written in the order they are added. */
export class SpooledBody {
  size = 0;
  private readonly name: string;
  private readonly file: FileHandle;
  private readonly allow: (wanted: number) => number;
  private last: Promise<unknown> = Promise.resolve();

  constructor(name: string, file: FileHandle, allow: (wanted: number) => number) {
    this.name = name;
    this.file = file;
    this.allow = allow;
  }

  /** False when the limit cut these bytes. */
  async add(bytes: Buffer): Promise<boolean> {
    const granted = this.allow(bytes.length);
    this.size += granted;
    if (granted > 0) this.last = this.last.then(() => writeAll(this.file, bytes.subarray(0, granted)));
    await this.last;
    return granted === bytes.length;
  }

  /** As it stands while more may come; whoever reads the file takes no more than `size` bytes. */
  get standing(): StagedBody {
    return { name: this.name, size: this.size };
  }

  async end(): Promise<StagedBody> {
    await this.last.catch(() => undefined);
    await this.file.close();
    return { name: this.name, size: this.size };
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}
