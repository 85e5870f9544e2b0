/** What lies where in an archive: a small database in staging, so that memory does not grow with the archive. Removed after the import. */
import Database from 'better-sqlite3';

export type IndexedRecord = {
  id: number;
  part: number;
  offset: number;
  packed: number;
  gzip: number;
  headLength: number;
  blockLength: number;
  bodyStart: number;
  type: string;
  key: string;
  url: string;
  time: number | null;
  date: string | null;
  recordId: string | null;
  concurrent: string | null;
  status: number | null;
  mime: string;
  location: string | null;
  /** Every byte there is: no part of a range. */
  whole: number;
  digest: string | null;
  verdict: string;
  refersTo: string | null;
  truncated: string | null;
  /** From its request, where there is one. */
  method: string | null;
  dest: string | null;
  script: number;
  hops: string | null;
};
export type IndexedPart = { id: number; name: string; path: string | null; start: number };
export type IndexedPage = {
  id: number;
  url: string;
  key: string;
  time: number | null;
  stated: string | null;
  title: string | null;
  listed: string;
  record: number | null;
};

const schema = `
CREATE TABLE part (id INTEGER PRIMARY KEY, name TEXT NOT NULL, path TEXT, start INTEGER NOT NULL) STRICT;
CREATE TABLE record (
  id INTEGER PRIMARY KEY, part INTEGER NOT NULL, offset INTEGER NOT NULL, packed INTEGER NOT NULL, gzip INTEGER NOT NULL,
  headLength INTEGER NOT NULL, blockLength INTEGER NOT NULL, bodyStart INTEGER NOT NULL, type TEXT NOT NULL, key TEXT NOT NULL,
  url TEXT NOT NULL, time INTEGER, date TEXT, recordId TEXT, concurrent TEXT, status INTEGER, mime TEXT NOT NULL, location TEXT,
  whole INTEGER NOT NULL, digest TEXT, verdict TEXT NOT NULL, refersTo TEXT, truncated TEXT, method TEXT, dest TEXT,
  script INTEGER NOT NULL DEFAULT 0, hops TEXT
) STRICT;
CREATE TABLE page (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL, key TEXT NOT NULL, time INTEGER, stated TEXT, title TEXT, listed TEXT NOT NULL, record INTEGER
) STRICT;
CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

const lookups = `
CREATE INDEX byKey ON record (key, type);
CREATE INDEX byDigest ON record (digest);
CREATE INDEX byRecordId ON record (recordId);
CREATE INDEX byConcurrent ON record (concurrent);
`;

const columns = [
  'part', 'offset', 'packed', 'gzip', 'headLength', 'blockLength', 'bodyStart', 'type', 'key', 'url', 'time', 'date', 'recordId', 'concurrent',
  'status', 'mime', 'location', 'whole', 'digest', 'verdict', 'refersTo', 'truncated', 'method', 'dest', 'script', 'hops',
] as const; // prettier-ignore

export type NewRecord = Omit<IndexedRecord, 'id'>;
const BATCH = 2000;

export class IndexWriter {
  readonly raw: Database.Database;
  readonly #insert: Database.Statement;
  #inBatch = 0;

  constructor(path: string) {
    this.raw = new Database(path);
    // A lost index is made again: it is never evidence.
    this.raw.pragma('journal_mode = OFF');
    this.raw.pragma('synchronous = OFF');
    this.raw.exec(schema);
    this.#insert = this.raw.prepare(`INSERT INTO record (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`);
    this.raw.exec('BEGIN');
  }

  add(record: NewRecord): void {
    this.#insert.run(record);
    if (++this.#inBatch % BATCH === 0) this.raw.exec('COMMIT; BEGIN');
  }

  addPart(part: Omit<IndexedPart, 'id'>): number {
    return Number(this.raw.prepare('INSERT INTO part (name, path, start) VALUES (@name, @path, @start)').run(part).lastInsertRowid);
  }

  addPage(page: Omit<IndexedPage, 'id'>): void {
    this.raw
      .prepare(
        'INSERT INTO page (url, key, time, stated, title, listed, record) VALUES (@url, @key, @time, @stated, @title, @listed, @record)',
      )
      .run(page);
  }

  setInfo(name: string, value: string): void {
    this.raw.prepare('INSERT OR REPLACE INTO info (name, value) VALUES (?, ?)').run(name, value);
  }

  /** Forgets the records of a part that must be read in another way. */
  forget(part: number): void {
    this.raw.prepare('DELETE FROM record WHERE part = ?').run(part);
    this.raw.prepare('DELETE FROM part WHERE id = ?').run(part);
  }

  /** Makes what was added quick to find. */
  settle(): void {
    this.raw.exec('COMMIT');
    this.raw.exec(lookups);
  }

  close(): void {
    this.raw.close();
  }
}
