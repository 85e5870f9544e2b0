/**
 * One journal entry turned back into the rows it made. Entries say what is true after them, so that the rows of a case
 * follow from its journal and its files; `verify` compares both. Entries that made no rows, and kinds that are unknown
 * here, write nothing.
 */
import type { ClaimFields } from '#shared/model/claims.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import { claimParts } from '../claims/claim-rows.ts';
import { edtfBounds } from '../db/edtf-functions.ts';
import { buriedKinds } from '../items/bury.ts';
import { applyDerivedFile, applyKeptItem, type TextsOf } from './apply-item.ts';
import type { RawRows, Shape } from './raw-rows.ts';

/** What rows are made of besides the entries. `frontier` is that of the tree over all entries before this one. */
export type Sources = {
  textOf: TextsOf;
  frontier(): string;
  /** The reply of a timestamp authority by the request's id. */
  tokenOf(timestampId: string): Buffer | null;
};

export type SaidEntry = Pick<JournalEntry, 'at' | 'actor' | 'action' | 'subject' | 'payload'>;

export function applyEntry(rows: RawRows, entry: SaidEntry, sources: Sources): void {
  const { action, subject, at, actor } = entry;
  const said = entry.payload as Shape;
  const plain = plainly[action];
  if (plain !== undefined) plain(rows, subject, said, entry);
  else if (action === 'item.kept') applyKeptItem(rows, said, at, sources.textOf);
  else if (action === 'file.derived') applyDerivedFile(rows, said, sources.textOf);
  else if (action === 'seal.made') {
    const { type: _type, caseId: _case, ...head } = said['head'] as Shape;
    rows.insert('seal', { id: subject, reason: said['reason'] ?? null, ...head, frontier: sources.frontier() });
  } else if (action === 'timestamp.proved') {
    const reply = sources.tokenOf(subject);
    if (reply !== null) rows.insert('timestampToken', { ...said, timestampId: subject, reply: reply as unknown as Json });
  } else if (action.startsWith('queue.') && action !== 'queue.asked') rows.put('queueEntry', { id: subject }, said);
  else applyRemoval(rows, { action, subject, at, actor, payload: said });
}

type Plain = (rows: RawRows, subject: string, said: Shape, entry: SaidEntry) => void;

const insertInto =
  (table: string): Plain =>
  (rows, _subject, said) =>
    rows.insert(table, said);
const update =
  (table: string): Plain =>
  (rows, subject, said) =>
    rows.update(table, { id: subject }, said);
const once = ['claimLink', 'incidentLink', 'partyLink', 'partyMerge', 'grade', 'settlement', 'passageLink'] as const;

const plainly: Record<string, Plain> = {
  'case.created': (rows, _subject, said) => rows.insert('caseRecord', { one: 1, ...said }),
  'case.configured': (rows, name, said) => rows.put('caseSetting', { name }, said),
  'item.described': (rows, itemId, said) => rows.put('itemNote', { itemId }, said),
  'item.custody': (rows, itemId, said) => rows.put('itemCustody', { itemId }, said),
  'passage.created': (rows, subject, said) => {
    rows.insert('passage', said);
    putTags(rows, subject, said);
  },
  'passage.updated': (rows, subject, said) => {
    rows.update('passage', { id: subject }, said);
    putTags(rows, subject, said);
  },
  'tag.coloured': (rows, tag, said) => rows.put('tagColour', { tag }, said),
  'claim.created': (rows, subject, said) => {
    rows.insert('claim', { ...said, ...bounds(said) });
    putParts(rows, subject, said);
    for (const link of (said['evidence'] ?? []) as Shape[]) rows.insert('evidence', link);
  },
  'claim.updated': (rows, subject, said) => {
    rows.update('claim', { id: subject }, { ...said, ...bounds(said) });
    putParts(rows, subject, said);
  },
  'evidence.linked': insertInto('evidence'),
  'party.created': insertInto('party'),
  'party.updated': update('party'),
  'incident.created': (rows, subject, said) => {
    rows.insert('incident', said);
    putIncidentParties(rows, subject, said);
  },
  'incident.updated': (rows, subject, said) => {
    rows.update('incident', { id: subject }, said);
    putIncidentParties(rows, subject, said);
  },
  ...Object.fromEntries(once.map((table) => [`${table}.created`, insertInto(table)])),
  'vocabularyTerm.created': insertInto('vocabularyTerm'),
  'vocabularyTerm.updated': update('vocabularyTerm'),
  'fieldDefinition.created': insertInto('fieldDefinition'),
  'fieldDefinition.updated': update('fieldDefinition'),
  'version.linked': insertInto('itemVersion'),
  'version.unlinked': insertInto('itemVersionEnd'),
  'passage.carried': insertInto('passageCarry'),
  'address.gone': insertInto('absence'),
  'queue.asked': (rows, caseId, said) => rows.put('queueAsked', { caseId }, said),
  'redaction.made': (rows, redactionId, said) => {
    rows.insert('redaction', said);
    for (const fileId of (said['copies'] ?? []) as string[]) rows.insert('redactedCopy', { fileId, redactionId });
  },
  'authority.added': insertInto('authority'),
  'authority.removed': (rows, authorityId, said) => rows.insert('authorityEnd', { ...said, authorityId }),
  'timestamp.queued': (rows, id, said) => rows.insert('timestamp', { ...said, id }),
  'timestamp.failed': (rows, id, said) => rows.insert('timestampFailure', { ...said, id }),
  'branch.kept': insertInto('branch'),
  'mergeConflict.found': insertInto('mergeConflict'),
  'mergeConflict.settled': update('mergeConflict'),
};

