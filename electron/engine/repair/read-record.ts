/** What a cell holds as SQLite stores it. A byte that makes no sense makes the row unreadable; nothing is guessed. */

export type Value = null | number | bigint | string | Buffer;

/** Thrown where bytes cannot be what they should. */
export class Unreadable extends Error {}

const words = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A variable-length integer and where it ends. Source: "Database File Format", section 1.6. */
export function readVarint(bytes: Buffer, at: number): [value: number, end: number] {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new Unreadable('cut off');
    if (index === 8) return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), at + 9];
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + index + 1];
  }
  throw new Unreadable('no end');
}

/** The values of a record; the header must account for every byte. Source: section 2.1. */
export function readRecord(bytes: Buffer): Value[] {
  const [headerSize, start] = readVarint(bytes, 0);
  if (headerSize < start || headerSize > bytes.length) throw new Unreadable('header');
  const values: Value[] = [];
  let body = headerSize;
  let at = start;
  while (at < headerSize) {
    const [type, next] = readVarint(bytes, at);
    at = next;
    const size = sizeOf(type);
    if (body + size > bytes.length) throw new Unreadable('body');
    values.push(valueOf(type, bytes.subarray(body, body + size)));
    body += size;
  }
  if (at !== headerSize || body !== bytes.length) throw new Unreadable('length');
  return values;
}

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const size = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type];
  if (size === undefined) throw new Unreadable('type');
  return size;
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 6) {
    const whole = bytes.readBigInt64BE(0);
    return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
  }
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  if (type % 2 === 0) return Buffer.from(bytes);
  try {
    return words.decode(bytes);
  } catch {
    throw new Unreadable('characters');
  }
}
