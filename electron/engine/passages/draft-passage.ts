/** From what a person pointed at to a passage that stands in the item, or a refusal. Pure: no database, no clock. */
import { describeWords, isRangeOf } from '#shared/anchoring/describe-words.ts';
import { findQuote } from '#shared/anchoring/find-quote.ts';
import { assertNever, HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, TextMap } from '#shared/model/items.ts';
import type { Passage, PassageTarget, Selector } from '#shared/model/passages.ts';
import { resolveWords } from '#shared/anchoring/resolve-words.ts';
import { wholeLetters } from '#shared/anchoring/word-edges.ts';
import { pagesOf } from '#shared/anchoring/text-places.ts';
import { areaAnchor, checkArea, outside } from './area-anchor.ts';
import { mediaFragment } from './media-fragment.ts';
import { plainSelectors, timeUnder } from './native-selectors.ts';

export type PassageAnchor = Pick<
  Passage,
  'kind' | 'selectors' | 'quote' | 'start' | 'end' | 'page' | 'from' | 'to' | 'textSha256' | 'textFileId' | 'fileId'
>;
/** What a target is measured against. */
export type Ground = { item: Pick<Item, 'id' | 'type' | 'facts' | 'files'>; text: CanonicalText | null };

type Words = { start: number; end: number };

/**
 * Throws `passage-unresolved` when the words do not stand where they are said to, `passage-ambiguous` when a bare
 * quote could mean several places, `wrong-input` when a time or area lies outside the item. `native`: the selectors of
 * the kind's own for words (native-selectors.ts), which need files; without them the pages or the time alone.
 */
export function draftPassage(ground: Ground, target: PassageTarget, native?: Selector[]): PassageAnchor {
  const words = wordsMeant(ground, target);
  if (words !== null) return resolving(ground, wordsAnchor(ground, words, native));
  if ('time' in target) return resolving(ground, timeAnchor(ground, target));
  if ('area' in target) return areaAnchor(ground, target);
  throw new HoldfastError('internal', { message: 'a target that marks nothing' });
}

/** The last look before anything is written: what would not be found again at its place is refused, however it was pointed at. */
function resolving({ item, text }: Ground, anchor: PassageAnchor): PassageAnchor {
  const resolved = anchor.start === null ? null : resolveWords(text?.text ?? '', anchor.selectors);
  if (resolved !== null && (resolved.state !== 'exact' || resolved.start !== anchor.start))
    throw new HoldfastError('passage-unresolved', { itemId: item.id, quote: short(anchor.quote) });
  return anchor;
}

/**
 * The words a target means, found in the text; null when it means none. Throws as draftPassage does. Widened to whole
 * letters, so that none is quoted without the marks it carries.
 */
export function wordsMeant(ground: Ground, target: PassageTarget): Words | null {
  if (!('quote' in target)) return null;
  const { start, end } = 'start' in target ? offsetsOf(ground, target) : placeOf(ground, target);
  return wholeLetters(ground.text?.text ?? '', start, end);
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

function wordsAnchor({ item, text }: Ground, { start, end }: Words, native?: Selector[]): PassageAnchor {
  if (text === null) throw new HoldfastError('internal', { message: 'words without a text' });
  const time = timeUnder(text.map, { start, end });
  return {
    kind: 'words',
    selectors: [...describeWords(text.text, start, end), ...(native ?? plainSelectors(text, { start, end }))],
    quote: text.text.slice(start, end),
    start,
    end,
    page: hasPages(item, text) ? pageAt(text, { start, end }) : null,
    from: time?.from ?? null,
    to: time?.to ?? null,
    textSha256: text.sha256,
    textFileId: text.kind === 'canonical' ? null : text.fileId,
    fileId: pictureRead(item, text),
  };
}

/** Words read from a picture are on no page, even where the map of their text counts it as the first. */
function hasPages(item: Ground['item'], text: CanonicalText): boolean {
  return text.map.kind !== 'boxes' || (item.type === 'pdf' && pictureRead(item, text) === null);
}

/** The picture whose words a text is, where that is not the original: boxes are measured on it. */
function pictureRead(item: Ground['item'], { kind, fileId, map }: CanonicalText): string | null {
  if (kind === 'canonical' || map.kind !== 'boxes') return null;
  const parent = item.files.find((one) => one.id === item.files.find((file) => file.id === fileId)?.parentFileId);
  return parent === undefined || parent.role === 'original' ? null : parent.id;
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

/** Containers round a duration to a frame or a packet; players count to the end of the last one. */
const CLOCK_SLACK = 0.25;

/** The second at which a recording ends, in its own time (which need not begin at zero), as ffprobe told it; or null. */
export function durationOf(facts: Item['facts']): number | null {
  const { media } = facts;
  if (media === null || typeof media !== 'object' || Array.isArray(media)) return null;
  const { durationSeconds: seconds, startSeconds: start } = media;
  if (typeof seconds !== 'number' || seconds <= 0) return null;
  return seconds + (typeof start === 'number' ? Math.max(0, start) : 0);
}

/** The first page the words stand on. */
function pageAt({ text, map }: CanonicalText, words: Words): number | null {
  if (map.kind === 'boxes') return map.words.find((word) => word.end > words.start && word.start < words.end)?.page ?? null;
  if (map.kind !== 'pages') return null;
  return pagesOf(text, map, words)[0]?.page ?? map.pages.find((page) => words.start < page.end)?.page ?? null;
}

/** The cues that sound during a time range, as one stretch of the text; null when none does. */
export function cueRange(map: TextMap, time: { from: number; to: number }): Words | null {
  if (map.kind !== 'cues') return null;
  const sounding = map.cues.filter((cue) => cue.from < time.to && cue.to > time.from && cue.end > cue.start);
  const [first, last] = [sounding[0], sounding.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Errors quote what was asked for, not a whole page of it. */
function short(quote: string): string {
  return quote.length <= 200 ? quote : `${quote.slice(0, 199)}…`;
}
