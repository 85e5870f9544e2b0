/** HURIDOCS-like columns: events, acts and persons in the terms of the Events Standard Formats, one flat row each. */
import type { ClaimRecord, IncidentRecord, PartyRecord } from '#shared/model/tables.ts';
import { neededColumn, textColumn, toldColumn, wordColumn, type Column } from './column.ts';
import { dateColumns, figureColumns, otherNamesColumn, unitColumn, victimNamesColumn } from './flat-columns.ts';
import { idColumn, speakerColumn } from './holdfast.ts';
import { partiesColumn, relationsColumn } from './list-columns.ts';
import { placeName } from './place-columns.ts';

const same = (text: string) => text;

/** Event format. */
export const huridocsIncidents: readonly Column<IncidentRecord>[] = [
  neededColumn('event_record_number', 'code'),
  neededColumn('event_title', 'title'),
  textColumn('event_type', 'kind'),
  ...dateColumns<IncidentRecord>('initial_date', 'final_date'),
  placeName('geographical_term'),
  partiesColumn('involvement'),
  relationsColumn<IncidentRecord, string>('chain_of_events', same, same),
  toldColumn('violation_status'),
  textColumn('event_description', 'note'),
];

/** Act, Involvement and Information formats in one row. */
export const huridocsClaims: readonly Column<ClaimRecord>[] = [
  idColumn('act_record_number'),
  textColumn('event', 'incident', null),
  neededColumn('type_of_act', 'act'),
  wordColumn('information_modality', 'modality'),
  ...figureColumns('counting_unit_min', 'counting_unit_max'),
  unitColumn('counting_unit'),
  victimNamesColumn('victims'),
  ...dateColumns<ClaimRecord>('initial_date', 'final_date'),
  placeName('exact_location'),
  textColumn('method_of_violence', 'cause', null),
  partiesColumn('involvement'),
  speakerColumn('source'),
  textColumn('date_of_source_material', 'saidAt', null),
  toldColumn('reliability_of_information'),
  textColumn('remarks', 'note'),
];

/** Person format. */
export const huridocsParties: readonly Column<PartyRecord>[] = [
  idColumn('person_record_number'),
  neededColumn('person_name', 'name'),
  wordColumn('person_type', 'kind'),
  otherNamesColumn('other_names'),
  textColumn('remarks', 'note'),
];
