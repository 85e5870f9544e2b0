import { LeakFinder, type Leak } from './find-leaks.ts';
import { needlesOf, type Needle } from './needles.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** Six bytes a character (\uXXXX) of four bytes each and then some. */
const BYTES_A_CHARACTER = 32;
const LEAST_OVERLAP = 16 * 1024;

/** The same search over a stream of any length: bytes are looked at in pieces that overlap by more than the longest phrase. */
export class LeakScanner {
  readonly #finder: LeakFinder;
  readonly #overlap: number;
  readonly #found = new Map<Needle, Leak>();
  #parts: Buffer[] = [];
  #size = 0;

  constructor(phrases: readonly string[]) {
    this.#finder = new LeakFinder(needlesOf(phrases));
    this.#overlap = Math.max(LEAST_OVERLAP, ...this.#finder.needles.map(({ written }) => written.length * BYTES_A_CHARACTER));
  }

  write(bytes: Uint8Array): void {
    this.#parts.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#size += bytes.byteLength;
    if (this.#size >= CHUNK_BYTES + this.#overlap) this.#look(true);
  }

  end(): Leak[] {
    this.#look(false);
    return [...this.#found.values()];
  }

  #look(goesOn: boolean): void {
    const whole = Buffer.concat(this.#parts);
    for (const leak of this.#finder.find(whole)) if (!this.#found.has(leak.needle)) this.#found.set(leak.needle, leak);
    // An even place, so that pairs of bytes stay pairs.
    const from = goesOn ? whole.length - this.#overlap - ((whole.length - this.#overlap) % 4) : whole.length;
    this.#parts = [Buffer.from(whole.subarray(from))];
    this.#size = whole.length - from;
  }
}
