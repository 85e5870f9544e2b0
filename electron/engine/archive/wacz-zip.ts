import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { statSync } from 'node:fs';
import { HoldfastError } from '#shared/errors.ts';
import { entryProblem, unpacksTo } from '../casefile/zip-entries.ts';

const MOST_ENTRIES = 200_000;

/** The files of a WACZ by name. Nothing is unpacked: each is read as a stream, or, where it is stored, straight from the zip. */
export type WaczZip = {
  entries: Map<string, Entry>;
  open(entry: Entry): Promise<Readable>;
  /** Where a stored entry's bytes lie in the zip file; null when they are packed. */
  place(entry: Entry): Promise<{ start: number; end: number } | null>;
  close(): void;
};

/** What kept a file from being read as a zip at all. */
export class ZipUnreadable extends Error {}

/**
 * @throws HoldfastError archive-unsafe: names that lead out, links, names twice, entries over one another, passwords,
 *   bombs; ZipUnreadable
 */
export async function openWacz(path: string): Promise<WaczZip> {
  const zip = await open(path);
  try {
    const entries = await readEntries(zip);
    const { size } = statSync(path);
    const times = unpacksTo(entries.values(), size);
    if (times !== null) throw new HoldfastError('archive-unsafe', { problem: `it would unpack to ${times} times its size` });
    return { entries, open: (entry) => openEntry(zip, entry), place: (entry) => placeOf(zip, entry, size), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function open(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject('code' in error ? error : new ZipUnreadable(error.message));
    });
  });
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  const places = new Set<number>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(new ZipUnreadable(error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const name = (entry.fileName as unknown as Buffer).toString('utf8');
      const folder = name.endsWith('/');
      const problem = entryProblem(entry, folder ? name.slice(0, -1) : name, seen, places);
      if (problem !== null)
        return reject(new HoldfastError('archive-unsafe', { problem: `“${name.slice(0, 200)}” inside it: ${problem}` }));
      if (!folder) entries.set(name, entry);
      if (seen.size > MOST_ENTRIES) reject(new HoldfastError('archive-unsafe', { problem: `it holds more than ${MOST_ENTRIES} files` }));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(error);
    });
  });
}

function placeOf(zip: ZipFile, entry: Entry, size: number): Promise<{ start: number; end: number } | null> {
  if (entry.compressionMethod !== 0) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error !== null) return reject(error);
      const start = header.fileDataStart;
      resolve({ start, end: Math.min(size, start + entry.uncompressedSize) });
    });
  });
}
