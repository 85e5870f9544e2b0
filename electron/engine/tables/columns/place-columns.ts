import type { Place } from '#shared/model/claims.ts';
import { readEntries, writeEntries } from '../entries.ts';
import { orNull, toNumber, type Column, type Draft } from './column.ts';

type Row = { place: Place | null };
/** Parts of a place as cells gave them. `otherNames` are put over those that are known; `names` take their place. */
export type PlaceDraft = Partial<Place> & { otherNames?: Record<string, string> };

const draftOf = (draft: Draft) => (draft['place'] ??= {}) as PlaceDraft;

/** Where, in Holdfast's own columns: name, names in other scripts, coordinates (WGS 84 degrees) and precision class. */
export const placeColumns: readonly Column<Row>[] = [
  placeName('place'),
  {
    name: 'place names',
    field: 'place',
    put: ({ place }) => (place === null ? null : writeNames(place.names)),
    take: (text, draft) => {
      draftOf(draft).names = readNames(text);
    },
  },
  coordinate('latitude', 'latitude'),
  coordinate('longitude', 'longitude'),
  precision('precision'),
];

export function placeName(name: string): Column<Row> {
  return {
    name,
    field: 'place',
    put: ({ place }) => place?.name ?? null,
    take: (text, draft) => {
      draftOf(draft).name = text.trim();
    },
  };
}

export function coordinate(name: string, part: 'latitude' | 'longitude'): Column<Row> {
  return {
    name,
    field: 'place',
    put: ({ place }) => place?.[part] ?? null,
    take: (text, draft) => {
      draftOf(draft)[part] = toNumber(text);
    },
  };
}

export function precision(name: string): Column<Row> {
  return {
    name,
    field: 'place',
    put: ({ place }) => (place === null ? null : place.precision),
    take: (text, draft) => {
      const word = orNull(text);
      draftOf(draft).precision = (word ?? 'unknown') as Place['precision'];
    },
  };
}

/** The name in one language, in a column of its own. */
export function nameIn(name: string, language: string): Column<Row> {
  return {
    name,
    field: 'place',
    put: ({ place }) => place?.names[language] ?? null,
    take: (text, draft) => {
      const place = draftOf(draft);
      place.otherNames = { ...place.otherNames, [language]: text.trim() };
    },
  };
}

export const writeNames = (names: Record<string, string>): string =>
  Object.entries(names).length === 0 ? '' : writeEntries([Object.entries(names).sort()], '');

export function readNames(text: string): Record<string, string> {
  const pairs = readEntries(text, '', ['*']).flatMap((entry) => [...entry].map(([language, values]) => [language, values.at(-1) ?? '']));
  return Object.fromEntries(pairs) as Record<string, string>;
}
