import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { linkTarget, type LinkTarget } from './link-target.ts';

/** An entry of a document's outline (ISO 32000-1, 12.3.3). `id` is its place in the tree: `0`, `0.2`, `0.2.1`. */
export type OutlineEntry = { id: string; title: string; target: LinkTarget | null; children: readonly OutlineEntry[] };
/** An entry as a row of the tree. `level` from 1; `isOpen` null where there is nothing to open. */
export type OutlineRow = { entry: OutlineEntry; level: number; isOpen: boolean | null; position: number; of: number };

/** More than any book has; a made-up outline can be endless. */
const MOST_ENTRIES = 20_000;
const DEEPEST = 32;

type Given = { title: string; dest?: unknown; url?: unknown; unsafeUrl?: unknown; action?: unknown; items?: Given[] };

/** Empty when the document has none, or one that cannot be read. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const given = (await pdf.getOutline().catch(() => null)) as Given[] | null;
  let left = MOST_ENTRIES;
  const convert = (items: readonly Given[], before: string, depth: number): OutlineEntry[] =>
    items.slice(0, Math.max(0, left)).map((item, index) => {
      left -= 1;
      const id = `${before}${index}`;
      const children = depth < DEEPEST && left > 0 ? convert(item.items ?? [], `${id}.`, depth + 1) : [];
      return { id, title: item.title.replace(/\s+/gu, ' ').trim(), target: linkTarget(item), children };
    });
  return convert(given ?? [], '', 1);
}

/** The rows to show: every entry whose ancestors are all open, in order. */
export function outlineRows(entries: readonly OutlineEntry[], open: ReadonlySet<string>, level = 1): OutlineRow[] {
  return entries.flatMap((entry, index) => {
    const isOpen = entry.children.length === 0 ? null : open.has(entry.id);
    const row = { entry, level, isOpen, position: index + 1, of: entries.length };
    return isOpen === true ? [row, ...outlineRows(entry.children, open, level + 1)] : [row];
  });
}

/** A short outline opens with its chapters spread out; a long one shows its first level. */
export function firstOpen(entries: readonly OutlineEntry[]): ReadonlySet<string> {
  const rows = entries.length + entries.reduce((sum, { children }) => sum + children.length, 0);
  return new Set(rows > 40 ? [] : entries.map(({ id }) => id));
}
