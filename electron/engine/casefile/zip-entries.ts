import type { Entry } from 'yauzl';
import { pathProblem } from './case-file-source.ts';

/** A zip that unpacks to more than this many times its size, and to more than the floor, is a bomb: media does not shrink. */
const MOST_TIMES = 100;
const BOMB_FLOOR = 100_000_000;
const LINK = 0o120000;
const KIND = 0o170000;

/** Why an entry of a zip from elsewhere is not read, or null. `seen` and `places` are those of the entries before it. */
export function entryProblem(entry: Entry, name: string, seen: Set<string>, places: Set<number>): string | null {
  const folded = name.normalize('NFC').toLowerCase();
  const twice = seen.has(folded) || places.has(entry.relativeOffsetOfLocalHeader);
  seen.add(folded);
  places.add(entry.relativeOffsetOfLocalHeader);
  if (twice) return 'it is there twice';
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return 'it is a link';
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'it is locked with a password';
  return pathProblem(name);
}

/** How many times its size a zip would unpack to, when that is more than any honest one does; else null. */
export function unpacksTo(entries: Iterable<Entry>, size: number): number | null {
  let unpacked = 0;
  let packed = 0;
  for (const entry of entries) {
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
  }
  if (packed <= size && (unpacked <= BOMB_FLOOR || unpacked <= size * MOST_TIMES)) return null;
  return Math.round(unpacked / Math.max(1, size));
}
