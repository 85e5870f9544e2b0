/**
 * Gathers loudness into cells of equal length. When there are too many, neighbours are joined and cells become twice
 * as long; so memory is bounded however long the recording is, and its length need not be known.
 */
export class PeakCells {
  readonly #most: number;
  /** Samples a cell stands for. */
  length: number;
  #cells: number[] = [];
  #peak = 0;
  #filled = 0;

  /** `most` cells at most, at least half as many for a recording long enough; `length` samples a cell at first. */
  constructor(most: number, length: number) {
    this.#most = most;
    this.length = Math.max(1, Math.floor(length));
  }

  add(samples: Int16Array): void {
    for (const sample of samples) {
      const swing = sample < 0 ? -sample : sample;
      if (swing > this.#peak) this.#peak = swing;
      this.#filled += 1;
      if (this.#filled === this.length) this.#close();
    }
  }

  /** Largest swing of each cell, 0 to 255. */
  end(): number[] {
    if (this.#filled > 0) this.#close();
    return this.#cells.map((peak) => Math.min(255, Math.round((peak / 32768) * 255)));
  }

  #close(): void {
    this.#cells.push(this.#peak);
    this.#peak = 0;
    this.#filled = 0;
    if (this.#cells.length < this.#most) return;
    const joined: number[] = [];
    for (let index = 0; index < this.#cells.length; index += 2) joined.push(Math.max(this.#cells[index]!, this.#cells[index + 1] ?? 0));
    this.#cells = joined;
    this.length *= 2;
  }
}
