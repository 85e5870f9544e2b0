import type { PageSource } from './page-source.ts';
import { readRecord, readVarint, Unreadable, type Value } from './read-record.ts';

/** Source: "Database File Format", section 1.6. */
const kinds: Record<number, 'index-inside' | 'table-inside' | 'index-leaf' | 'table-leaf'> = {
  2: 'index-inside',
  5: 'table-inside',
  10: 'index-leaf',
  13: 'table-leaf',
};

export type Row = { rowid: number | null; values: Value[] };

export type ReadPage = {
  kind: 'index-inside' | 'table-inside' | 'index-leaf' | 'table-leaf';
  children: number[];
  rows: Row[];
  /** Places of cells on this page that could not be read. */
  bad: number[];
};

/** A page of a tree, cell by cell; null when it is no such page. A bad cell is skipped and told. */
export function readPage(source: PageSource, number: number): ReadPage | null {
  const bytes = source.page(number);
  if (bytes === null) return null;
  const top = number === 1 ? 100 : 0;
  const kind = kinds[bytes[top] ?? 0];
  if (kind === undefined) return null;
  const inside = kind.endsWith('inside');
  const cells = bytes.readUInt16BE(top + 3);
  const list = top + (inside ? 12 : 8);
  if (list + 2 * cells > bytes.length) return null;
  const page: ReadPage = { kind, children: [], rows: [], bad: [] };
  for (let index = 0; index < cells; index += 1) {
    try {
      readCell(source, bytes, bytes.readUInt16BE(list + 2 * index), page);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
      page.bad.push(index);
    }
  }
  if (inside) page.children.push(bytes.readUInt32BE(top + 8));
  return page;
}

function readCell(source: PageSource, bytes: Buffer, start: number, page: ReadPage): void {
  let at = start;
  if (page.kind.endsWith('inside')) {
    page.children.push(bytes.readUInt32BE(at));
    at += 4;
  }
  if (page.kind === 'table-inside') return;
  const [size, afterSize] = readVarint(bytes, at);
  const isTable = page.kind === 'table-leaf';
  const [rowid, body] = isTable ? readVarint(bytes, afterSize) : [null, afterSize];
  page.rows.push({ rowid, values: readRecord(payloadOf(source, bytes, body, size, isTable)) });
}

/** A payload with what overflowed to other pages. Source: section 1.6, "cell payload overflow". */
function payloadOf(source: PageSource, bytes: Buffer, at: number, size: number, isTable: boolean): Buffer {
  const { usable } = source;
  if (size < 0 || size > source.pages * usable) throw new Unreadable('size');
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  const local = size <= most ? size : fitting <= most ? fitting : least;
  if (at + local > bytes.length) throw new Unreadable('cut off');
  const parts = [bytes.subarray(at, at + local)];
  let left = size - local;
  for (let next = left > 0 ? bytes.readUInt32BE(at + local) : 0; left > 0;) {
    const page = next === 0 ? null : source.page(next);
    if (page === null) throw new Unreadable('overflow');
    const part = page.subarray(4, Math.min(usable, 4 + left));
    parts.push(part);
    left -= part.length;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}
