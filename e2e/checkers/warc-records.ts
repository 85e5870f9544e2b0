import { gzipMembers } from './gzip-members.ts';

/** A WARC record as read by hand: `offset` and `length` are those of its gzip member, or of its bytes in a plain file. */
export type WarcRecord = {
  offset: number;
  length: number;
  version: string;
  headers: [name: string, value: string][];
  block: Buffer;
};

/** First value of a header, by any case. */
export function header(headers: [string, string][], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Every value of a header. */
export function headerValues(headers: [string, string][], name: string): string[] {
  return headers.flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? [value] : []));
}

/**
 * Reads a WARC or WARC.gz file record by record (ISO 28500:2017 section 4 and annex A), without any library.
 * @throws Error naming the offset where it is not a WARC, or a gzip member that is not exactly one record.
 */
export function warcRecords(file: Buffer): WarcRecord[] {
  if (file[0] !== 0x1f) return plainRecords(file);
  return gzipMembers(file).map(({ offset, length, data }) => {
    const record = recordAt(data, 0);
    if (record.length !== data.length) throw new Error(`the gzip member at ${offset} holds more than one record`);
    return { ...record, offset, length };
  });
}

function plainRecords(file: Buffer): WarcRecord[] {
  const records: WarcRecord[] = [];
  for (let offset = 0; offset < file.length;) {
    const record = recordAt(file, offset);
    records.push(record);
    offset += record.length;
  }
  return records;
}

/** The record that starts at `offset` of uncompressed bytes. */
export function recordAt(bytes: Buffer, offset: number): WarcRecord {
  const end = bytes.indexOf('\r\n\r\n', offset, 'latin1');
  const head = end < 0 ? '' : bytes.subarray(offset, end).toString('utf8');
  const [version = '', ...lines] = head.split('\r\n');
  if (!version.startsWith('WARC/')) throw new Error(`no WARC record begins at ${offset}`);
  const headers = readHeaders(lines);
  const size = Number(header(headers, 'Content-Length'));
  const start = end + 4;
  const after = start + size;
  if (!Number.isInteger(size) || bytes.subarray(after, after + 4).toString('latin1') !== '\r\n\r\n')
    throw new Error(`the record at ${offset} does not end where its Content-Length says`);
  return { offset, length: after + 4 - offset, version, headers, block: bytes.subarray(start, after) };
}

/** Named fields, with folded lines joined. */
export function readHeaders(lines: string[]): [string, string][] {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`;
    else headers.push([line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  }
  return headers;
}
