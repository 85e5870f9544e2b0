/** The JSON files of a case file (DESIGN section 8). Their JSON Schemas travel with every export. */
import { z } from 'zod';
import { claim, evidenceLink } from './claims.ts';
import { incident } from './incidents.ts';
import { grade, gradedKinds, scaleNames } from './grades.ts';
import { party } from './parties.ts';
import { linkedKinds, recordLink } from './record-links.ts';
import { item, itemFile, textMap } from './items.ts';
import { tag } from './passages.ts';
import { id, sha256, timestamp, words } from './primitives.ts';
import { derivedTextKinds } from './text-kinds.ts';
import { tagColour } from './tag-colours.ts';
import { consistency, inclusion, sealReasons, treeHead, writerKey } from './seals.ts';
import { listedSeal } from './timestamps.ts';
import { withheldEntry } from './selection.ts';
import { absence, passageCarry, versionLink } from './versions.ts';

/** What a reader of the bag must know; stands in bag-info.txt as `Holdfast-Profile`. */
export const CASE_FILE_PROFILE = '2';
/** Those a check knows. Case files of profile 1 have no keys, seals, provenance and crate. */
export const knownProfiles: readonly string[] = ['1', CASE_FILE_PROFILE];

/** Number of an entry in data/journal/journal.jsonl. */
const entryNumber = z.number().int().min(1);

export const exportedFile = itemFile.extend({
  sha1: z.string(),
  md5: z.string(),
  /** In the bag, from its top. */
  path: z.string(),
  /** The journal entry that added it to its item later; null when it came with the item. */
  addedEntry: entryNumber.nullable().default(null),
});
export type ExportedFile = z.infer<typeof exportedFile>;

/** data/items/ITEM/item.json. `facts` were read from the bytes; `given` is what a person typed. */
export const exportedItem = item
  .pick({
    id: true,
    type: true,
    title: true,
    source: true,
    sourceUrl: true,
    language: true,
    originalName: true,
    method: true,
    capturedAt: true,
    completeness: true,
    facts: true,
    gaps: true,
    given: true,
  })
  .extend({
    files: z.array(exportedFile),
    /** Of the canonical text, whose bytes are the file `fileId`. Offsets in `map` are UTF-16 code units. */
    text: z.object({ fileId: id, sha256, length: z.number().int(), map: textMap }).nullable(),
    /** Texts derived later, each the file `fileId`: read by OCR, written down, translated, read with a password. */
    texts: z
      .array(
        z.object({
          fileId: id,
          kind: z.enum(derivedTextKinds),
          language: z.string().nullable(),
          sha256,
          length: z.number().int(),
          map: textMap,
        }),
      )
      .default([]),
    journalEntry: entryNumber,
  });
export type ExportedItem = z.infer<typeof exportedItem>;

/** data/case.json */
export const exportedCase = z.object({
  caseId: id,
  title: words,
  createdAt: timestamp,
  madeWith: z.string(),
  counts: z.object({
    items: z.number().int(),
    passages: z.number().int(),
    claims: z.number().int(),
    incidents: z.number().int(),
    parties: z.number().int(),
  }),
  journal: z.object({ entries: z.number().int(), head: sha256 }),
});
export type ExportedCase = z.infer<typeof exportedCase>;

const entries = { journalEntries: z.array(entryNumber) };

/** data/claims/*.json: each a list of things with the journal entries that tell of them. */
export const exportedClaims = z.array(claim.extend(entries));
export const exportedIncidents = z.array(incident.extend(entries));
/** Case files made before parties could be merged lack `mergedInto`. */
export const exportedParties = z.array(party.extend({ mergedInto: id.nullable().default(null), ...entries }));
export const exportedEvidence = z.array(evidenceLink.extend(entries));
export type ExportedClaim = z.infer<typeof exportedClaims>[number];
export type ExportedIncident = z.infer<typeof exportedIncidents>[number];
export type ExportedParty = z.infer<typeof exportedParties>[number];
export type ExportedEvidence = z.infer<typeof exportedEvidence>[number];

const written = { id, createdAt: timestamp, createdBy: z.string(), ...entries };

