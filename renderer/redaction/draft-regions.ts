import { exactMatches } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { RedactionReason, RedactionRegion, RegionOf } from '#shared/model/redactions.ts';

/** A place on the list, not withheld yet. */
export type DraftRegion = { id: string; region: RedactionRegion };
/** A place as it is drawn or selected, before it has its reason. */
export type Place =
  Omit<RegionOf<'words'>, 'reason' | 'note'> | Omit<RegionOf<'area'>, 'reason' | 'note'> | Omit<RegionOf<'sound'>, 'reason' | 'note'>;

/** Adds places that are not on the list yet; the same place twice is one. */
export function withPlaces(list: readonly DraftRegion[], places: readonly Place[], reason: RedactionReason): readonly DraftRegion[] {
  const known = new Set(list.map(({ region }) => keyOf(region)));
  const added = places.filter((place) => !known.has(keyOf(place)) && known.add(keyOf(place)));
  return [...list, ...added.map((place) => ({ id: crypto.randomUUID(), region: { ...place, reason, note: '' } }))];
}

function keyOf(place: Place | RedactionRegion): string {
  switch (place.kind) {
    case 'words':
      return JSON.stringify(['words', place.textFileId, place.start, place.end]);
    case 'area':
      return JSON.stringify(['area', place.page, place.area, place.from, place.to]);
    case 'sound':
      return JSON.stringify(['sound', place.from, place.to]);
  }
}

/** Other places of the text where the same words stand and are not on the list. */
export function otherPlaces(text: CanonicalText, list: readonly DraftRegion[], { start, end, textFileId }: RegionOf<'words'>): Place[] {
  const taken = list.flatMap(({ region }) => (region.kind === 'words' && region.textFileId === textFileId ? [region] : []));
  const words = text.text.slice(start, end);
  return exactMatches(text.text, words)
    .filter((match) => !taken.some((one) => one.start <= match.start && one.end >= match.end))
    .map((match) => ({ kind: 'words', start: match.start, end: match.end, textFileId }));
}

/** Without white space at either end, and whole where the ends would cut a character of two units; null when nothing is left. */
export function trimmedRange(text: string, start: number, end: number): { start: number; end: number } | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return to > from ? { start: from - Number(isLow(text, from)), end: to + Number(isLow(text, to)) } : null;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The text as it is shown while places are chosen: each withheld letter a block, so that every place stays where it was. */
export function maskedText({ text, fileId, kind }: CanonicalText, list: readonly DraftRegion[]): string {
  const marks = list.flatMap(({ region }) => {
    const isThis = region.kind === 'words' && (region.textFileId === fileId || (region.textFileId === null && kind === 'canonical'));
    return isThis ? [region] : [];
  });
  let out = '';
  let at = 0;
  for (const { start, end } of marks.sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    out += text.slice(at, from) + text.slice(from, end).replace(/\S/g, '█');
    at = end;
  }
  return out + text.slice(at);
}
