/** The texts of a recording that run along with it: what they are, whose they are, which one to show. Pure. */
import type { TextHead } from '#shared/model/items.ts';

export type Track = TextHead;

/** What is shown: a text, and a translation of it beside it. */
export type Shown = { main: string | null; beside: string | null };

/** What a person chose; `undefined` where it is left to us, null for nothing beside. */
export type Chosen = { main?: string | null | undefined; beside?: string | null | undefined };

/** Transcripts and translations, the canonical one first. */
export function tracksOf(texts: readonly TextHead[]): readonly Track[] {
  return texts.filter(({ kind }) => kind === 'canonical' || kind === 'transcript' || kind === 'translation');
}

export const translates = ({ toolParameters }: Track): string | null => words(toolParameters?.['translates']);
export const corrects = ({ toolParameters }: Track): string | null => words(toolParameters?.['corrects']);

/** Whether a later text was made to stand in the place of this one. */
export function isCorrected(tracks: readonly Track[], { fileId }: Track): boolean {
  return tracks.some((one) => corrects(one) === fileId);
}

/** What a person chose, where it still stands; else the canonical text, or the newest that nothing corrects. */
export function shownOf(tracks: readonly Track[], chosen: Chosen): Shown {
  const main = chosen.main != null && has(tracks, chosen.main) ? chosen.main : (usual(tracks)?.fileId ?? null);
  if (chosen.beside === null) return { main, beside: null };
  if (chosen.beside !== undefined && chosen.beside !== main && has(tracks, chosen.beside)) return { main, beside: chosen.beside };
  const own = lineage(tracks, main)
    .map((fileId) => tracks.findLast((one) => one.kind === 'translation' && translates(one) === fileId && !isCorrected(tracks, one)))
    .find((one) => one !== undefined);
  return { main, beside: own?.fileId ?? null };
}

/** A text and those it corrects, back to the first: a translation of an earlier one still says what is said. */
function lineage(tracks: readonly Track[], fileId: string | null): string[] {
  const found: string[] = [];
  let at = fileId;
  while (at !== null && !found.includes(at)) {
    found.push(at);
    const track = tracks.find((one) => one.fileId === at);
    at = track === undefined ? null : corrects(track);
  }
  return found;
}

/** Translations that may stand beside a text: those of it first, then those of no text that is known. */
export function besides(tracks: readonly Track[], main: string | null): readonly Track[] {
  const others = tracks.filter((one) => one.kind === 'translation' && one.fileId !== main);
  return [...others.filter((one) => translates(one) === main), ...others.filter((one) => translates(one) !== main)];
}

function usual(tracks: readonly Track[]): Track | undefined {
  const canonical = tracks.find(({ kind }) => kind === 'canonical');
  if (canonical !== undefined && !isCorrected(tracks, canonical)) return canonical;
  const spoken = tracks.filter((one) => one.kind !== 'translation' && !isCorrected(tracks, one));
  return spoken.at(-1) ?? canonical ?? tracks.find((one) => !isCorrected(tracks, one)) ?? tracks[0];
}

const has = (tracks: readonly Track[], fileId: string) => tracks.some((one) => one.fileId === fileId);
const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
