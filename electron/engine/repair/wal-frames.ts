import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Where in the write-ahead log the newest committed copy of a page lies, in bytes; and the page size it was written with. */
export type WalFrames = { pageSize: number; offsets: Map<number, number>; frames: number; pages: number };

const HEADER = 32;
const FRAME = 24;

/**
 * Reads a write-ahead log as SQLite recovers one: frames count up to the first whose salt or checksum does not hold, and
 * of those up to the last that ends a transaction. Null when there is no log that could be used.
 * Source: SQLite, "WAL-mode File Format", sections 4.1 to 4.3.
 */
export function readWalFrames(path: string): WalFrames | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return scan(file, fstatSync(file).size);
  } catch {
    return null; // A log that cannot be read is a log that is not there.
  } finally {
    closeSync(file);
  }
}

function scan(file: number, size: number): WalFrames | null {
  const header = Buffer.alloc(HEADER);
  if (readSync(file, header, 0, HEADER, 0) < HEADER) return null;
  const magic = header.readUInt32BE(0);
  const pageSize = header.readUInt32BE(8);
  if ((magic & 0xfffffffe) >>> 0 !== 0x377f0682 || !isPageSize(pageSize)) return null;
  const isBig = (magic & 1) === 1;
  let sum = checksum(header.subarray(0, 24), [0, 0], isBig);
  if (sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28)) return null;
  const found: WalFrames = { pageSize, offsets: new Map(), frames: 0, pages: 0 };
  let open: [page: number, offset: number][] = [];
  const frame = Buffer.alloc(FRAME + pageSize);
  for (let at = HEADER; at + frame.length <= size; at += frame.length) {
    if (readSync(file, frame, 0, frame.length, at) < frame.length || frame.compare(header, 16, 24, 8, 16) !== 0) break;
    sum = checksum(frame.subarray(FRAME), checksum(frame.subarray(0, 8), sum, isBig), isBig);
    if (sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)) break;
    open.push([frame.readUInt32BE(0), at + FRAME]);
    const pages = frame.readUInt32BE(4);
    if (pages === 0) continue;
    for (const [page, offset] of open) found.offsets.set(page, offset);
    found.frames += open.length;
    found.pages = pages;
    open = [];
  }
  return found.frames === 0 ? null : found;
}

type Sum = readonly [number, number];

function checksum(bytes: Buffer, [one, two]: Sum, isBig: boolean): Sum {
  let [a, b] = [one, two];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

export function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}
