import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { HoldfastError } from '#shared/errors.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { BagNames } from './bag-names.ts';
import { LimitedCount, type CaseFileLimits } from './case-file-limits.ts';
import { bagPathProblem, type CaseFileSource } from './case-file-source.ts';
import { entryProblem, unpacksTo } from './zip-entries.ts';
import { listProblem, localProblem, overlapping } from './zip-places.ts';

type Listed = { entries: Map<string, Entry>; findings: Finding[] };

/** A bag in a zip, with or without one folder round it (RFC 8493 section 4). Entries that are not what they should be are named, not read. */
export async function zipSource(path: string, limits: CaseFileLimits, signal: AbortSignal): Promise<CaseFileSource> {
  const zip = await openZip(path);
  const file = await open(path, 'r');
  try {
    const listStart = zip.readEntryCursor as unknown as number; // Its types are mistaken.
    if (zip.entryCount > limits.files) refuse(path, `it holds more than ${limits.files} files`);
    const { entries, findings } = await readEntries(zip, new LimitedCount(path, limits), signal).catch((error: unknown) => {
      throw invalid(path, error as Error);
    });
    const times = unpacksTo(entries.values(), (await file.stat()).size);
    if (times !== null) refuse(path, `it would unpack to ${times} times its size`);
    const problem = await listProblem(file, zip.readEntryCursor as unknown as number);
    if (problem !== null) refuse(path, problem);
    await checkPlaces(file, { entries, findings }, { path, listStart, signal });
    return asSource(zip, { entries, findings }, topFolder(entries, path));
  } catch (error) {
    zip.close();
    throw error;
  } finally {
    await file.close();
  }
}

function asSource(zip: ZipFile, { entries, findings }: Listed, top: string): CaseFileSource {
  const files: CaseFileSource['files'] = new Map();
  for (const [name, entry] of entries) {
    if (name.startsWith(top)) files.set(name.slice(top.length), { size: entry.uncompressedSize, open: () => openEntry(zip, entry) });
    else findings.push(makeFinding('bag-unlisted', name));
  }
  return { files, findings, close: () => zip.close() };
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

function refuse(path: string, problem: string): never {
  throw new HoldfastError('casefile-invalid', { path, problem });
}

function invalid(path: string, error: Error): Error {
  if (error instanceof HoldfastError || 'code' in error || error.name === 'AbortError') return error;
  return new HoldfastError('casefile-invalid', { path, problem: `the zip cannot be read (${error.message})` }, error);
}

function readEntries(zip: ZipFile, count: LimitedCount, signal: AbortSignal): Promise<Listed> {
  const entries = new Map<string, Entry>();
  const findings: Finding[] = [];
  const names = new BagNames();
  const [seen, places] = [new Set<string>(), new Set<number>()];
  return new Promise((resolve, reject) => {
    const take = (entry: Entry) => {
      const name = (entry.fileName as unknown as Buffer).toString('utf8');
      count.add(entry.uncompressedSize);
      count.enter(name.split('/').length - 1);
      const problem = name.endsWith('/') ? bagPathProblem(name.slice(0, -1)) : (entryProblem(entry, name, seen, places) ?? names.add(name));
      if (problem !== null) findings.push(makeFinding('bag-path', name.slice(0, 1024), { facts: { problem } }));
      else if (!name.endsWith('/')) entries.set(name, entry);
      signal.throwIfAborted();
    };
    zip.on('error', reject);
    zip.on('end', () => resolve({ entries, findings }));
    zip.on('entry', (entry: Entry) => {
      try {
        take(entry);
        zip.readEntry();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    zip.readEntry();
  });
}

type Places = { path: string; listStart: number; signal: AbortSignal };

/** Entries that the zip describes in two ways are named and taken out; entries over one another make the whole zip worthless. */
async function checkPlaces(file: FileHandle, { entries, findings }: Listed, { path, listStart, signal }: Places): Promise<void> {
  const places: { name: string; start: number; end: number }[] = [];
  for (const [name, entry] of entries) {
    signal.throwIfAborted();
    const { problem, end } = await localProblem(file, entry);
    if (end !== null) places.push({ name, start: entry.relativeOffsetOfLocalHeader, end });
    if (problem === null) continue;
    entries.delete(name);
    findings.push(makeFinding('bag-path', name, { facts: { problem } }));
  }
  const shared = overlapping(places, listStart);
  if (shared !== null) refuse(path, `the bytes of ${shared} are also those of another file in it`);
}

function topFolder(entries: Map<string, Entry>, path: string): string {
  if (entries.has('bagit.txt') || entries.has('manifest-sha256.txt')) return '';
  const names = [...entries.keys()].filter((name) => /^[^/]+\/(bagit|manifest-sha256)\.txt$/.test(name));
  const tops = new Set(names.map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [top] = tops;
  if (top === undefined || tops.size > 1) return refuse(path, 'it holds no bagit.txt');
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
