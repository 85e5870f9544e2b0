/** Stamps that may still be overtaken: H.264 and HEVC reorder at most 16 frames. */
const REORDER = 32;
/** Different lengths that are told apart; a rhythm has few. */
const MOST_LENGTHS = 64;

/**
 * Learns from the time stamps of frames, given in the order of decoding, whether all last equally long. Lengths may
 * differ by one tick, because a rate seldom fits a time base (30 frames a second in milliseconds: 33, 33, 34).
 */
export class FrameRhythm {
  readonly #waiting: number[] = [];
  readonly #lengths = new Map<number, number>();
  #last: number | null = null;
  #isTooVaried = false;

  add(pts: number): void {
    let place = this.#waiting.length;
    while (place > 0 && this.#waiting[place - 1]! > pts) place -= 1;
    this.#waiting.splice(place, 0, pts);
    if (this.#waiting.length > REORDER) this.#settle(this.#waiting.shift()!);
  }

  /** The mean length in ticks when all are equal, and null when not or when there are fewer than two frames. */
  end(): number | null {
    for (const pts of this.#waiting.splice(0)) this.#settle(pts);
    const lengths = [...this.#lengths.keys()];
    if (this.#isTooVaried || lengths.length === 0 || Math.max(...lengths) - Math.min(...lengths) > 1) return null;
    let total = 0;
    let count = 0;
    for (const [length, times] of this.#lengths) {
      total += length * times;
      count += times;
    }
    return total / count;
  }

  #settle(pts: number): void {
    if (this.#last !== null && pts !== this.#last) {
      const length = pts - this.#last;
      this.#lengths.set(length, (this.#lengths.get(length) ?? 0) + 1);
      if (this.#lengths.size > MOST_LENGTHS) this.#isTooVaried = true;
      if (this.#isTooVaried) this.#lengths.clear();
    }
    this.#last = pts;
  }
}
