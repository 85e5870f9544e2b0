import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isPageSize, readWalFrames } from './wal-frames.ts';

/** A database file as pages, with its write-ahead log laid over it. Nothing is trusted and nothing is written. */
export type PageSource = {
  size: number;
  pageSize: number;
  /** Bytes of a page that hold content. */
  usable: number;
  /** Pages there are to read, and how many the header says there should be. */
  pages: number;
  promised: number;
  walFrames: number;
  /** `user_version`, which is the layout of a case; 0 when it cannot be told. */
  layout: number;
  /** First page of the list of free pages; 0 when there is none. */
  firstFree: number;
  /** False when the first page is not that of a SQLite database. */
  hasHeader: boolean;
  /** The page, or null when it is not there. Numbered from 1. */
  page(number: number): Buffer | null;
  close(): void;
};

const MAGIC = 'SQLite format 3\0';

/** Opens `path` for reading only; its log is looked for beside it. Source: SQLite, "Database File Format", section 1.3. */
export function openPages(path: string): PageSource {
  const file = openSync(path, 'r');
  const wal = readWalFrames(`${path}-wal`);
  const log = wal === null ? null : openSync(`${path}-wal`, 'r');
  const { size } = fstatSync(file);
  const read = (from: number, at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    return readSync(from, bytes, 0, length, at) === length ? bytes : null;
  };
  const pageSize = wal?.pageSize ?? pageSizeOf(read(file, 0, 100));
  const page = (number: number) => {
    const inLog = wal?.offsets.get(number);
    if (inLog !== undefined && log !== null) return read(log, inLog, pageSize);
    return number < 1 ? null : read(file, (number - 1) * pageSize, pageSize);
  };
  const first = page(1);
  const header = first?.toString('latin1', 0, 16) === MAGIC ? first : null;
  const inFile = Math.floor(size / pageSize);
  return {
    size,
    pageSize,
    usable: pageSize - (header?.[20] ?? 0),
    pages: Math.max(inFile, ...(wal?.offsets.keys() ?? [])),
    promised: wal?.pages ?? header?.readUInt32BE(28) ?? inFile,
    walFrames: wal?.frames ?? 0,
    layout: header?.readUInt32BE(60) ?? 0,
    firstFree: header?.readUInt32BE(32) ?? 0,
    hasHeader: header !== null,
    page,
    close() {
      closeSync(file);
      if (log !== null) closeSync(log);
    },
  };
}

/** 4096 is what every case was made with. */
function pageSizeOf(header: Buffer | null): number {
  if (header?.toString('latin1', 0, 16) !== MAGIC) return 4096;
  const said = header.readUInt16BE(16);
  const size = said === 1 ? 65_536 : said;
  return isPageSize(size) ? size : 4096;
}
