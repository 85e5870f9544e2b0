/** What reading an archive made by others (WARC, WACZ) tells, on its way between threads. */
import type { Facts } from '#shared/model/primitives.ts';

/** Why a record, or a stretch of an archive, is not what it should be. */
export type BadReason =
  | 'garbage'
  | 'unparsable'
  | 'version'
  | 'wrong-length'
  | 'truncated'
  | 'gzip'
  | 'gzip-checksum'
  | 'expands-too-much'
  | 'block-digest'
  | 'payload-digest'
  | 'revisit-without-original'
  | 'page-without-record';

/** `offset` in bytes from the start of `part`, the WARC's name inside the archive. */
export type BadRecord = {
  part: string;
  offset: number;
  recordId: string | null;
  url: string | null;
  reason: BadReason;
  detail: string | null;
};

/** A WARC to read: a stretch of a file, from `start` to `end` (exclusive). `path` null: the archive itself. */
export type Part = { name: string; path: string | null; start: number; end: number };

/** One page that can become an item. `place` names its record for good: part, then offset. */
export type ArchivePage = { record: number; place: string };

/** The outcome of the first pass. `indexPath` holds what is where; `reportPath` is the list of bad records as JSON. */
export type ArchiveIndexed = {
  kind: string;
  pages: ArchivePage[];
  /** Records that are damaged or not what they state, without revisits whose original lies elsewhere. */
  bad: number;
  revisitsWithoutOriginal: number;
  pagesWithoutRecord: number;
  /** Files inside a WACZ whose hash is not the one its list states. */
  packageWrong: number;
  /** Set when the archive could not be read at all. */
  problem: string | null;
  facts: Facts;
};

/** Work for the archive thread. `folder` is its own, in staging. */
export type IndexTask = { path: string; folder: string; mediaType: string };
/** Work for the page thread: freeze the page in one record. */
export type ArchivePageTask = { archive: string; index: string; record: number };

export const indexFile = 'index.sqlite';
export const reportFile = 'archive-records.json';
