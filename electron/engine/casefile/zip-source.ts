import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { stat } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { pathProblem, type CaseFileSource } from './case-file-source.ts';
import { entryProblem, unpacksTo } from './zip-entries.ts';

/** A bag in a zip, with or without one folder round it (RFC 8493 section 4). Entries that are not what they should be are named, not read. */
export async function zipSource(path: string, signal: AbortSignal): Promise<CaseFileSource> {
  const zip = await openZip(path);
  try {
    const { entries, findings } = await readEntries(zip, path, signal);
    refuseBomb(entries, path, (await stat(path)).size);
    const top = topFolder(entries, path);
    const files: CaseFileSource['files'] = new Map();
    for (const [name, entry] of entries) {
      if (name.startsWith(top)) files.set(name.slice(top.length), { size: entry.uncompressedSize, open: () => openEntry(zip, entry) });
      else findings.push(makeFinding('bag-unlisted', name));
    }
    return { files, findings, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Names are decoded here, because the library stops at the first bad one and a report should name them all. */
function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error !== null) reject(invalid(path, error));
      else resolve(zip);
    });
  });
}

function invalid(path: string, error: Error): Error {
  return 'code' in error
    ? error
    : new HoldfastError('casefile-invalid', { path, problem: `the zip cannot be read (${error.message})` }, error);
}

function readEntries(zip: ZipFile, path: string, signal: AbortSignal): Promise<{ entries: Map<string, Entry>; findings: Finding[] }> {
  const entries = new Map<string, Entry>();
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const places = new Set<number>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(invalid(path, error)));
    zip.on('end', () => resolve({ entries, findings }));
    zip.on('entry', (entry: Entry) => {
      const name = (entry.fileName as unknown as Buffer).toString('utf8');
      if (!name.endsWith('/')) {
        const problem = entryProblem(entry, name, seen, places);
        if (problem === null) entries.set(name, entry);
        else findings.push(makeFinding('bag-path', name, { facts: { problem } }));
      } else if (pathProblem(name.slice(0, -1)) !== null) {
        findings.push(makeFinding('bag-path', name, { facts: { problem: 'it leads out of the case file' } }));
      }
      if (signal.aborted) reject(signal.reason as Error);
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function refuseBomb(entries: Map<string, Entry>, path: string, size: number): void {
  const times = unpacksTo(entries.values(), size);
  if (times !== null) throw new HoldfastError('casefile-invalid', { path, problem: `it would unpack to ${times} times its size` });
}

function topFolder(entries: Map<string, Entry>, path: string): string {
  if (entries.has('bagit.txt') || entries.has('manifest-sha256.txt')) return '';
  const names = [...entries.keys()].filter((name) => /^[^/]+\/(bagit|manifest-sha256)\.txt$/.test(name));
  const tops = new Set(names.map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [top] = tops;
  if (top === undefined || tops.size > 1) throw new HoldfastError('casefile-invalid', { path, problem: 'it holds no bagit.txt' });
  return top;
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(error);
      else resolve(stream);
    });
  });
}
