/** Columns whose cell is a list: chains, parties, victims, aliases, places, relations, evidence. */
import type { Place, Victim } from '#shared/model/claims.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, PartyRef } from '#shared/model/tables.ts';
import { readEntries, writeEntries, type Entry } from '../entries.ts';
import { toNumber, type Column } from './column.ts';
import { refText, toRef } from './refs.ts';

const one = (entry: Map<string, string[]>, key: string): string => entry.get(key)?.at(-1) ?? '';
const orNull = (text: string): string | null => (text === '' ? null : text);
const namesOf = (entry: Map<string, string[]>): Record<string, string> =>
  Object.fromEntries([...entry].filter(([key]) => key.startsWith('name:')).map(([key, values]) => [key.slice(5), values.at(-1) ?? '']));
const namePairs = (names: Record<string, string>): Entry =>
  Object.entries(names)
    .sort()
    .map(([language, name]) => [`name:${language}`, name]);

type ListSpec<Row, One> = {
  field: keyof Row & string;
  main: string;
  keys: readonly string[];
  write: (one: One) => Entry;
  read: (entry: Map<string, string[]>) => unknown;
};

function listColumn<Row, One>(name: string, { field, main, keys, write, read }: ListSpec<Row, One>): Column<Row> {
  return {
    name,
    field,
    put: (row) => writeEntries((row[field] as One[]).map(write), main),
    take: (text, draft) => {
      draft[field] = readEntries(text, main, keys).map(read);
    },
  };
}

export const viaColumn = (name: string): Column<ClaimRecord> =>
  listColumn<ClaimRecord, ClaimRecord['via'][number]>(name, {
    field: 'via',
    main: 'party',
    keys: ['medium', 'item', 'date'],
    write: ({ party, medium, itemId, date }) => [['party', refText(party)], ['medium', medium], ['item', itemId], ['date', date]], // prettier-ignore
    read: (entry) => ({ party: toRef(one(entry, 'party')), medium: one(entry, 'medium'), itemId: orNull(one(entry, 'item')), date: orNull(one(entry, 'date')) }), // prettier-ignore
  });

type WithParties = { parties: { party: PartyRef; role: string }[] };
export const partiesColumn = <Row extends WithParties>(name: string): Column<Row> =>
  listColumn<WithParties, WithParties['parties'][number]>(name, {
    field: 'parties',
    main: 'party',
    keys: ['role'],
    write: ({ party, role }) => [['party', refText(party)], ['role', role]], // prettier-ignore
    read: (entry) => ({ party: toRef(one(entry, 'party')) ?? { id: null, name: '' }, role: one(entry, 'role') }),
  });

export const victimsColumn = (name: string): Column<ClaimRecord> =>
  listColumn<ClaimRecord, Victim>(name, {
    field: 'victims',
    main: 'name',
    keys: ['name:', 'gender', 'age min', 'age max', 'note'],
    write: (victim) => [['name', victim.name], ...namePairs(victim.names), ['gender', victim.gender === 'unknown' ? '' : victim.gender], ['age min', victim.ageMin], ['age max', victim.ageMax], ['note', victim.note]], // prettier-ignore
    read: (entry) => ({ name: one(entry, 'name'), names: namesOf(entry), gender: orNull(one(entry, 'gender')) ?? 'unknown', ageMin: toNumber(one(entry, 'age min')), ageMax: toNumber(one(entry, 'age max')), note: one(entry, 'note') }), // prettier-ignore
  });

export const secondaryPlacesColumn: Column<IncidentRecord> = listColumn<IncidentRecord, Place>('secondary places', {
  field: 'secondaryPlaces',
  main: 'name',
  keys: ['name:', 'latitude', 'longitude', 'precision'],
  write: (place) => [['name', place.name], ...namePairs(place.names), ['latitude', place.latitude], ['longitude', place.longitude], ['precision', place.precision]], // prettier-ignore
  read: (entry) => ({ name: one(entry, 'name'), names: namesOf(entry), latitude: toNumber(one(entry, 'latitude')), longitude: toNumber(one(entry, 'longitude')), precision: orNull(one(entry, 'precision')) ?? 'unknown' }), // prettier-ignore
});

export const aliasesColumn = (name: string): Column<PartyRecord> =>
  listColumn<PartyRecord, PartyRecord['aliases'][number]>(name, {
    field: 'aliases',
    main: 'name',
    keys: ['language'],
    write: (alias) => [['name', alias.name], ['language', alias.language]], // prettier-ignore
    read: (entry) => ({ name: one(entry, 'name'), language: orNull(one(entry, 'language')) }),
  });

type Related<To> = { relation: string; to: To; when: string | null; note: string };

/** `toText` and `fromText`: how what a relation leads to stands in a cell. */
export function relationsColumn<Row, To>(name: string, toText: (to: To) => string, fromText: (text: string) => unknown): Column<Row> {
  return listColumn<Row, Related<To>>(name, {
    field: 'relations' as keyof Row & string,
    main: 'relation',
    keys: ['to', 'when', 'note'],
    write: ({ relation, to, when, note }) => [['relation', relation], ['to', toText(to)], ['when', when], ['note', note]], // prettier-ignore
    read: (entry) => ({ relation: one(entry, 'relation'), to: fromText(one(entry, 'to')), when: orNull(one(entry, 'when')), note: one(entry, 'note') }), // prettier-ignore
  });
}

export const evidenceColumn: Column<ClaimRecord> = listColumn<ClaimRecord, ClaimRecord['evidence'][number]>('evidence', {
  field: 'evidence',
  main: 'passage',
  keys: ['stance', 'note'],
  write: ({ passageId, stance, note }) => [['passage', passageId], ['stance', stance], ['note', note]], // prettier-ignore
  read: (entry) => ({ passageId: one(entry, 'passage'), stance: one(entry, 'stance'), note: one(entry, 'note') }),
});
