import type { Passage } from '#shared/model/passages.ts';

/** A list in reading order with a passage put in its place, or in the place of what it was. The same list when it is in it already; pure. */
export function withPassage(all: Passage[], passage: Passage): Passage[] {
  const at = all.findIndex(({ id }) => id === passage.id);
  if (at >= 0) return all[at]!.updatedAt === passage.updatedAt ? all : all.with(at, passage);
  const next = all.findIndex((other) => inReadingOrder(passage, other) < 0);
  return next < 0 ? [...all, passage] : all.toSpliced(next, 0, passage);
}

/** Page, then time, then place in the text, then age: as the engine lists the passages of one item. */
function inReadingOrder(a: Passage, b: Passage): number {
  return (
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.from ?? 0) - (b.from ?? 0) ||
    (a.start ?? Number.MAX_SAFE_INTEGER) - (b.start ?? Number.MAX_SAFE_INTEGER) ||
    (a.id < b.id ? -1 : 1)
  );
}
