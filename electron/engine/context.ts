/** What engine functions take first: the open case and the ports to the outside (clock, ids, who acts). */
import type { Kysely } from 'kysely';
import type PQueue from 'p-queue';
import type { EngineEvent, Topic } from '#shared/model/events.ts';
import type { Connection } from './db/open-database.ts';
import type { Tables } from './db/tables.ts';
import type { WriterKey } from './keys/writer-key.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Joined } from './journal/mutate.ts';
import type { TimestampRunner } from './timestamps/timestamp-runner.ts';
import type { TableTrials } from './tables/table-trials.ts';
import type { UndoStacks } from './undo/undo-stacks.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { BlobStore } from './store/blob-store.ts';

/** The only things tests replace. */
export type Ports = {
  now(): Date;
  newId(): string;
};

export type Settings = {
  /** Who acts, as the journal names them. */
  actor: string;
  /** Folder of migration files. */
  migrations: string;
  version: string;
  /** The key that signs what this process writes, made on first use. Throws `writer-key-unusable`. */
  writerKey(): WriterKey;
};

/** What came from a case file: entries up to this number, and bytes that were removed before it was made. */
export type Received = { entries: number; absent: ReadonlySet<string> };

/** One open case. Writing goes through `mutate` alone; `writer` is null when the case is open for reading. */
export type CaseContext = {
  folder: string;
  readOnlyReason: 'asked' | 'locked' | 'folder-not-writable' | 'case-file' | 'backup' | null;
  /** The case file that is shown, and what of it came without bytes; null for a case. */
  caseFile: { path: string; received: Received } | null;
  read: Kysely<Tables>;
  writer: Connection | null;
  store: BlobStore;
  jobs: Jobs;
  /** Files are taken in one at a time, so that the same bytes in two imports become one item. */
  intake: PQueue;
  ports: Ports;
  settings: Settings;
  /** The transaction this context writes in, when several changes are made as one. */
  joined: Joined | null;
  /** Told of every change once it stands: the entries it made. */
  acted(entries: readonly JournalEntry[]): void;
  undo: UndoStacks;
  tableTrials: TableTrials;
  /** Asks timestamp authorities, as far as a person allowed it. */
  timestamps: TimestampRunner;
  /** Says that something of the case changed, so that windows look again. */
  changed(...topics: Topic[]): void;
  close(): Promise<void>;
};

/** The process-wide part: at most one case is open at a time. */
export type EngineState = {
  open: CaseContext | null;
  jobs: Jobs;
  ports: Ports;
  settings: Settings;
  emit(event: EngineEvent): void;
};
