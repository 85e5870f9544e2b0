/** Claims, incidents and parties as tables: what a row holds, what becomes of each when it is imported. */
import { z } from 'zod';
import { claimFields, claimParty, viaHop } from './claims.ts';
import { edtf } from './edtf.ts';
import { incidentFields } from './incidents.ts';
import { partyFields } from './parties.ts';
import { id, sha256, timestamp } from './primitives.ts';
import { linkRelations } from './record-links.ts';
import { stances } from './vocabulary.ts';

export const tableKinds = ['claims', 'incidents', 'parties'] as const;
export type TableKind = (typeof tableKinds)[number];
export const tableFormats = ['csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];
/** `holdfast` loses nothing; the others are the flat sets that the field's databases read. */
export const columnSets = ['holdfast', 'airwars', 'huridocs'] as const;
export type ColumnSet = (typeof columnSets)[number];

/** Encodings a person can say a file is in; the ones that programs of the region write. */
export const tableEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6', 'windows-1252', 'windows-1255', 'windows-1251', 'windows-1254'] as const; // prettier-ignore

/** A party by its id, and by the name a person knows it under; one of the two is enough. */
export const partyRef = z.object({ id: id.nullable().default(null), name: z.string().trim().max(2000).default('') });
export type PartyRef = z.infer<typeof partyRef>;
const tableParty = z.object({ party: partyRef, role: claimParty.shape.role });
const more = { when: edtf.nullable().default(null), note: z.string().max(10_000).default('') };
const code = z.string().trim().min(1).max(200);

/** A claim as a row. `incident` is a code, `relations[].to` the id of a claim, `evidence[].passageId` a passage of the case. */
export const claimRecord = z.object({
  id: id.nullable().default(null),
  act: claimFields.shape.act,
  modality: claimFields.shape.modality,
  quantities: claimFields.shape.quantities,
  speaker: partyRef.nullable().default(null),
  via: z
    .array(viaHop.omit({ partyId: true }).extend({ party: partyRef.nullable().default(null) }))
    .max(20)
    .default([]),
  when: claimFields.shape.when,
  saidAt: claimFields.shape.saidAt,
  place: claimFields.shape.place,
  cause: claimFields.shape.cause,
  parties: z.array(tableParty).max(100).default([]),
  victims: claimFields.shape.victims,
  incident: code.nullable().default(null),
  note: claimFields.shape.note,
  extra: claimFields.shape.extra,
  relations: z
    .array(z.object({ relation: z.enum(linkRelations.claim), to: id, ...more }))
    .max(1000)
    .default([]),
  evidence: z
    .array(z.object({ passageId: id, stance: z.enum(stances), note: z.string().default('') }))
    .max(1000)
    .default([]),
});
export type ClaimRecord = z.infer<typeof claimRecord>;

/** An incident as a row. `relations[].to` is the code of an incident. */
export const incidentRecord = z.object({
  id: id.nullable().default(null),
  code: incidentFields.shape.code,
  title: incidentFields.shape.title,
  kind: incidentFields.shape.kind,
  when: incidentFields.shape.when,
  place: incidentFields.shape.place,
  secondaryPlaces: incidentFields.shape.secondaryPlaces,
  parties: z.array(tableParty).max(100).default([]),
  note: incidentFields.shape.note,
  extra: incidentFields.shape.extra,
  relations: z
    .array(z.object({ relation: z.enum(linkRelations.incident), to: code, ...more }))
    .max(1000)
    .default([]),
});
export type IncidentRecord = z.infer<typeof incidentRecord>;

/** A party as a row. */
export const partyRecord = z.object({
  id: id.nullable().default(null),
  name: partyFields.shape.name,
  kind: partyFields.shape.kind,
  aliases: partyFields.shape.aliases,
  note: partyFields.shape.note,
  extra: partyFields.shape.extra,
  relations: z
    .array(z.object({ relation: z.enum(linkRelations.party), to: partyRef, ...more }))
    .max(1000)
    .default([]),
});
export type PartyRecord = z.infer<typeof partyRecord>;

export const tableRecords = { claims: claimRecord, incidents: incidentRecord, parties: partyRecord } as const;
export type TableRecords = { claims: ClaimRecord; incidents: IncidentRecord; parties: PartyRecord };

/** What the version of a JSON table means; a reader refuses one it does not know. */
export const TABLE_VERSION = 1;
/** A JSON table: a document of one kind. Its JSON Schema is written beside it and stands in docs/schemas. */
export const tableDocument = (of: TableKind) =>
  z.object({
    $schema: z.string().optional(),
    holdfast: z.literal('table'),
    version: z.literal(TABLE_VERSION),
    of: z.literal(of),
    records: z.array(tableRecords[of] as z.ZodType),
  });

export const rowFates = ['new', 'updates', 'unchanged', 'skipped', 'refused'] as const;
export type RowFate = (typeof rowFates)[number];

const remarkFacts = z.record(z.string(), z.union([z.string(), z.number()]));
/** Why a row is refused, or what is worth knowing of one that is not. Worded in shared/table-words.ts. */
export const rowRemark = z.object({ code: z.string(), column: z.string().nullable(), facts: remarkFacts });
export type RowRemark = z.infer<typeof rowRemark>;

/** What becomes of one row. `line` counts lines of the file from 1; `changes` names the fields an update writes. */
export const tableFate = z.object({
  row: z.number().int(),
  line: z.number().int(),
  fate: z.enum(rowFates),
  id: z.string().nullable(),
  name: z.string(),
  changes: z.array(z.string()),
  problems: z.array(rowRemark),
  notes: z.array(rowRemark),
});
export type TableFate = z.infer<typeof tableFate>;

const fateCounts = z.object({
  new: z.number().int(),
  updates: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
});
export type FateCounts = z.infer<typeof fateCounts>;

/** `trialId`: where `tables.fates` finds the rows, until the case is closed or a later reading took its place. */
export const tableRead = z.object({
  isTrial: z.boolean(),
  trialId: id,
  path: z.string(),
  name: z.string(),
  sha256,
  bytes: z.number().int(),
  of: z.enum(tableKinds),
  columns: z.enum(columnSets),
  format: z.enum(tableFormats),
  encoding: z.string(),
  /** Whether the encoding is told by the bytes or only guessed from them. */
  isEncodingGuessed: z.boolean(),
  delimiter: z.string().nullable(),
  rows: z.number().int(),
  counts: fateCounts,
  /** Rows with a cell that a spreadsheet would run as a formula; kept as text. */
  formulaRows: z.number().int(),
  /** Parties the rows name that nobody knew. */
  newParties: z.array(z.string()),
  /** Words that are in no vocabulary, taken as the case's own. */
  ownWords: z.array(z.string()),
  /** Columns of the file that are read and have no home in a row. */
  notTaken: z.array(z.string()),
});
export type TableRead = z.infer<typeof tableRead>;

export const tableWritten = z.object({
  path: z.string(),
  sha256,
  bytes: z.number().int(),
  rows: z.number().int(),
  at: timestamp,
  /** The JSON Schema beside a JSON table. */
  schemaPath: z.string().nullable(),
  /** What the column set has no home for, and in how many rows it is. */
  notCarried: z.array(z.object({ field: z.string(), rows: z.number().int() })),
});
export type TableWritten = z.infer<typeof tableWritten>;
