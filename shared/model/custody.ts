/** Who did what when, and what is known of how one item was collected and preserved. */
import { z } from 'zod';
import { journalEntry } from './journal.ts';
import { fileRole, itemType } from './items.ts';
import { id, sha256, timestamp } from './primitives.ts';
import { sealReasons } from './seals.ts';

export const actKinds = [
  'capture',
  'import',
  'reading',
  'annotation',
  'claims',
  'grades',
  'seals',
  'exports',
  'checks',
  'removals',
  'failures',
  'settings',
] as const;
export type ActKind = (typeof actKinds)[number];

const links = (...names: string[]) => names.flatMap((name) => [`${name}.created`, `${name}.updated`, `${name}.restored`]);
const removed = ['item', 'file', 'passage', 'passageLink', 'claim', 'evidence', 'party', 'incident', 'claimLink', 'incidentLink', 'partyLink', 'partyMerge', 'grade', 'settlement', 'vocabularyTerm', 'fieldDefinition']; // prettier-ignore

/** The acts of each kind. `item.kept` is a capture or an import as its item says. */
export const actsOfKind: Record<ActKind, readonly string[]> = {
  capture: ['item.kept', 'capture.session-wiped', 'queue.added', 'queue.done', 'queue.retried', 'queue.cleared', 'queue.asked', 'address.gone', 'version.linked'], // prettier-ignore
  import: ['item.kept', 'import.repeated', 'annotations.imported', 'table.imported'],
  reading: ['item.opened'],
  annotation: [...links('passage', 'passageLink'), 'passage.carried', 'tag.renamed', 'tag.coloured', 'item.described', 'item.custody', 'file.derived', 'redaction.made'], // prettier-ignore
  claims: [...links('claim', 'claimLink', 'incident', 'incidentLink', 'party', 'partyLink', 'partyMerge', 'settlement'), 'evidence.linked', 'evidence.restored'], // prettier-ignore
  grades: links('grade'),
  seals: ['seal.made', 'authority.added', 'authority.removed', 'timestamp.queued', 'timestamp.proved', 'timestamp.failed'],
  exports: [
    'export.created',
    'annotations.exported',
    'table.exported',
    'case.backedUp',
    'case.restored',
    'case.received',
    'case.salvaged',
    'branch.kept',
    'merge.done',
    'mergeConflict.found',
    'mergeConflict.settled',
  ],
  checks: ['verify.done'],
  removals: [...removed.map((name) => `${name}.removed`), 'version.unlinked', 'store.tidied', 'act.undone', 'act.redone'],
  failures: ['import.refused', 'import.failed', 'capture.failed', 'export.failed', 'queue.attempted', 'queue.failed', 'queue.cancelled'],
  settings: ['case.created', 'case.configured', ...links('vocabularyTerm', 'fieldDefinition')],
};

/** What an act is about, named as it is called now. */
export const actSubject = z.object({
  kind: z.enum(['item', 'file', 'passage', 'claim', 'incident', 'party', 'absence']),
  name: z.string(),
  /** The words of a passage. */
  quote: z.string().nullable(),
  /** The source it hangs on. */
  itemId: id.nullable(),
  /** The thing itself, when it is a passage, claim, incident or party. */
  id: id.nullable(),
});
export type ActSubject = z.infer<typeof actSubject>;

export const custodyAct = journalEntry.extend({
  about: actSubject.nullable(),
  /** A seal covers the entry. */
  isSealed: z.boolean(),
  /** The clock of the machine was set back since the entry before. */
  clockBack: z.boolean(),
});
export type CustodyAct = z.infer<typeof custodyAct>;

/** One entry checked by itself: `entryHash` recomputed; signature null where an older version did not sign. */
export const actCheck = z.object({
  hash: sha256,
  hashHolds: z.boolean(),
  signatureHolds: z.boolean().nullable(),
  /** The first seal that covers it. */
  seal: z.object({ treeSize: z.number().int(), at: timestamp, reason: z.enum(sealReasons) }).nullable(),
});
export type ActCheck = z.infer<typeof actCheck>;

/** What a person says of how an item came and what may be done with it; empty where nothing was said. */
export const itemCustody = z.object({
  acquiredFrom: z.string().max(4000),
  virtualIdentity: z.string().max(4000),
  legalBasis: z.string().max(4000),
  collectorNote: z.string().max(4000),
  custodyNote: z.string().max(4000),
});
export type ItemCustody = z.infer<typeof itemCustody>;
export const custodyFields = ['acquiredFrom', 'virtualIdentity', 'legalBasis', 'collectorNote', 'custodyNote'] as const;

export const sheetFields = [
  'itemId', 'case', 'title', 'type', 'language', 'originalName', 'completeness', 'gaps',
  'method', 'collector', 'virtualIdentity', 'acquiredFrom', 'tool', 'machine', 'addresses', 'browser', 'options', 'requestedUrl', 'finalUrl', 'httpStatus', 'remoteAddress', 'certificate', 'startedAt', 'endedAt', 'keptAt', 'serverDate', 'clockDifference', 'collectorNote',
  'storage', 'untouched', 'lastCheck', 'seal', 'timestamps', 'legalBasis', 'custodyNote',
] as const; // prettier-ignore
export type SheetField = (typeof sheetFields)[number];

export const sheetSections = ['identity', 'collection', 'preservation'] as const;

export const sheetFile = z.object({
  role: fileRole,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256,
  sha1: z.string(),
  md5: z.string(),
  createdAt: timestamp,
  /** Null on evidence as received. */
  madeFrom: z.string().nullable(),
  tool: z.string().nullable(),
  parameters: z.string().nullable(),
});

/** A chain-of-custody sheet. A value of null is a thing nobody recorded. */
export const custodySheet = z.object({
  itemId: id,
  type: itemType,
  title: z.string(),
  caseTitle: z.string(),
  madeAt: timestamp,
  madeWith: z.string(),
  madeBy: z.string(),
  sections: z.array(
    z.object({ id: z.enum(sheetSections), fields: z.array(z.object({ id: z.enum(sheetFields), value: z.string().nullable() })) }),
  ),
  files: z.array(sheetFile),
  acts: z.array(custodyAct),
  /** More acts than the sheet lists. */
  actsLeftOut: z.number().int(),
  checks: z.array(z.object({ at: timestamp, findings: z.number().int(), aboutItem: z.array(z.string()) })),
});
export type CustodySheet = z.infer<typeof custodySheet>;
