/** Where chunks come from: a generator, of either kind. */
export type Chunks = { next(): IteratorResult<Buffer, unknown> | Promise<IteratorResult<Buffer, unknown>> };

/** Takes a stream of chunks apart into heads and stretches, holding no more than the head asked for. */
export class ByteReader {
  /** Bytes given out so far. */
  position = 0;
  readonly #source: Chunks;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: Chunks) {
    this.#source = source;
  }

  /** The next bytes, up to `length`, without taking them. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#more()));
    return this.#held.subarray(0, length);
  }

  /** Everything up to and with the first blank line, or null when none comes within `most` bytes. Line ends are CRLF or LF. */
  async head(most: number): Promise<Buffer | null> {
    let from = 0;
    for (;;) {
      const end = blankLine(this.#held, from);
      if (end >= 0) return this.#take(end);
      if (this.#held.length >= most) return null;
      from = Math.max(0, this.#held.length - 3);
      if (!(await this.#more())) return null;
    }
  }

  /** Hands `length` bytes on in chunks; returns how many there were. */
  async pass(length: number, each: (chunk: Buffer) => void): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const chunk = this.#take(Math.min(left, this.#held.length));
      left -= chunk.length;
      each(chunk);
    }
    return length - left;
  }

  /** Skips line ends; returns how many bytes they were. */
  async skipLineEnds(): Promise<number> {
    let skipped = 0;
    for (;;) {
      const [next] = await this.peek(1);
      if (next !== 10 && next !== 13) return skipped;
      this.#take(1);
      skipped += 1;
    }
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    this.position += length;
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#source.next();
    if (next.done === true) {
      this.#ended = true;
      return false;
    }
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}

/** Where the first blank line ends, or -1. */
export function blankLine(bytes: Buffer, from = 0): number {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}
