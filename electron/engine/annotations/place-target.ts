/** From the selectors of an annotation to what is marked in the item, or why nothing is. Pure. */
import { parseMediaFragment, parsePageFragment } from '#shared/anchoring/parse-fragment.ts';
import { resolveWords } from '#shared/anchoring/resolve-words.ts';
import type { AnnotationFate } from '#shared/model/annotations.ts';
import type { CanonicalText, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget, Selector } from '#shared/model/passages.ts';

type Refusal = Extract<AnnotationFate, { fate: 'refused' }>['reason'];

export type Placed =
  { target: PassageTarget; state: 'exact' | 'moved'; score: number } | { target: null; reason: Refusal; found: string | null };

export type PlacingGround = {
  text: CanonicalText | null;
  /** The file the selectors of a picture or recording are measured on; null for the original. */
  measured: ItemFile | null;
  durationSeconds: number | null;
};

/** Words are looked for first: a part of a recording that also names words is placed by its time. */
export function placeTarget(selectors: readonly Selector[], ground: PlacingGround): Placed {
  const media = mediaTarget(selectors, ground);
  const hasWords = selectors.some(({ type }) => type === 'TextQuoteSelector');
  if (media !== null && (!hasWords || !('area' in media) || 'time' in media)) return { target: media, state: 'exact', score: 1 };
  return hasWords ? placeWords(selectors, ground.text) : { target: null, reason: 'no-selector', found: null };
}

function placeWords(selectors: readonly Selector[], text: CanonicalText | null): Placed {
  if (text === null) return { target: null, reason: 'words-lost', found: null };
  const { state, start, end, score } = resolveWords(text.text, selectors);
  if (state === 'lost') return { target: null, reason: 'words-lost', found: null };
  const quote = text.text.slice(start, end);
  if (state === 'approximate') return { target: null, reason: 'words-approximate', found: quote.slice(0, 200) };
  const textFileId = text.kind === 'canonical' ? {} : { textFileId: text.fileId };
  return { target: { start, end, quote, ...textFileId }, state, score };
}

function mediaTarget(selectors: readonly Selector[], { measured, durationSeconds }: PlacingGround): PassageTarget | null {
  const fragments = selectors.flatMap((one) => (one.type === 'FragmentSelector' ? [one.value] : []));
  const page = fragments.map(parsePageFragment).find((found) => found !== null);
  const media = fragments.map(parseMediaFragment).find((found) => found !== null) ?? null;
  const area = media?.area?.unit === 'percent' ? boxOf(media.area) : undefined;
  if (media?.time != null) {
    const to = media.time.to ?? durationSeconds;
    return to === null ? null : { time: { from: media.time.from, to }, ...(area === undefined ? {} : { area }) };
  }
  const onPicture = selectors.find((one) => one.type === 'CssSelector' && one.refinedBy?.type === 'FragmentSelector');
  if (onPicture?.type === 'CssSelector' && onPicture.refinedBy?.type === 'FragmentSelector') {
    const within = parseMediaFragment(onPicture.refinedBy.value)?.area;
    return within?.unit === 'percent' ? { area: boxOf(within), element: onPicture.value } : null;
  }
  if (area === undefined) return null;
  return { area, ...(page === undefined ? {} : { page }), ...(measured === null ? {} : { fileId: measured.id }) };
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x, y, width, height };
}
