/** A file as rows: decoded, cut into cells and read one by one. Nothing here knows the case. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { HoldfastError } from '#shared/errors.ts';
import { tableDocument, TABLE_VERSION, type ColumnSet, type TableFormat, type TableKind } from '#shared/model/tables.ts';
import { decodeTable, type Decoded } from './decode-table.ts';
import { pause } from './pause.ts';
import { readCells, readRecord, type ReadRow } from './read-row.ts';
import { delimiterOf, headColumns, type HeadOptions } from './table-head.ts';

export type ReadTable = {
  format: TableFormat;
  encoding: string;
  isEncodingGuessed: boolean;
  delimiter: string | null;
  sha256: string;
  bytes: number;
  rows: ReadRow[];
  /** Columns that are there and from which nothing is taken. */
  notTaken: string[];
};

/** A hundred thousand rows are a tenth of it. */
const LARGEST_MB = 512;

export type ReadOptions = { of: TableKind; columns: ColumnSet; mapping: Readonly<Record<string, string>>; encoding?: string | undefined };

/**
 * Reads a CSV or JSON table whole. What is wrong with a row is told of the row.
 * @throws HoldfastError file-missing, file-special, file-empty, table-large, table-encoding, table-columns, table-broken
 */
export async function readTable(
  path: string,
  options: ReadOptions,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<ReadTable> {
  const bytes = await bytesOf(path);
  const decoded = decodeTable(path, bytes, options.encoding);
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new HoldfastError('file-empty', { path });
  const base = { encoding: decoded.encoding, isEncodingGuessed: decoded.isGuessed, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }; // prettier-ignore
  const isJson = extname(path).toLowerCase() === '.json' || /^\s*[{[]/.test(text);
  if (isJson) return { ...base, ...readJsonTable(path, text, options), format: 'json', delimiter: null };
  return { ...base, ...(await readCsvTable({ path, ...options }, text, signal, onRows)), format: 'csv' };
}

async function bytesOf(path: string): Promise<Buffer> {
  const about = await stat(path);
  if (about.isDirectory()) throw broken(path, 'it is a folder', 'Choose the file itself.');
  if (!about.isFile()) throw new HoldfastError('file-special', { path });
  if (about.size > LARGEST_MB * 1_000_000) throw new HoldfastError('table-large', { path, megabytes: LARGEST_MB });
  return readFile(path);
}

const broken = (path: string, problem: string, instead: string) => new HoldfastError('table-broken', { path, problem, instead });

function readJsonTable(path: string, text: Decoded['text'], { of, columns }: ReadOptions): Pick<ReadTable, 'rows' | 'notTaken'> {
  if (columns !== 'holdfast') throw broken(path, 'a JSON table has Holdfast’s own fields', 'Choose Holdfast’s columns, or a CSV file.');
  let value: { of?: unknown; version?: unknown; records?: unknown };
  try {
    value = JSON.parse(text) as typeof value;
  } catch (error) {
    throw broken(path, `it is no JSON (${(error as Error).message.slice(0, 120)})`, 'Write it again with the program it came from.');
  }
  if (typeof value.version === 'number' && value.version > TABLE_VERSION)
    throw broken(path, `it is of version ${value.version}`, 'Bring Holdfast up to date.');
  const head = tableDocument(of).safeParse({ ...value, records: [] });
  if (!head.success || !Array.isArray(value.records))
    throw broken(path, `it is not a Holdfast table of ${of}`, 'It should look as an export does: {"holdfast": "table", "version": 1, "of": …, "records": […]}.'); // prettier-ignore
  return { rows: value.records.map((record, index) => readRecord(record, of, { row: index + 1, line: index + 1 })), notTaken: [] };
}

async function readCsvTable(options: HeadOptions, text: string, signal: AbortSignal, onRows: (rows: number) => void) {
  const delimiter = delimiterOf(text, options);
  const rows: ReadRow[] = [];
  let head: ReturnType<typeof headColumns> | null = null;
  let names: string[] = [];
  // Errors are told by the parser and by the pipe alike; whoever reads the parser hears of them.
  const parser = Readable.from(pieces(text)).pipe(parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true })); // prettier-ignore
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (rows.length % 1000 === 0) signal.throwIfAborted();
      if (head === null) {
        names = record;
        head = headColumns(record, options);
      } else {
        const line = info.lines - record.reduce((sum, cell) => sum + newlines(cell), 0);
        rows.push(readCells(record, head, options.of, options.columns, { row: rows.length + 1, line }));
        if (rows.length % 500 === 0) await pause(() => onRows(rows.length));
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(options.path, error, text) : error;
  } finally {
    parser.destroy();
  }
  if (head === null) throw new HoldfastError('file-empty', { path: options.path });
  const columns = head;
  return { rows, delimiter, notTaken: names.filter((_, at) => columns[at]?.field == null) };
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The line of the last quotation mark that has no other; doubled ones within a cell close and open again. */
function openQuoteLine(text: string): number {
  let isOpen = false;
  let opened = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    isOpen = !isOpen;
    if (isOpen && text.charAt(at - 1) !== '"') opened = at;
  }
  return newlines(text.slice(0, opened)) + 1;
}

const PIECE = 1 << 16;
function* pieces(text: string): Generator<string> {
  // A pair of surrogates cut in two would come out as two signs that are none.
  for (let from = 0; from < text.length;) {
    let end = Math.min(from + PIECE, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
    yield text.slice(from, end);
    from = end;
  }
}

function csvProblem(path: string, error: CsvError, text: string): HoldfastError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = openQuoteLine(text);
    return broken(
      path,
      `the quotation mark that opens in line ${line} is never closed`,
      `Close it, or take it away, in line ${line} or after.`,
    );
  }
  const { lines: line = 1 } = error as { lines?: number };
  return broken(
    path,
    `line ${line} has a quotation mark where none may stand`,
    'Put the whole cell in quotation marks and double those within.',
  );
}
