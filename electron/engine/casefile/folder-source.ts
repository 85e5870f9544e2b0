import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { CaseFileSource } from './case-file-source.ts';

/** A bag as a folder. Links are named and never followed. */
export async function folderSource(folder: string, signal: AbortSignal): Promise<CaseFileSource> {
  const source: CaseFileSource = { files: new Map(), findings: [], close() {} };
  await walk(folder, '', source, signal);
  if (!source.files.has('bagit.txt') && !source.files.has('manifest-sha256.txt')) {
    throw new HoldfastError('casefile-invalid', { path: folder, problem: 'it holds no bagit.txt' });
  }
  return source;
}

async function walk(folder: string, under: string, source: CaseFileSource, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    const place = join(folder, entry.name);
    if (entry.isDirectory()) await walk(place, path, source, signal);
    else if (entry.isFile())
      source.files.set(path, { size: (await lstat(place)).size, open: async () => createReadStream(place, { highWaterMark: 1 << 18 }) });
    else
      source.findings.push(
        makeFinding('bag-path', path, { facts: { problem: entry.isSymbolicLink() ? 'it is a link' : 'it is not a file' } }),
      );
  }
}
