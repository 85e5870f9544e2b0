/** Entries that failed for a passing reason and are tried again at a time in milliseconds; calls `wake` when one may be. */
export class Resting {
  readonly #until = new Map<string, number>();
  readonly #wake: () => void;
  #alarm: NodeJS.Timeout | undefined;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  add(id: string, afterMs: number): void {
    this.#until.set(id, Date.now() + afterMs);
  }

  delete(id: string): void {
    this.#until.delete(id);
  }

  clear(): void {
    clearTimeout(this.#alarm);
    this.#until.clear();
  }

  /** Who rests still; those whose rest is over are let go, and the alarm is set for the next. */
  ids(): string[] {
    const now = Date.now();
    for (const [id, at] of this.#until) if (at <= now) this.#until.delete(id);
    clearTimeout(this.#alarm);
    if (this.#until.size > 0) this.#alarm = setTimeout(this.#wake, Math.min(...this.#until.values()) - now + 1);
    return [...this.#until.keys()];
  }

  /** At most 200 of them, to be shown. */
  list(): { id: string; at: string }[] {
    return [...this.#until].slice(0, 200).map(([id, at]) => ({ id, at: new Date(at).toISOString() }));
  }
}
