import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const WINDOW_BYTES = 1024 * 1024;

/** Reads a file here and there through one buffer, so that memory stays the same for any size. For worker threads: reading waits. */
export class FileWindow {
  readonly size: number;
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(WINDOW_BYTES);
  #start = 0;
  #length = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
    this.size = fstatSync(this.#file).size;
  }

  /** Up to `length` bytes from `offset`, at most one window; valid until the next call. */
  view(offset: number, length: number): Buffer {
    const wanted = Math.min(length, WINDOW_BYTES, Math.max(0, this.size - offset));
    if (offset < this.#start || offset + wanted > this.#start + this.#length) {
      this.#start = offset;
      this.#length = this.#fill(this.#buffer, offset);
    }
    const from = offset - this.#start;
    return this.#buffer.subarray(from, Math.min(from + wanted, this.#length));
  }

  /** A copy of `length` bytes from `offset`; shorter where the file ends. */
  copy(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.min(length, Math.max(0, this.size - offset)));
    return bytes.subarray(0, this.#fill(bytes, offset));
  }

  /** Chunks of a stretch, each a copy. */
  *chunks(start: number, end: number, size = 64 * 1024): Generator<Buffer> {
    for (let at = start; at < end; at += size) {
      const bytes = this.view(at, Math.min(size, end - at));
      if (bytes.length === 0) return;
      yield Buffer.from(bytes);
    }
  }

  /** Where `pattern` is next found at or after `from` and before `end`, or -1. */
  find(pattern: Buffer, from: number, end: number): number {
    for (let at = from; at < end;) {
      const bytes = this.view(at, Math.min(WINDOW_BYTES, end - at));
      const found = bytes.indexOf(pattern);
      if (found >= 0) return at + found;
      if (bytes.length <= pattern.length) return -1;
      at += bytes.length - pattern.length + 1;
    }
    return -1;
  }

  close(): void {
    closeSync(this.#file);
  }

  #fill(into: Buffer, offset: number): number {
    let filled = 0;
    while (filled < into.length) {
      const read = readSync(this.#file, into, filled, into.length - filled, offset + filled);
      if (read === 0) break;
      filled += read;
    }
    return filled;
  }
}
