/** Does a zip say the same to everyone? Programs that read its list and those that read it from the start must see the same files. */
import type { FileHandle } from 'node:fs/promises';
import type { Entry } from 'yauzl';

const LOCAL_HEAD = 0x04034b50;
const LOCAL_LENGTH = 30;
/** What may follow the list of entries: its signature, or an end record (APPNOTE 4.3.13 to 4.3.16). */
const AFTER_LIST = new Set([0x05054b50, 0x06064b50, 0x06054b50]);
const ENTRY_IN_LIST = 0x02014b50;
const SIZES_FOLLOW = 8;
const LOCKED = 1;

/**
 * The problem of an entry's own head, or null: another name, method or size than the list gives. `end` is where its
 * bytes end in the zip, null where it has none.
 */
export async function localProblem(file: FileHandle, entry: Entry): Promise<{ problem: string | null; end: number | null }> {
  const at = entry.relativeOffsetOfLocalHeader;
  const listed = entry.fileName as unknown as Buffer;
  const head = await read(file, at, LOCAL_LENGTH + listed.length);
  if (head.length < LOCAL_LENGTH + listed.length || head.readUInt32LE(0) !== LOCAL_HEAD)
    return { problem: 'its bytes are not where the zip says', end: null };
  const flags = head.readUInt16LE(6);
  const end = at + LOCAL_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28) + entry.compressedSize;
  if (head.readUInt16LE(26) !== listed.length || !head.subarray(LOCAL_LENGTH).equals(listed))
    return { problem: 'the zip gives it two names', end };
  if ((flags & LOCKED) !== 0) return { problem: 'it is locked with a password', end };
  if (head.readUInt16LE(8) !== entry.compressionMethod) return { problem: 'the zip says in two ways how it is packed', end };
  const [packed, size] = [head.readUInt32LE(18), head.readUInt32LE(22)];
  // Sizes of 0xffffffff stand in a ZIP64 field; the list's were read from there.
  const differs = (one: number, other: number) => one !== 0xffffffff && one !== other;
  if ((flags & SIZES_FOLLOW) === 0 && (differs(packed, entry.compressedSize) || differs(size, entry.uncompressedSize)))
    return { problem: 'the zip gives it two sizes', end };
  return { problem: null, end };
}

/** Whether entries share bytes: `places` are the beginning and end of each. The name of the first that does, or null. */
export function overlapping(places: readonly { name: string; start: number; end: number }[], listStart: number): string | null {
  const sorted = places.toSorted((a, b) => a.start - b.start);
  for (const [index, { name, end }] of sorted.entries()) if (end > (sorted[index + 1]?.start ?? listStart)) return name;
  return null;
}

/** What is wrong with the end of the list of entries, at `at` where the last one that was counted ends; null when nothing is. */
export async function listProblem(file: FileHandle, at: number): Promise<string | null> {
  const found = await read(file, at, 4);
  const signature = found.length < 4 ? 0 : found.readUInt32LE(0);
  if (AFTER_LIST.has(signature)) return null;
  return signature === ENTRY_IN_LIST ? 'it lists more files than it counts' : 'its list of files does not end where it should';
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}
