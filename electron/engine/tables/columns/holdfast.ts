/** Holdfast's own columns: one row a thing, nothing lost. */
import type { ClaimRecord, IncidentRecord, PartyRecord } from '#shared/model/tables.ts';
import { neededColumn, orNull, textColumn, toldColumn, wordColumn, type Column } from './column.ts';
import {
  aliasesColumn,
  evidenceColumn,
  partiesColumn,
  relationsColumn,
  secondaryPlacesColumn,
  victimsColumn,
  viaColumn,
} from './list-columns.ts';
import { placeColumns } from './place-columns.ts';
import { refText, toRef } from './refs.ts';

export const speakerColumn = (name: string): Column<ClaimRecord> => ({
  name,
  field: 'speaker',
  put: ({ speaker }) => refText(speaker),
  take: (text, draft) => {
    draft['speaker'] = toRef(text);
  },
});

export const idColumn = <Row extends { id: string | null }>(name: string): Column<Row> => ({
  name,
  field: 'id',
  put: ({ id }) => id,
  take: (text, draft) => {
    draft['id'] = orNull(text)?.trim().toLowerCase() ?? null;
  },
});

const same = (text: string) => text;

/** Before the numbered quantities, and after them; own fields come last. */
export const holdfastClaims: readonly [before: readonly Column<ClaimRecord>[], after: readonly Column<ClaimRecord>[]] = [
  [idColumn('id'), neededColumn('act', 'act'), wordColumn('modality', 'modality')],
  [
    speakerColumn('speaker'),
    viaColumn('via'),
    textColumn('saidAt', 'saidAt', null),
    textColumn('when', 'when', null),
    ...(placeColumns as readonly Column<ClaimRecord>[]),
    textColumn('cause', 'cause', null),
    partiesColumn('parties'),
    victimsColumn('victims'),
    textColumn('incident', 'incident', null),
    relationsColumn<ClaimRecord, string>('relations', same, same),
    evidenceColumn,
    textColumn('note', 'note'),
  ],
];

export const holdfastIncidents: readonly Column<IncidentRecord>[] = [
  idColumn('id'),
  neededColumn('code', 'code'),
  neededColumn('title', 'title'),
  textColumn('kind', 'kind'),
  textColumn('when', 'when', null),
  ...(placeColumns as readonly Column<IncidentRecord>[]),
  secondaryPlacesColumn,
  partiesColumn('parties'),
  relationsColumn<IncidentRecord, string>('relations', same, same),
  textColumn('note', 'note'),
];

export const holdfastParties: readonly Column<PartyRecord>[] = [
  idColumn('id'),
  neededColumn('name', 'name'),
  wordColumn('kind', 'kind'),
  aliasesColumn('aliases'),
  relationsColumn<PartyRecord, PartyRecord['relations'][number]['to']>(
    'relations',
    refText,
    (text) => toRef(text) ?? { id: null, name: '' },
  ),
  textColumn('note', 'note'),
  toldColumn('merged into'),
];
