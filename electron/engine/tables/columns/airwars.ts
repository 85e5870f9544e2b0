/** Airwars-like columns: names of fields as casualty recorders after Airwars use them (FIELDS of the field). */
import type { ClaimRecord, IncidentRecord, PartyRecord } from '#shared/model/tables.ts';
import { neededColumn, textColumn, toldColumn, wordColumn, type Column } from './column.ts';
import { dateColumns, figureColumns, groupColumns, otherNamesColumn, unitColumn, victimNamesColumn } from './flat-columns.ts';
import { idColumn, speakerColumn } from './holdfast.ts';
import { partiesColumn } from './list-columns.ts';
import { coordinate, nameIn, placeName, precision } from './place-columns.ts';

type Placed = IncidentRecord | ClaimRecord;
const where = <Row extends Placed>() =>
  [
    placeName('place_name'),
    nameIn('place_name_ar', 'ar'),
    nameIn('place_name_he', 'he'),
    nameIn('place_name_uk', 'uk'),
    coordinate('latitude', 'latitude'),
    coordinate('longitude', 'longitude'),
    precision('geolocation_accuracy'),
  ] as unknown as Column<Row>[];

export const airwarsIncidents: readonly Column<IncidentRecord>[] = [
  neededColumn('incident_code', 'code'),
  neededColumn('incident_title', 'title'),
  textColumn('strike_type', 'kind'),
  ...dateColumns<IncidentRecord>('incident_date', 'incident_date_end'),
  ...where<IncidentRecord>(),
  partiesColumn('belligerents'),
  toldColumn('harm_status'),
  toldColumn('killed_min'),
  toldColumn('killed_max'),
  toldColumn('injured_min'),
  toldColumn('injured_max'),
  textColumn('notes', 'note'),
];

/** Groups of the Airwars casualty table, by the words of Holdfast's vocabulary. */
const groups = { civilians: 'civilians', children: 'children', women: 'women', men: 'men', journalists: 'journalists', health_personnel: 'health workers', human_rights_defenders: 'human rights defenders', belligerents: 'combatants', undetermined: 'unidentified' }; // prettier-ignore

export const airwarsClaims: readonly Column<ClaimRecord>[] = [
  idColumn('claim_id'),
  textColumn('incident_code', 'incident', null),
  neededColumn('harm', 'act'),
  wordColumn('statement', 'modality'),
  ...figureColumns('number_min', 'number_max'),
  unitColumn('unit'),
  ...Object.entries(groups).flatMap(([name, group]) => groupColumns(`${name}_min`, `${name}_max`, group)),
  ...dateColumns<ClaimRecord>('date', 'date_end'),
  ...where<ClaimRecord>(),
  textColumn('cause_of_harm', 'cause', null),
  partiesColumn('belligerents'),
  victimNamesColumn('victims'),
  speakerColumn('source'),
  textColumn('source_date', 'saidAt', null),
  textColumn('notes', 'note'),
];

export const airwarsParties: readonly Column<PartyRecord>[] = [
  idColumn('belligerent_id'),
  neededColumn('belligerent_name', 'name'),
  wordColumn('belligerent_type', 'kind'),
  otherNamesColumn('other_names'),
  textColumn('notes', 'note'),
];
