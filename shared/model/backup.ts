/** Backups of a case, and what was saved of a damaged one. */
import { z } from 'zod';
import { facts, id, sha256, timestamp } from './primitives.ts';

/** The file in the folder of a backup that tells it from a case somebody works in. */
export const BACKUP_RECORD = 'backup.json';

/** A kept file that could not be copied: gone where it was, or no longer the bytes its name says. */
export const lostBlob = z.object({ sha256, problem: z.enum(['missing', 'altered', 'unreadable']), itemIds: z.array(id) });
export type LostBlob = z.infer<typeof lostBlob>;

/** How far the journal had come: number and hash of its last entry. */
export const journalHead = z.object({ seq: z.number().int(), hash: sha256 });
export type JournalHead = z.infer<typeof journalHead>;

/** One state of a backup: the rows as they were at one moment, and what they name. */
export const backupState = z.object({
  at: timestamp,
  journal: journalHead,
  /** SHA-256 and size in bytes of case.sqlite in the backup. */
  database: z.object({ sha256, size: z.number().int() }),
  blobs: z.number().int(),
  bytes: z.number().int(),
  lost: z.array(lostBlob),
});
export type BackupState = z.infer<typeof backupState>;

/**
 * `backup.json` in the folder of a backup. `state` is what lies there whole, null until the first run is through;
 * `next` is written before case.sqlite is exchanged, so that a power cut in between leaves a backup that is known.
 */
export const backupRecord = z.object({
  format: z.literal('holdfast-backup/1'),
  caseId: id,
  title: z.string(),
  madeWith: z.string(),
  state: backupState.nullable(),
  next: backupState.nullable(),
});
export type BackupRecord = z.infer<typeof backupRecord>;

export const backupResult = z.object({
  path: z.string(),
  at: timestamp,
  journal: journalHead,
  /** Kept files in the backup now, their bytes, and what this run copied. */
  blobs: z.number().int(),
  bytes: z.number().int(),
  copied: z.number().int(),
  copiedBytes: z.number().int(),
  /** Damaged copies in the backup that were replaced by good ones. */
  mended: z.number().int(),
  lost: z.array(lostBlob),
  /** False when the case is open for reading only: then its journal does not tell of the backup. */
  recorded: z.boolean(),
});
export type BackupResult = z.infer<typeof backupResult>;

export const restoreResult = z.object({
  folder: z.string(),
  caseId: id,
  title: z.string(),
  backedUpAt: timestamp,
  journal: journalHead,
  blobs: z.number().int(),
  bytes: z.number().int(),
  lost: z.array(lostBlob),
});
export type RestoreResult = z.infer<typeof restoreResult>;

/** What was saved of one table. `lost` names rows known to have been there: ids where they are known, else numbers of rows. */
export const tableSalvage = z.object({
  table: z.string(),
  rows: z.number().int(),
  /** Rows found on pages that nothing pointed to any more; they may be older states. */
  unlinked: z.number().int(),
  /** Rows that were read but break the rules of their table, such as one with flipped bytes. */
  refused: z.array(z.string()),
  /** Rows named by the journal or by other rows, and gone. */
  lost: z.array(z.string()),
});
export type TableSalvage = z.infer<typeof tableSalvage>;

export const salvageReport = z.object({
  format: z.literal('holdfast-salvage/1'),
  at: timestamp,
  from: z.string(),
  folder: z.string(),
  /** Where the case's own row came from; `none` when there is no database to make a case of. */
  identity: z.enum(['kept', 'journal', 'new', 'none']),
  caseId: id.nullable(),
  title: z.string(),
  database: z.object({
    size: z.number().int().nullable(),
    pageSize: z.number().int(),
    pages: z.number().int(),
    /** Pages that the header says were there and are cut off, or that hold nothing that can be read. */
    cutOff: z.number().int(),
    unreadable: z.array(z.number().int()),
    /** Frames of the write-ahead log that could be used. */
    walFrames: z.number().int(),
    layout: z.number().int(),
  }),
  tables: z.array(tableSalvage),
  journal: z.object({
    entries: z.number().int(),
    head: journalHead,
    gaps: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  }),
  /** Rows that point at rows that are gone. */
  /** Seals over entries that are gone, whole: they prove that those were there. They cannot stay in the new case. */
  sealsBeyond: z.array(facts),
  dangling: z.array(z.object({ table: z.string(), id: z.string(), parent: z.string() })),
  blobs: z.object({
    kept: z.number().int(),
    bytes: z.number().int(),
    lost: z.array(lostBlob),
    /** Whole files that no row explains any more. */
    unexplained: z.array(sha256),
  }),
  notes: z.array(z.object({ code: z.enum(['no-database', 'older-copies', 'no-schema', 'no-wal']), facts })),
});
export type SalvageReport = z.infer<typeof salvageReport>;
