/** For tests: zips byte by byte (APPNOTE 6.3), so that they can say what no honest writer says. */
import { crc32, deflateRawSync } from 'node:zlib';

export type MadeEntry = {
  name: string | Buffer;
  data: Buffer;
  /** DEFLATE; else the bytes stand as they are. */
  packed?: boolean;
  /** Unix mode, such as 0o120777 for a link. */
  mode?: number;
  /** What the list says, where it is not the truth. */
  listed?: Partial<{ name: string; flags: number; size: number; packedSize: number; offset: number; method: number }>;
  /** What the entry's own head says. */
  local?: Partial<{ name: string; flags: number; size: number; method: number }>;
  /** Sizes in a ZIP64 field of the list (4.5.3), whatever they are. */
  zip64?: { size: bigint; packedSize: bigint };
};

/** What the end record says, where it is not the truth. */
export type MadeEnd = Partial<{ entries: number; listOffset: number; listSize: number; comment: Buffer }>;

export function makeZip(entries: readonly MadeEntry[], end: MadeEnd = {}): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = entry.packed === true ? deflateRawSync(entry.data) : entry.data;
    list.push(listEntry(entry, bytes, at));
    const piece = Buffer.concat([localHead(entry, bytes), bytes]);
    pieces.push(piece);
    at += piece.length;
  }
  const listed = Buffer.concat(list);
  return Buffer.concat([...pieces, listed, endRecord(entries.length, at, listed.length, end)]);
}

function localHead({ name, data, packed, local }: MadeEntry, bytes: Buffer): Buffer {
  const called = Buffer.from(local?.name ?? name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(local?.flags ?? 0x800, 6);
  head.writeUInt16LE(local?.method ?? (packed === true ? 8 : 0), 8);
  head.writeUInt32LE(0x21, 10);
  head.writeUInt32LE(crc32(data), 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(local?.size ?? data.length, 22);
  head.writeUInt16LE(called.length, 26);
  return Buffer.concat([head, called]);
}

function listEntry({ name, data, packed, mode = 0o100644, listed, zip64 }: MadeEntry, bytes: Buffer, at: number): Buffer {
  const called = Buffer.from(listed?.name ?? name);
  const extra = Buffer.alloc(zip64 === undefined ? 0 : 20);
  if (zip64 !== undefined) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(zip64.size, 4);
    extra.writeBigUInt64LE(zip64.packedSize, 12);
  }
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(listed?.flags ?? 0x800, 8);
  head.writeUInt16LE(listed?.method ?? (packed === true ? 8 : 0), 10);
  head.writeUInt32LE(0x21, 12);
  head.writeUInt32LE(crc32(data), 16);
  head.writeUInt32LE(zip64 === undefined ? (listed?.packedSize ?? bytes.length) : 0xffffffff, 20);
  head.writeUInt32LE(zip64 === undefined ? (listed?.size ?? data.length) : 0xffffffff, 24);
  head.writeUInt16LE(called.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE((mode << 16) >>> 0, 38);
  head.writeUInt32LE(listed?.offset ?? at, 42);
  return Buffer.concat([head, called, extra]);
}

function endRecord(entries: number, listOffset: number, listSize: number, end: MadeEnd): Buffer {
  const record = Buffer.alloc(22);
  const comment = end.comment ?? Buffer.alloc(0);
  const count = Math.min(0xffff, end.entries ?? entries);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(end.listSize ?? listSize, 12);
  record.writeUInt32LE(end.listOffset ?? listOffset, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...(entries < 0xffff ? [] : zip64End(entries, listOffset, listSize)), record, comment]);
}

/** Where there are more entries than sixteen bits count (4.3.14, 4.3.15). */
function zip64End(entries: number, listOffset: number, listSize: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(entries), at);
  record.writeBigUInt64LE(BigInt(listSize), 40);
  record.writeBigUInt64LE(BigInt(listOffset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(listOffset + listSize), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
