/**
 * Highlights drawn by the CSS Custom Highlight API: the document itself is not touched, so what is on screen stays
 * what was captured. Each painter owns its ranges within the highlights every painter shares.
 */
import { tagColours } from '#shared/model/tag-colours.ts';

const tagPaints = tagColours.map((colour) => `tag-${colour}` as const);
/** In the order of their priority. `claimed-line`, `active-line`: the same of a passage that keeps the colour of its tag. */
export const paintNames = ['passage', 'claimed', ...tagPaints, 'claimed-line', 'find', 'current-find', 'active', 'active-line'] as const;
export type PaintName = (typeof paintNames)[number];

export type Painter = { paint(name: PaintName, ranges: Range[]): void; clear(): void };

export function createPainter(): Painter {
  const own = new Map<PaintName, Range[]>();
  const paint = (name: PaintName, ranges: Range[]) => {
    const before = own.get(name) ?? [];
    if (before.length === 0 && ranges.length === 0) return;
    const highlight = shared(name);
    for (const range of before) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    own.set(name, ranges);
  };
  return { paint, clear: () => paintNames.forEach((name) => paint(name, [])) };
}

function shared(name: PaintName): Highlight {
  const key = `holdfast-${name}`;
  let highlight = CSS.highlights.get(key);
  if (highlight === undefined) {
    highlight = new Highlight();
    highlight.priority = paintNames.indexOf(name);
    CSS.highlights.set(key, highlight);
  }
  return highlight;
}
