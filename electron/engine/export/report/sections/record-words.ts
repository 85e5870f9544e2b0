/** How records of the case are named wherever the report speaks of them. */
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { ExportedItem } from '#shared/model/case-file.ts';
import type { Place } from '#shared/model/claims.ts';
import type { Gathered } from '../../gather-case.ts';
import { foreign, leadTo, type Span, type Words } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';

/** In words, with the date as written (EDTF) where the words could be read in two ways. */
export function dateWords(edtf: string | null): string | null {
  if (edtf === null) return null;
  const inWords = edtfWords(edtf);
  return inWords === edtf ? edtf : `${inWords} (${edtf})`;
}

export function originalOf(item: ExportedItem): ExportedItem['files'][number] | undefined {
  return item.files.find((file) => file.role === 'original' || file.role === 'mhtml') ?? item.files[0];
}

export function titleOf(item: ExportedItem): string {
  return item.given.title ?? item.title;
}

export function partyName(id: string | null, { partyNames }: Pick<Gathered, 'partyNames'>): Span {
  return id === null ? { text: 'Speaker not recorded' } : foreign(partyNames.get(id) ?? 'A party that is not part of this case file');
}

/** A claim by its number, leading to it where it is in the report. */
export function claimLink(id: string, { numbers, claims }: ReportInput): Span {
  const number = numbers.claims.get(id) ?? 'a claim';
  return claims.has(id) ? leadTo(`claim-${id}`, number) : { text: `${number} (not part of this case file)` };
}

export function exhibitLink(itemId: string, { numbers, gathered }: ReportInput): Span {
  const number = numbers.items.get(itemId) ?? 'a source';
  return gathered.items.has(itemId) ? leadTo(`item-${itemId}`, number) : { text: `${number} (not part of this case file)` };
}

export function placeWords(place: Place | null): Words | null {
  if (place === null) return null;
  const names = Object.values(place.names).filter((name) => name !== place.name);
  const point = place.latitude === null || place.longitude === null ? [] : [`${place.latitude}, ${place.longitude}`];
  const more = [...(place.precision === 'unknown' ? [] : [`as exact as: ${place.precision}`]), ...point].join('; ');
  return [foreign(place.name), ...names.flatMap((name) => [' / ', foreign(name)]), more === '' ? '' : ` (${more})`];
}

export function entriesWords(entries: readonly number[]): string {
  return entries.map((seq) => `no. ${seq}`).join(', ');
}

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Hours, minutes and seconds as players show them. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}${seconds === whole ? '' : (seconds % 1).toFixed(1).slice(1)}`;
}
