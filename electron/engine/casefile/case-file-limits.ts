/** How large a case file may be before anything of it is read. They bound memory and time, not evidence. */
import { HoldfastError } from '#shared/errors.ts';

export type CaseFileLimits = {
  /** Files in it; each takes some memory while it is open. */
  files: number;
  /** Bytes of all files together, as they would lie unpacked. */
  bytes: number;
  /** Folders within one another. */
  depth: number;
};

export const usualLimits: CaseFileLimits = { files: 1_000_000, bytes: 2 ** 44, depth: 32 };

/**
 * Every item has an item.json, and that spends more than 400 bytes on each of its files. So the files of a case file
 * are longer than this on average, and a heap of tiny ones is none, however its lists were made.
 */
const SHORTEST_MEAN = 200;
/** As many files as are looked at before that is judged, and judged again. */
const SAMPLE = 20_000;

/** @throws HoldfastError casefile-invalid */
export class LimitedCount {
  readonly #path: string;
  readonly #limits: CaseFileLimits;
  #files = 0;
  #bytes = 0;

  constructor(path: string, limits: CaseFileLimits) {
    this.#path = path;
    this.#limits = limits;
  }

  add(size: number): void {
    this.#files += 1;
    this.#bytes += size;
    if (this.#files > this.#limits.files) this.#refuse(`it holds more than ${this.#limits.files} files`);
    if (this.#bytes > this.#limits.bytes) this.#refuse(`its files have more than ${this.#limits.bytes} bytes together`);
    if (this.#files % SAMPLE === 0) this.#refuseTiny();
  }

  enter(depth: number): void {
    if (depth > this.#limits.depth) this.#refuse(`its folders lie more than ${this.#limits.depth} deep`);
  }

  #refuseTiny(): void {
    const mean = Math.round(this.#bytes / this.#files);
    if (mean < SHORTEST_MEAN) this.#refuse(`it holds ${this.#files} files and more, of ${mean} bytes on average, as no case file does`);
  }

  #refuse(problem: string): never {
    throw new HoldfastError('casefile-invalid', { path: this.#path, problem });
  }
}
