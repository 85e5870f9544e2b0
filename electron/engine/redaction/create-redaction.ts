import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { RedactionMade, RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { openSource, type MediaSource } from '../media/media-source.ts';
import { checkRegions, type Extent } from './check-regions.ts';
import type { CoveredRange } from './covered-words.ts';
import { keepRedaction } from './keep-redaction.ts';
import { findLeaks } from './leaks/find-leaks.ts';
import { foldWords } from './leaks/fold-words.ts';
import { LeakScanner } from './leaks/leak-scanner.ts';
import { needlesOf } from './leaks/needles.ts';
import { countFolded } from './leaks/search-folded.ts';
import { copyMedia, copyPdf, copyPicture, type MadeCopy, type Work } from './make-copy.ts';
import { placedRanges, withheldPhrases, withheldRanges, type WithheldPhrase } from './redacted-words.ts';
import { redactionGround, type Ground } from './redaction-ground.ts';
import { joinOverSpaces, withholdWords } from './text/withhold-words.ts';

/** In bytes of any kind a short word stands by chance; one as long as this does not. */
const SURE_LETTERS = 8;

/**
 * Makes a redacted copy of a file and of its text, reads both back, and keeps them as derived files beside the withheld
 * original, with the places and their reasons, in one act (`redaction.made`). When anything fails nothing is kept.
 * @throws HoldfastError case-read-only, not-found, wrong-input, redaction-region, redaction-note, redaction-failed,
 *   blob-missing, pdf-password, pdf-password-wrong, pdf-damaged, image-unreadable, image-too-large, media-unreadable,
 *   helper-missing, helper-failed, helper-timeout; AbortError when cancelled
 */
export async function createRedaction(ctx: CaseContext, input: ParsedInput<'redactions.create'>): Promise<RedactionMade> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const ground = await redactionGround(ctx, input);
  const { regions, password, jobId } = input;
  return ctx.jobs.run({ id: jobId, kind: 'redaction', subject: ground.file.name, unit: 'steps' }, async ({ signal, progress }) => {
    const source = ground.kind === 'media' ? await sourceOf(ctx, ground, signal) : null;
    checkRegions(ground, source === null ? null : extentOf(source), regions);
    const stage = await ctx.store.stagingPath(`redacted-${randomUUID()}`);
    const work: Work = { ground, regions, password, stage, signal, progress: (done, total) => progress({ done, total }) };
    const copy = await copyOf(ctx, work, source).catch(async (error: unknown) => {
      for (const suffix of ['.pdf', '.png', '.proxy.mp4', '.proxy.webm']) await rm(stage + suffix, { force: true });
      throw error;
    });
    try {
      const places = { regions, covered: copy?.covered ?? [] };
      await requireNoWords(ground, places, copy);
      signal.throwIfAborted();
      const redaction = await keepRedaction(ctx, { ground, places, copy, signal });
      return { redaction, elsewhere: elsewhere(ground, places) };
    } finally {
      if (copy !== null) await rm(copy.path, { force: true });
    }
  });
}

async function sourceOf(ctx: CaseContext, { file }: Ground, signal: AbortSignal): Promise<MediaSource> {
  try {
    return await openSource(ctx, file.id, signal);
  } catch (error) {
    if (error instanceof HoldfastError) throw new HoldfastError(error.code, { ...error.facts, path: file.name }, error);
    throw error;
  }
}

function extentOf({ probe, picture, sound }: MediaSource): Extent {
  const { duration, start_time: start } = probe.format ?? {};
  const length = Number(duration);
  return { end: length > 0 ? length + (Number(start) || 0) : null, hasPicture: picture !== null, hasSound: sound !== null };
}

/** Null where a text is all there is. */
async function copyOf(ctx: CaseContext, work: Work, source: MediaSource | null): Promise<MadeCopy | null> {
  switch (work.ground.kind) {
    case 'pdf':
      return copyPdf(ctx, work);
    case 'picture':
      return copyPicture(ctx, work);
    case 'media':
      return source === null ? null : copyMedia(source, work);
    case 'text':
      return null;
  }
}

type Places = { regions: readonly RedactionRegion[]; covered: readonly CoveredRange[] };

/** What is withheld stands in no note of the log, and not in the bytes of the copy. */
async function requireNoWords({ text, file }: Ground, places: Places, copy: MadeCopy | null): Promise<void> {
  if (text === null) return;
  const withheld = withheldPhrases([text], places);
  for (const [index, { note }] of places.regions.entries())
    if (note !== '' && withheld.some(({ needles }) => findLeaks(needles.filter(givesAway), note).length > 0))
      throw new HoldfastError('redaction-note', { number: index + 1 });
  const phrases = withheld.map(({ words }) => words);
  if (copy === null || !/pdf|png/.test(copy.mediaType)) return;
  const scanner = new LeakScanner(phrases.filter((words) => foldWords(words).trim().length >= SURE_LETTERS));
  for await (const bytes of createReadStream(copy.path)) scanner.write(bytes as Buffer);
  if (scanner.end().some(({ needle }) => needle.folded.length >= SURE_LETTERS))
    throw new HoldfastError('redaction-failed', { path: file.name, problem: 'withheld words were found in the bytes of the copy' });
}

/** A word that the copy still holds, or one that is written small as words of no one are, gives nothing away by itself. */
function givesAway({ kind, written, standsElsewhere }: WithheldPhrase['needles'][number]): boolean {
  return kind === 'phrase' || (!standsElsewhere && !/^\p{Ll}+$/u.test(written));
}

/** For each place: how often its words still stand in what is left of the text. */
function elsewhere({ text }: Ground, places: Places): RedactionMade['elsewhere'] {
  if (text === null) return [];
  const left = foldWords(withholdWords(text.text, withheldRanges(text, places)));
  return places.regions.flatMap((_region, region) => {
    const ranges = joinOverSpaces(text.text, placedRanges(text, places).filter((one) => one.region === region)); // prettier-ignore
    const needles = needlesOf(ranges.map(({ start, end }) => text.text.slice(start, end))).filter(({ kind }) => kind === 'phrase');
    const times = needles.reduce((sum, needle) => sum + countFolded(left, needle), 0);
    return times === 0 ? [] : [{ region, times }];
  });
}