/** What follows from the dates of a claim, where the entry speaks of them. */
function bounds({ saidAt, when }: Shape): Shape {
  const columns: Shape = {};
  const put = (name: string, date: Json | undefined) => {
    if (date === undefined) return;
    const { from, to } = edtfBounds(date);
    Object.assign(columns, { [`${name}From`]: from, [`${name}To`]: to });
  };
  put('said', saidAt);
  put('when', when);
  return columns;
}

function putTags(rows: RawRows, passageId: string, { tags }: Shape): void {
  if (!Array.isArray(tags)) return;
  rows.remove('passageTag', 'passageId', passageId);
  for (const tag of tags) rows.insert('passageTag', { passageId, tag });
}

function putIncidentParties(rows: RawRows, incidentId: string, { parties }: Shape): void {
  if (!Array.isArray(parties)) return;
  rows.remove('incidentParty', 'incidentId', incidentId);
  for (const [position, party] of (parties as Shape[]).entries()) rows.insert('incidentParty', { incidentId, position, ...party });
}

/** Lists an entry does not speak of stay as they were. */
function putParts(rows: RawRows, id: string, said: Shape): void {
  const lists = said as unknown as Partial<ClaimFields>;
  const { quantities = [], via = [], parties = [] } = lists;
  const parts = claimParts(id, { quantities, via, parties });
  if (lists.quantities !== undefined) {
    rows.remove('claimBreakdown', 'claimId', id);
    rows.remove('claimQuantity', 'claimId', id);
    for (const row of parts.quantities) rows.insert('claimQuantity', row);
    for (const row of parts.breakdowns) rows.insert('claimBreakdown', { ...row, groups: JSON.parse(row.groups) as Json });
  }
  if (lists.via !== undefined) {
    rows.remove('claimVia', 'claimId', id);
    for (const row of parts.via) rows.insert('claimVia', row);
  }
  if (lists.parties !== undefined) {
    rows.remove('claimParty', 'claimId', id);
    for (const row of parts.parties) rows.insert('claimParty', row);
  }
}

/** Removals of before they could be taken back were named by the thing they removed. */
function applyRemoval(rows: RawRows, { action, subject, at, actor, payload }: SaidEntry & { payload: Shape }): void {
  const [kind = '', verb] = action.split('.');
  if (!buriedKinds.some((known) => known === kind)) return;
  const burialId = payload['burialId'] ?? subject;
  const { reason = '' } = payload;
  if (verb === 'removed') rows.insert('burial', { id: burialId, subject, kind, reason, at, actor });
  if (verb === 'restored') rows.insert('restoration', { burialId, reason, at, actor });
}
