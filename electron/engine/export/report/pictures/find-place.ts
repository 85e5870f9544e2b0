/** Where words stand in pages of letters without white space; pure. */
import search from 'approx-string-match';

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

/** Share of letters that a print may not tell, the longest quote looked for, and the shortest that is sure enough. */
const LOST = 0.12;
const LONGEST = 1000;
const SHORTEST = 24;

/**
 * The same where the print does not tell all letters: fonts that draw two as one often do not say which. Figures must be
 * the same, nothing may be added, and one place must be nearer than all others; else null.
 */
export function findAlike(pages: readonly string[], quote: string): PagePart[] | null {
  if (quote.length < SHORTEST || quote.length > LONGEST) return null;
  const all = pages.join('');
  const figures = (text: string) => text.replace(/\P{Nd}+/gu, ' ').trim();
  const found = search(all, quote, Math.floor(quote.length * LOST)).filter(
    ({ start, end }) => end - start <= quote.length && figures(all.slice(start, end)) === figures(quote),
  );
  const [best, ...others] = found.sort((a, b) => a.errors - b.errors);
  if (best === undefined || others.some((one) => one.errors === best.errors && (one.end <= best.start || one.start >= best.end)))
    return null;
  return partsOf(pages, best.start, best.end);
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