/** data/claims/relations.json: what claims, incidents and parties are to others of their kind. */
export const exportedRelations = z.array(recordLink.extend({ of: z.enum(linkedKinds), ...entries }));
/** data/claims/merges.json: parties found to be one. */
export const exportedMerges = z.array(z.object({ mergedId: id, intoId: id, reason: words, ...written }));
/** data/claims/grades.json: every standing judgement, the ones that a person thought better of later included. */
export const exportedGrades = z.array(grade.extend({ subjectKind: z.enum(gradedKinds), scale: z.enum(scaleNames), ...entries }));
/** data/claims/settlements.json: contradictions that a person explained. */
export const exportedSettlements = z.array(z.object({ rule: z.string(), claimA: id, claimB: id, reason: z.string(), ...written }));
/** data/claims/vocabulary.json: the case's own words, and the fields it added. */
export const exportedVocabulary = z.object({
  terms: z.array(
    z.object({
      vocabulary: z.string(),
      term: z.string(),
      words: z.array(z.string()),
      note: z.string(),
      updatedAt: timestamp,
      ...written,
    }),
  ),
  fields: z.array(
    z.object({
      subject: z.enum(linkedKinds),
      name: z.string(),
      label: z.string(),
      type: z.string(),
      options: z.array(z.string()),
      note: z.string(),
      updatedAt: timestamp,
      ...written,
    }),
  ),
});
export type ExportedRelation = z.infer<typeof exportedRelations>[number];
export type ExportedMerge = z.infer<typeof exportedMerges>[number];
export type ExportedGrade = z.infer<typeof exportedGrades>[number];
export type ExportedSettlement = z.infer<typeof exportedSettlements>[number];
export type ExportedVocabulary = z.infer<typeof exportedVocabulary>;

/** data/versions/*.json: which item is a newer version of which, passages carried over, and pages found gone. */
export const exportedVersions = z.array(versionLink.extend({ journalEntry: entryNumber }));
export const exportedCarries = z.array(passageCarry.extend({ journalEntry: entryNumber }));
export const exportedAbsences = z.array(absence.extend({ journalEntry: entryNumber }));
export type ExportedVersion = z.infer<typeof exportedVersions>[number];
export type ExportedCarry = z.infer<typeof exportedCarries>[number];
export type ExportedAbsence = z.infer<typeof exportedAbsences>[number];

/** data/annotations/tags.json: the tags whose marks have a colour. */
export const exportedTags = z.array(z.object({ tag, colour: tagColour, journalEntry: entryNumber }));
export type ExportedTag = z.infer<typeof exportedTags>[number];

/** A copy that was merged: what it did after the fork stands beside this as `ID.jsonl`, whole entries, one a line. */
export const exportedBranch = z.object({
  id,
  source: z.string(),
  forkSeq: z.number().int(),
  forkHash: sha256,
  headSeq: z.number().int(),
  headHash: sha256,
  receivedAt: timestamp,
  keys: z.array(writerKey),
  /** Its own seals over the fork and its entries; tokens are the authorities' replies (RFC 3161) in base64. */
  seals: z.array(
    z.object({
      id,
      reason: z.enum(sealReasons),
      head: treeHead,
      tokens: z.array(z.object({ id, authority: z.string(), reply: z.string(), chain: z.string().nullable() })),
    }),
  ),
});
export type ExportedBranch = z.infer<typeof exportedBranch>;
/** data/journal/keys.json: whose signatures the journal has. */
export const exportedKeys = z.array(writerKey);
/** data/journal/seals/NNNNNNNN.json: a signed tree head, in canonical JSON. */
export const exportedSeal = treeHead;
/** data/journal/seals.json, oldest first; files are named from the top of the bag. */
export const exportedSeals = z.array(listedSeal);
/** data/journal/consistency.json: that each sealed tree begins with the one before (RFC 9162, section 2.1.4). */
export const exportedConsistency = z.array(consistency);
/** A line of data/journal/proofs.jsonl in a case file of a part: that an entry belongs to the last seal. */
export const exportedProof = inclusion;
/** data/journal/withheld.json in a case file of a part: what stayed behind, by its journal entry. */
export const exportedWithheld = z.array(withheldEntry);
