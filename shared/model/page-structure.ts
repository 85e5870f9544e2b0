/** How a captured page is built, as far as its canonical text shows it: for reading, never for anchoring. */
import { z } from 'zod';

const offset = z.number().int().min(0);
const place = { start: offset, end: offset };

/**
 * What a line of the canonical text is in the frozen snapshot. `level` of a heading 1 to 6, of a list item how deep its
 * list lies (1 is outermost). `marker` of a list item: its number, or null for a bullet or for its further lines.
 */
export const lineKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.number().int().min(1).max(6) }),
  z.object({ kind: z.literal('item'), level: z.number().int().min(1), marker: z.number().int().nullable(), first: z.boolean() }),
  z.object({ kind: z.literal('caption') }),
  z.object({ kind: z.literal('code') }),
  /** A row of a table; `cells` are ranges of the text, in order. */
  z.object({ kind: z.literal('row'), head: z.boolean(), cells: z.array(z.object(place)) }),
  z.object({ kind: z.literal('plain') }),
]);
export type LineKind = z.infer<typeof lineKind>;

/** `quoted`: the line stands in a block quotation. */
export const structuredLine = z.object({ ...place, quoted: z.boolean(), is: lineKind });
export type StructuredLine = z.infer<typeof structuredLine>;

/** Emphasis within lines. */
export const emphasis = z.object({ ...place, as: z.enum(['strong', 'em', 'code']) });

/** A picture of the page: the CSS selector that names it in the snapshot, where it stands among the words, what its author says it shows. */
export const pagePicture = z.object({ at: offset, element: z.string(), alt: z.string() });
export type PagePicture = z.infer<typeof pagePicture>;

/** Lines that are plain, unquoted paragraphs are left out. All in the order of the text. */
export const pageStructure = z.object({
  lines: z.array(structuredLine),
  emphasis: z.array(emphasis),
  pictures: z.array(pagePicture),
});
export type PageStructure = z.infer<typeof pageStructure>;
