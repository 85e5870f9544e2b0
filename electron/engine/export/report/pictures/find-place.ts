/** Where words stand in pages of letters without white space; pure. */
export type PagePart = { page: number; start: number; end: number };

/**
 * The pages (from 1) and ranges of letters that hold `quote`, which may go over the end of a page. Where it stands more
 * than once, the place with the most of `before` and `after` round it is taken; null when none is or when two are as good.
 */
export function findPlace(
  pages: readonly string[],
  { quote, before, after }: { quote: string; before: string; after: string },
): PagePart[] | null {
  const all = pages.join('');
  if (quote === '') return null;
  const found: { at: number; score: number }[] = [];
  for (let at = all.indexOf(quote); at !== -1 && found.length < 1000; at = all.indexOf(quote, at + 1))
    found.push({
      at,
      score: sameEnd(all.slice(0, at), before) + sameStart(all.slice(at + quote.length, at + quote.length + after.length), after),
    });
  const [best, second] = found.sort((a, b) => b.score - a.score);
  if (best === undefined || second?.score === best.score) return null;
  return partsOf(pages, best.at, best.at + quote.length);
}

function sameEnd(text: string, end: string): number {
  let same = 0;
  while (same < end.length && same < text.length && text[text.length - 1 - same] === end[end.length - 1 - same]) same++;
  return same;
}

function sameStart(text: string, start: string): number {
  let same = 0;
  while (same < start.length && same < text.length && text[same] === start[same]) same++;
  return same;
}

function partsOf(pages: readonly string[], from: number, to: number): PagePart[] {
  const parts: PagePart[] = [];
  let offset = 0;
  pages.forEach((page, index) => {
    const [start, end] = [Math.max(0, from - offset), Math.min(page.length, to - offset)];
    if (start < end) parts.push({ page: index + 1, start, end });
    offset += page.length;
  });
  return parts;
}
