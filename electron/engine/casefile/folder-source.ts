import { constants, createReadStream } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { makeFinding } from '#shared/finding-words.ts';
import { BagNames } from './bag-names.ts';
import { LimitedCount, type CaseFileLimits } from './case-file-limits.ts';
import type { CaseFileSource } from './case-file-source.ts';

/** Windows has no such flag. */
const NOT_FOLLOWED = constants.O_RDONLY | ((constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0);

type Walk = { source: CaseFileSource; names: BagNames; count: LimitedCount; signal: AbortSignal };

/** A bag as a folder. Links are named and never followed. */
export async function folderSource(folder: string, limits: CaseFileLimits, signal: AbortSignal): Promise<CaseFileSource> {
  const source: CaseFileSource = { files: new Map(), findings: [], close() {} };
  await walk(folder, '', 0, { source, names: new BagNames(), count: new LimitedCount(folder, limits), signal });
  if (!source.files.has('bagit.txt') && !source.files.has('manifest-sha256.txt')) {
    throw new HoldfastError('casefile-invalid', { path: folder, problem: 'it holds no bagit.txt' });
  }
  // In one order on every system.
  source.files = new Map([...source.files].sort(([a], [b]) => (a < b ? -1 : 1)));
  return source;
}

async function walk(folder: string, under: string, depth: number, work: Walk): Promise<void> {
  const { source, names, count, signal } = work;
  count.enter(depth);
  for await (const entry of await opendir(folder)) {
    signal.throwIfAborted();
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    const place = join(folder, entry.name);
    if (entry.isDirectory()) {
      await walk(place, path, depth + 1, work);
      continue;
    }
    const { size } = await lstat(place);
    count.add(entry.isFile() ? size : 0);
    const problem = entry.isSymbolicLink() ? 'it is a link' : entry.isFile() ? names.add(path) : 'it is not a file';
    if (problem === null) source.files.set(path, { size, open: async () => openFile(place) });
    else source.findings.push(makeFinding('bag-path', path, { facts: { problem } }));
  }
}

/** What was a file when the folder was read must be one still: a link put there meanwhile is not followed. */
function openFile(place: string) {
  return createReadStream(place, {
    highWaterMark: 1 << 18,
    flags: NOT_FOLLOWED as unknown as string,
  });
}
