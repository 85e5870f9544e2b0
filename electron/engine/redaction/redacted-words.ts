/** The words that redactions withhold, for whoever must see to it that they are nowhere in what is handed on. */
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { filesOf, getFile } from '../items/get-file.ts';
import { getText } from '../items/get-text.ts';
import { coveredByMap, type CoveredRange } from './covered-words.ts';
import { foldWords } from './leaks/fold-words.ts';
import { needlesOf, type Needle } from './leaks/needles.ts';
import { countFolded } from './leaks/search-folded.ts';
import { textsOf } from './redaction-ground.ts';
import type { KeptRedaction } from './redaction-rows.ts';
import { joinOverSpaces, mergeRanges, withholdWords } from './text/withhold-words.ts';

export type WithheldPhrase = {
  redactionId: string;
  itemId: string;
  /** The words as they stand in the original. They are secret: never into a file, a log or an error. */
  words: string;
  /** What to look for; `standsElsewhere`: it is also in the part of the same texts that is not withheld. */
  needles: (Needle & { standsElsewhere: boolean })[];
};

/**
 * What the words and areas of these redactions withhold, from every text of the item in which their places are known:
 * its canonical text, words read from its pictures, and what is said in muted times. Places of a picture whose words
 * nobody read are not words anyone can look for.
 */
export async function redactedWords(ctx: CaseContext, redactions: readonly KeptRedaction[]): Promise<WithheldPhrase[]> {
  const found: WithheldPhrase[] = [];
  for (const { id, itemId, fileId, regions, covered } of redactions) {
    const item = { id: itemId, files: await filesOf(ctx, itemId) };
    const texts = await textsWithheld(ctx, item, { fileId, regions, covered });
    found.push(...withheldPhrases(texts, { regions, covered }).map((one) => ({ redactionId: id, itemId, ...one })));
  }
  return found;
}

type Places = { regions: readonly RedactionRegion[]; covered: readonly CoveredRange[] };

async function textsWithheld(
  ctx: CaseContext,
  item: Parameters<typeof textsOf>[1],
  { fileId, regions, covered }: Places & { fileId: string },
): Promise<CanonicalText[]> {
  const texts = new Map((await textsOf(ctx, item, await getFile(ctx, fileId))).map((text) => [text.fileId, text]));
  const named = [
    ...regions.flatMap((region) => (region.kind === 'words' ? [region.textFileId] : [])),
    ...covered.map((one) => one.textFileId),
  ];
  for (const one of new Set(named)) {
    const text = await getText(ctx, item.id, one);
    if (text !== null) texts.set(text.fileId, text);
  }
  return [...texts.values()];
}

/** Pure: the phrases of each text, and for each needle whether it stands in the rest of these texts too. */
export function withheldPhrases(texts: readonly CanonicalText[], places: Places): Pick<WithheldPhrase, 'words' | 'needles'>[] {
  const withheld = texts.map((text) => ({ text: text.text, ranges: withheldRanges(text, places) }));
  const left = withheld.filter(({ ranges }) => ranges.length > 0).map(({ text, ranges }) => foldWords(withholdWords(text, ranges)));
  const phrases = new Set(withheld.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end))));
  return [...phrases].map((words) => ({
    words,
    needles: needlesOf([words]).map((needle) => ({
      ...needle,
      standsElsewhere: left.some((rest) => countFolded(rest, needle, 1) > 0),
    })),
  }));
}

/** The stretches of one text that are withheld, in order; neighbours on one line are one. */
export function withheldRanges(text: CanonicalText, { regions, covered }: Places): TextRange[] {
  return joinOverSpaces(text.text, mergeRanges(placedRanges(text, { regions, covered })));
}

/** The same, each with its region. */
export function placedRanges(text: CanonicalText, { regions, covered }: Places): (TextRange & { region: number })[] {
  const named = regions.flatMap((one, region) => {
    if (one.kind !== 'words') return [];
    const isThis = one.textFileId === text.fileId || (one.textFileId === null && text.kind === 'canonical');
    return isThis ? [{ region, start: one.start, end: one.end }] : [];
  });
  const stored = covered.filter(({ textFileId }) => textFileId === text.fileId);
  return [...named, ...stored, ...coveredByMap(text, regions)].map(({ region, start, end }) => ({ region, start, end }));
}
