/** Which picture shows a passage, and from which kept file. Pure. */
import { parseMediaFragment, parsePageFragment, type FragmentArea } from '#shared/anchoring/parse-fragment.ts';
import { readQuads } from '#shared/anchoring/quads-svg.ts';
import type { Point } from '#shared/anchoring/pdf-quads.ts';
import type { ExportedFile, ExportedItem } from '#shared/model/case-file.ts';
import type { Passage, Selector } from '#shared/model/passages.ts';
import type { Picture } from '../blocks.ts';
import type { GraphicPictures } from '../report-input.ts';

/** `why`: in words, why there is no picture or not all of them. */
export type ReportPicture = { made: (Picture & { jpeg: Uint8Array })[]; why: string | null };

/** A page and the shapes on it, in points from the upper left corner of the page as it lies in the file. */
export type MarkedPage = { page: number; polygons: Point[][] };

export type PicturePlan =
  | { how: 'pdf-marks'; file: ExportedFile; pages: MarkedPage[] }
  | { how: 'pdf-area'; file: ExportedFile; page: number; areas: FragmentArea[] }
  | { how: 'pdf-words'; file: ExportedFile; quote: string; before: string; after: string }
  | { how: 'picture'; file: ExportedFile; areas: FragmentArea[] }
  | { how: 'element'; file: ExportedFile; element: string; areas: FragmentArea[] }
  | { how: 'still'; file: ExportedFile; time: number; areas: FragmentArea[] }
  | { how: 'none'; why: string };

const none = (why: string): PicturePlan => ({ how: 'none', why: `No picture: ${why}` });

/** Only files that are part of the case file are looked at, so that nothing withheld is shown by its picture. */
export function picturePlan(passage: Passage, item: ExportedItem, graphic: GraphicPictures): PicturePlan {
  if (item.given.graphic && graphic === 'left-out')
    return none('the source is marked graphic and its pictures are left out of this report.');
  const file = fileOf(passage, item);
  if (file === undefined) return none('the file it is marked on is not part of this case file.');
  const areas = areasOf(passage.selectors);
  const element = elementOf(passage.selectors);
  if (element !== null) return { how: 'element', file, ...element };
  if (passage.page !== null && file.mediaType === 'application/pdf') return onPdf(passage, file, areas);
  if (passage.from !== null) return onRecording(passage.from, file, areas);
  if (areas.length > 0) return onPicture(file, item, areas);
  return inText(passage, item);
}

function fileOf({ fileId }: Passage, { files }: ExportedItem): ExportedFile | undefined {
  if (fileId !== null) return files.find(({ id }) => id === fileId);
  return files.find(({ role }) => role === 'original' || role === 'mhtml') ?? files.find(({ role }) => role === 'video') ?? files[0];
}

function onPdf({ page, selectors }: Passage, file: ExportedFile, areas: FragmentArea[]): PicturePlan {
  if (areas.length > 0) return { how: 'pdf-area', file, page: page ?? 1, areas };
  const pages = selectors.flatMap((selector): MarkedPage[] => {
    const number = selector.type === 'FragmentSelector' ? parsePageFragment(selector.value) : null;
    if (selector.type !== 'FragmentSelector' || number === null) return [];
    return [{ page: number, polygons: selector.refinedBy === undefined ? [] : (readQuads(selector.refinedBy)?.polygons ?? []) }];
  });
  return { how: 'pdf-marks', file, pages: pages.length === 0 ? [{ page: page ?? 1, polygons: [] }] : pages };
}

function onRecording(time: number, file: ExportedFile, areas: FragmentArea[]): PicturePlan {
  if (file.mediaType.startsWith('audio/')) return none('a sound recording has none; the words were heard at the time given.');
  if (!file.mediaType.startsWith('video/')) return none(`its file is no recording with a picture (${file.mediaType}).`);
  return { how: 'still', file, time, areas };
}

/** Formats only other programs read are shown by the preview that was kept of them; areas are percent, so they fit both. */
function onPicture(file: ExportedFile, item: ExportedItem, areas: FragmentArea[]): PicturePlan {
  if (drawable.has(file.mediaType)) return { how: 'picture', file, areas };
  const preview = item.files.find(
    ({ role, mediaType, parentFileId }) => role === 'proxy' && mediaType === 'image/png' && parentFileId === file.id,
  );
  if (preview !== undefined) return { how: 'picture', file: preview, areas };
  return none(`its format is not one that is drawn here (${file.mediaType}).`);
}

const drawable = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

function inText({ selectors, quote }: Passage, item: ExportedItem): PicturePlan {
  const around = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const print = item.files.find(({ role, mediaType }) => role === 'print' && mediaType === 'application/pdf');
  if (print !== undefined && quote !== '')
    return { how: 'pdf-words', file: print, quote, before: around?.prefix ?? '', after: around?.suffix ?? '' };
  if (item.files.some(({ role }) => role === 'snapshot'))
    return none('the page was kept without a print of it; the frozen page shows the words.');
  return none('the source is text. The words are quoted with what stands around them.');
}

function areasOf(selectors: readonly Selector[]): FragmentArea[] {
  return selectors.flatMap((selector) => {
    const area = selector.type === 'FragmentSelector' ? (parseMediaFragment(selector.value)?.area ?? null) : null;
    return area === null || area.unit !== 'percent' ? [] : [area];
  });
}

function elementOf(selectors: readonly Selector[]): { element: string; areas: FragmentArea[] } | null {
  for (const selector of selectors) {
    if (selector.type !== 'CssSelector' || selector.refinedBy?.type !== 'FragmentSelector') continue;
    const area = parseMediaFragment(selector.refinedBy.value)?.area ?? null;
    if (area !== null) return { element: selector.value, areas: area.unit === 'percent' ? [area] : [] };
  }
  return null;
}
