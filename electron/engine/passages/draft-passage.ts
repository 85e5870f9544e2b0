/** From what a person pointed at to a passage that stands in the item, or a refusal. Pure: no database, no clock. */
import { describeWords, isRangeOf } from '#shared/anchoring/describe-words.ts';
import { findQuote } from '#shared/anchoring/find-quote.ts';
import { assertNever, HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile, TextMap } from '#shared/model/items.ts';
import type { Passage, PassageTarget } from '#shared/model/passages.ts';
import { mediaFragment, pageFragment } from './media-fragment.ts';
import { placeInBoxes } from './words-in-boxes.ts';

export type PassageAnchor = Pick<
  Passage,
  'kind' | 'selectors' | 'quote' | 'start' | 'end' | 'page' | 'from' | 'to' | 'textSha256' | 'textFileId' | 'fileId'
>;
/** What a target is measured against. */
export type Ground = { item: Pick<Item, 'id' | 'type' | 'facts' | 'files'>; text: CanonicalText | null };

type Words = { start: number; end: number };

/**
 * Throws `passage-unresolved` when the words do not stand where they are said to, `passage-ambiguous` when a bare
 * quote could mean several places, `wrong-input` when a time or area lies outside the item.
 */
export function draftPassage(ground: Ground, target: PassageTarget): PassageAnchor {
  if ('start' in target) return wordsAnchor(ground, offsetsOf(ground, target));
  if ('quote' in target) return wordsAnchor(ground, placeOf(ground, target));
  if ('time' in target) return timeAnchor(ground, target);
  return areaAnchor(ground, target);
}

function offsetsOf({ item, text }: Ground, target: { start: number; end: number; quote: string }): Words {
  const { start, end, quote } = target;
  if (text === null || !isRangeOf(text.text, start, end) || text.text.slice(start, end) !== quote) {
    throw new HoldfastError('passage-unresolved', { itemId: item.id, quote: short(quote) });
  }
  return { start, end };
}

function placeOf({ item, text }: Ground, target: { quote: string; prefix?: string | undefined; suffix?: string | undefined }): Words {
  const found = findQuote(text?.text ?? '', target.quote, target);
  switch (found.state) {
    case 'found':
      return { start: found.start, end: found.end };
    case 'ambiguous':
      throw new HoldfastError('passage-ambiguous', {
        itemId: item.id,
        quote: short(target.quote),
        count: found.count,
      });
    case 'unresolved':
      throw new HoldfastError('passage-unresolved', { itemId: item.id, quote: short(target.quote) });
    default:
      return assertNever(found);
  }
}

function wordsAnchor({ item, text }: Ground, { start, end }: Words): PassageAnchor {
  if (text === null) throw new HoldfastError('internal', { message: 'words without a text' });
  const box = text.map.kind === 'boxes' ? placeInBoxes(text.map, start, end) : null;
  const picture = box === null ? null : pictureRead(item, text);
  const page = picture?.mediaType.startsWith('image/') ? null : (box?.page ?? pageAt(text.map, start));
  const time = timeUnder(text.map, start, end);
  return {
    kind: 'words',
    selectors: [
      ...describeWords(text.text, start, end),
      ...(page === null ? [] : [pageFragment(page)]),
      ...(time === null ? [] : [mediaFragment({ time })]),
      ...(box === null ? [] : [mediaFragment({ area: box.area })]),
    ],
    quote: text.text.slice(start, end),
    start,
    end,
    page,
    from: time?.from ?? null,
    to: time?.to ?? null,
    textSha256: text.sha256,
    textFileId: text.kind === 'canonical' ? null : text.fileId,
    // Where the words stand is measured on the picture they were read from.
    fileId: picture?.parentFileId == null ? null : picture.id,
  };
}

/** The file of the item whose pages or picture a text was read from. */
function pictureRead({ files }: Ground['item'], { fileId }: CanonicalText): ItemFile | null {
  const read = files.find(({ id }) => id === fileId)?.parentFileId;
  return files.find(({ id }) => id === read) ?? null;
}

