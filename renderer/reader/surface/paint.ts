/**
 * Highlights drawn by the CSS Custom Highlight API: the document itself is not touched, so what is on screen stays
 * what was captured. Each painter owns its ranges within the highlights every painter shares.
 */
export const paintNames = ['passage', 'claimed', 'find', 'current-find', 'active'] as const;
export type PaintName = (typeof paintNames)[number];

export type Painter = { paint(name: PaintName, ranges: Range[]): void; clear(): void };

export function createPainter(): Painter {
  const own = new Map<PaintName, Range[]>();
  const paint = (name: PaintName, ranges: Range[]) => {
    const highlight = shared(name);
    for (const range of own.get(name) ?? []) highlight.delete(range);
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
