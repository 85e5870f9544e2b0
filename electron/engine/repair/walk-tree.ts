import type { PageSource } from './page-source.ts';
import { readPage, type ReadPage } from './read-page.ts';

export type Walked = {
  /** Pages that should belong to this tree and cannot be read; numbers as the tree names them. */
  broken: number[];
};

/**
 * Every page of a tree that can be reached, in order. `owned` collects the numbers of all pages seen, so that none is
 * read twice, whatever a damaged page points at. What cannot be read is named and walked round.
 */
export function* walkTree(source: PageSource, root: number, owned: Set<number>, walked: Walked): Generator<[number, ReadPage]> {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (owned.has(number)) {
      walked.broken.push(number);
      continue;
    }
    const page = readPage(source, number);
    if (page === null || (page.kind.endsWith('inside') && page.bad.length > 0)) walked.broken.push(number);
    if (page === null) continue;
    owned.add(number);
    waiting.push(...page.children.reverse());
    yield [number, page];
  }
}

/** Pages that hold nothing any more; what still stands on them is old. Source: "Database File Format", section 1.5. */
export function freePages(source: PageSource): Set<number> {
  const free = new Set<number>();
  for (let trunk = source.firstFree; trunk > 0 && !free.has(trunk);) {
    free.add(trunk);
    const bytes = source.page(trunk);
    if (bytes === null) break;
    const count = Math.min(bytes.readUInt32BE(4), Math.floor((source.usable - 8) / 4));
    for (let index = 0; index < count; index += 1) free.add(bytes.readUInt32BE(8 + 4 * index));
    trunk = bytes.readUInt32BE(0);
  }
  return free;
}
