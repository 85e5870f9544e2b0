/** Many strings looked for in one pass over a text. Pure. */

const SIZE = 1 << 16;

function keyOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 1009 + text.charCodeAt(at + 2) * 7919) & (SIZE - 1);
}

/** The first three letters of a place tell nearly always that no string begins there; the few others are compared. */
export class PatternSet {
  readonly #short: { pattern: string; index: number }[] = [];
  readonly #byKey = new Map<number, { pattern: string; index: number }[]>();
  readonly #table = new Uint8Array(SIZE);

  /** Null entries are never found. */
  constructor(patterns: readonly (string | null)[]) {
    for (const [index, pattern] of patterns.entries()) {
      if (pattern === null || pattern === '') continue;
      if (pattern.length < 3) {
        this.#short.push({ pattern, index });
        continue;
      }
      const key = keyOf(pattern, 0);
      this.#table[key] = 1;
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { pattern, index }]);
    }
  }

  /** Calls `onHit` for every place where one of the strings stands. */
  search(text: string, onHit: (index: number, at: number) => void): void {
    for (const { pattern, index } of this.#short)
      for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) onHit(index, at);
    if (this.#byKey.size === 0) return;
    const table = this.#table;
    let [first, second] = [text.charCodeAt(0) * 31, text.charCodeAt(1)];
    for (let at = 0; at + 2 < text.length; at++) {
      const third = text.charCodeAt(at + 2);
      if (table[(first + second * 1009 + third * 7919) & (SIZE - 1)] === 1) this.#compare(text, at, onHit);
      first = second * 31;
      second = third;
    }
  }

  #compare(text: string, at: number, onHit: (index: number, at: number) => void): void {
    for (const { pattern, index } of this.#byKey.get(keyOf(text, at)) ?? []) if (text.startsWith(pattern, at)) onHit(index, at);
  }
}
