import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rotation, AreaBox } from '../areas/area-box.ts';

/**
 * Where a link or an entry of the outline leads. Inside the document: a destination (ISO 32000-1, 12.3.2), by name or
 * spelled out, or a page reached by name. Outside: an address, which is shown and never followed.
 */
export type LinkTarget =
  | { kind: 'place'; dest: string | unknown[] }
  | { kind: 'named'; name: 'NextPage' | 'PrevPage' | 'FirstPage' | 'LastPage' }
  | { kind: 'address'; address: string };

export type PageLink = { id: string; box: AreaBox; target: LinkTarget };

const named = ['NextPage', 'PrevPage', 'FirstPage', 'LastPage'] as const;

/** What of an annotation or outline entry says where it leads; everything else it would do (scripts, programs) is left alone. */
type Leading = { dest?: unknown; url?: unknown; unsafeUrl?: unknown; action?: unknown };

export function linkTarget({ dest, url, unsafeUrl, action }: Leading): LinkTarget | null {
  if (Array.isArray(dest) || (typeof dest === 'string' && dest !== '')) return { kind: 'place', dest };
  const address = typeof unsafeUrl === 'string' && unsafeUrl !== '' ? unsafeUrl : url;
  if (typeof address === 'string' && address !== '') return { kind: 'address', address };
  const name = named.find((one) => one === action);
  return name === undefined ? null : { kind: 'named', name };
}

/** The links of a page that lead somewhere, with their boxes in percent of the page as it is seen. */
export async function pageLinks(page: PDFPageProxy, rotation: Rotation): Promise<PageLink[]> {
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
  const found = (await page.getAnnotations({ intent: 'display' })) as (Leading & { id: string; subtype: string; rect: number[] })[];
  return found.flatMap((annotation) => {
    const target = annotation.subtype === 'Link' ? linkTarget(annotation) : null;
    if (target === null) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation.rect;
    const [left, top] = viewport.convertToViewportPoint(x1, y1) as [number, number];
    const [right, bottom] = viewport.convertToViewportPoint(x2, y2) as [number, number];
    const box = {
      x: (Math.min(left, right) / viewport.width) * 100,
      y: (Math.min(top, bottom) / viewport.height) * 100,
      width: (Math.abs(right - left) / viewport.width) * 100,
      height: (Math.abs(bottom - top) / viewport.height) * 100,
    };
    return [{ id: annotation.id, box, target }];
  });
}

/** A place in the document: a page from 1, and how far below its top, in points of the page as it is seen. */
export type PagePlace = { page: number; down: number };

/** Null when the destination leads nowhere, as many do. */
export async function placeOf(pdf: PDFDocumentProxy, dest: string | unknown[], rotation: Rotation): Promise<PagePlace | null> {
  try {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const [at, how, ...numbers] = (explicit ?? []) as [unknown, { name?: string } | undefined, ...unknown[]];
    const index = typeof at === 'number' ? at : await pdf.getPageIndex(at as never);
    if (!Number.isInteger(index) || index < 0 || index >= pdf.numPages) return null;
    const y = heightIn(how?.name, numbers);
    if (y === null || rotation % 180 !== 0) return { page: index + 1, down: 0 };
    const page = await pdf.getPage(index + 1);
    const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
    const [, down] = viewport.convertToViewportPoint(0, y) as [number, number];
    return { page: index + 1, down: Math.min(Math.max(0, down), viewport.height) };
  } catch {
    return null;
  }
}

/** The height on the page that a destination names; the kinds that fit the whole page name none. */
function heightIn(how: string | undefined, numbers: readonly unknown[]): number | null {
  const at = how === 'XYZ' ? numbers[1] : how === 'FitH' || how === 'FitBH' ? numbers[0] : how === 'FitR' ? numbers[3] : null;
  return typeof at === 'number' ? at : null;
}