function timeAnchor({ item, text }: Ground, target: Extract<PassageTarget, { time: unknown }>): PassageAnchor {
  const { time, area } = target;
  if (item.type !== 'video' && item.type !== 'audio')
    throw outside('time', `is for video and audio, not for this kind of item (${item.type})`);
  const duration = durationOf(item.facts);
  if (duration !== null && time.to > duration + CLOCK_SLACK) throw outside('time', `ends after the recording does, at ${duration} seconds`);
  if (area !== undefined) checkArea(area);
  const cues = text === null ? null : cueRange(text.map, time);
  return {
    kind: 'time',
    selectors: [mediaFragment({ time, area }), ...(text === null || cues === null ? [] : describeWords(text.text, cues.start, cues.end))],
    quote: text === null || cues === null ? '' : text.text.slice(cues.start, cues.end),
    start: cues?.start ?? null,
    end: cues?.end ?? null,
    page: null,
    from: time.from,
    to: time.to,
    textSha256: cues === null ? null : (text?.sha256 ?? null),
    textFileId: null,
    fileId: null,
  };
}

function areaAnchor(
  { item, text }: Ground,
  target: Extract<PassageTarget, { area: unknown }> & { page?: number | undefined; fileId?: string | undefined },
): PassageAnchor {
  const { area, page } = target;
  checkArea(area);
  const file = target.fileId === undefined ? null : pictureOf(item, target.fileId);
  if (file === null && item.type !== 'image' && item.type !== 'pdf')
    throw outside('area', `is for images and PDF pages, not for this kind of item (${item.type})`);
  const ofPage = file === null && item.type === 'pdf';
  if (ofPage) checkPage(page, text);
  const selectors = [...(ofPage && page !== undefined ? [pageFragment(page)] : []), mediaFragment({ area })];
  return {
    kind: 'area',
    selectors,
    quote: '',
    start: null,
    end: null,
    page: ofPage ? (page ?? null) : null,
    from: null,
    to: null,
    textSha256: null,
    textFileId: null,
    fileId: file?.id ?? null,
  };
}

function pictureOf(item: Ground['item'], fileId: string): ItemFile {
  const file = item.files.find((one) => one.id === fileId);
  if (file === undefined) throw outside('fileId', 'is no file of this item');
  if (!file.mediaType.startsWith('image/')) throw outside('fileId', `is no picture (${file.mediaType})`);
  return file;
}

function checkArea(area: { x: number; y: number; width: number; height: number }): void {
  if (area.x + area.width > 100.001 || area.y + area.height > 100.001) throw outside('area', 'reaches over the edge of the picture');
}

function checkPage(page: number | undefined, text: CanonicalText | null): void {
  if (page === undefined) throw outside('page', 'is needed for an area of a PDF');
  const last = text?.map.kind === 'pages' ? (text.map.pages.at(-1)?.page ?? null) : null;
  if (last !== null && page > last) throw outside('page', `is past the last page, ${last}`);
}

/** Containers round a duration to a frame or a packet; players count to the end of the last one. */
const CLOCK_SLACK = 0.25;

/** Length of a recording in seconds as ffprobe told it, or null. */
export function durationOf(facts: Item['facts']): number | null {
  const { media } = facts;
  if (media === null || typeof media !== 'object' || Array.isArray(media)) return null;
  const seconds = media['durationSeconds'];
  return typeof seconds === 'number' && seconds > 0 ? seconds : null;
}

function pageAt(map: TextMap, start: number): number | null {
  if (map.kind !== 'pages') return null;
  return map.pages.find((page) => start < page.end)?.page ?? null;
}

/** The cues that sound during a time range, as one stretch of the text; null when none does. */
export function cueRange(map: TextMap, time: { from: number; to: number }): Words | null {
  if (map.kind !== 'cues') return null;
  const sounding = map.cues.filter((cue) => cue.from < time.to && cue.to > time.from && cue.end > cue.start);
  const [first, last] = [sounding[0], sounding.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function timeUnder(map: TextMap, start: number, end: number): { from: number; to: number } | null {
  if (map.kind !== 'cues') return null;
  const under = map.cues.filter((cue) => cue.start < end && cue.end > start);
  const from = Math.min(...under.map((cue) => cue.from));
  const to = Math.max(...under.map((cue) => cue.to));
  return under.length > 0 && to > from ? { from, to } : null;
}

function outside(field: string, problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'passages.create', field, problem });
}

/** Errors quote what was asked for, not a whole page of it. */
function short(quote: string): string {
  return quote.length <= 200 ? quote : `${quote.slice(0, 199)}…`;
}
