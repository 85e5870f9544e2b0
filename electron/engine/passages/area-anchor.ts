/** Areas: of a picture, of a page of a PDF, of another picture of the item, of a picture in its frozen snapshot. */
import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { requirePicture } from '../snapshot/ask-snapshot.ts';
import type { Ground, PassageAnchor } from './draft-passage.ts';
import { mediaFragment, pageFragment } from './media-fragment.ts';

type AreaTarget = Extract<PassageTarget, { area: unknown }> & {
  page?: number | undefined;
  fileId?: string | undefined;
  element?: string | undefined;
};

/** @throws HoldfastError wrong-input when the area lies outside, or what it is measured on is no picture of the item */
export function areaAnchor(ground: Ground, target: AreaTarget): PassageAnchor {
  checkArea(target.area);
  const { selectors, page, file } = target.element === undefined ? onFile(ground, target) : onElement(ground, target, target.element);
  return {
    kind: 'area',
    selectors,
    quote: '',
    start: null,
    end: null,
    page,
    from: null,
    to: null,
    textSha256: null,
    textFileId: null,
    fileId: file?.id ?? null,
  };
}

/**
 * What only the kept bytes can tell of a target: that a CSS selector names exactly one picture of the frozen snapshot.
 * Other targets pass. @throws HoldfastError wrong-input (`field` element)
 */
export async function requireElement(ctx: CaseContext, item: Pick<Item, 'files'>, target: PassageTarget): Promise<void> {
  const element = 'area' in target && 'element' in target ? target.element : undefined;
  if (element !== undefined) await requirePicture(ctx, snapshotOf(item).sha256, element);
}

type Place = Pick<PassageAnchor, 'selectors' | 'page'> & { file: ItemFile | null };

function onFile({ item, text }: Ground, { area, page, fileId }: AreaTarget): Place {
  const file = fileId === undefined ? null : pictureOf(item, fileId);
  if (file === null && item.type !== 'image' && item.type !== 'pdf')
    throw outside('area', `is for images and PDF pages, not for this kind of item (${item.type})`);
  const ofPage = file === null && item.type === 'pdf';
  if (ofPage) checkPage(page, text);
  const selectors = [...(ofPage && page !== undefined ? [pageFragment(page)] : []), mediaFragment({ area })];
  return { selectors, page: ofPage ? (page ?? null) : null, file };
}

/** Web Annotation Data Model, sections 4.2.2 (CssSelector) and 4.2.9 (refinement); its source is the snapshot. */
function onElement({ item }: Ground, { area, page, fileId }: AreaTarget, element: string): Place {
  const file = snapshotOf(item);
  if (fileId !== undefined && fileId !== file.id) throw outside('fileId', 'is not the frozen snapshot, in which the picture stands');
  if (page !== undefined) throw outside('page', 'is for PDFs, not for a picture of a captured page');
  return { selectors: [{ type: 'CssSelector', value: element, refinedBy: mediaFragment({ area }) }], page: null, file };
}

function snapshotOf(item: Pick<Item, 'files'>): ItemFile {
  const file = item.files.find(({ role }) => role === 'snapshot');
  if (file === undefined) throw outside('element', 'names a picture of a captured page, and this item has no frozen snapshot');
  return file;
}

function pictureOf(item: Ground['item'], fileId: string): ItemFile {
  const file = item.files.find((one) => one.id === fileId);
  if (file === undefined) throw outside('fileId', 'is no file of this item');
  if (!file.mediaType.startsWith('image/')) throw outside('fileId', `is no picture (${file.mediaType})`);
  return file;
}

export function checkArea(area: { x: number; y: number; width: number; height: number }): void {
  if (area.x + area.width > 100.001 || area.y + area.height > 100.001) throw outside('area', 'reaches over the edge of the picture');
}

function checkPage(page: number | undefined, text: CanonicalText | null): void {
  if (page === undefined) throw outside('page', 'is needed for an area of a PDF');
  const last = text?.map.kind === 'pages' ? (text.map.pages.at(-1)?.page ?? null) : null;
  if (last !== null && page > last) throw outside('page', `is past the last page, ${last}`);
}

export function outside(field: string, problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'passages.create', field, problem });
}
