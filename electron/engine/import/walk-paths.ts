import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HoldfastError, toErrorData, type ErrorData } from '#shared/errors.ts';

/** A file to import. `name` is its base name; `relative` its path under the folder that was given, else its name. `size` in bytes. */
export type FoundFile = { path: string; name: string; relative: string; size: number };
/** Something that is not imported, and why. */
export type RefusedPath = { path: string; name: string; relative: string; error: ErrorData };

/** What file managers and systems leave in folders; nobody collected them. */
const litter = /^(\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory|\._.*|\.Spotlight-V100|\.Trashes|\.fseventsd|__MACOSX)$/i;

/**
 * All files under the given paths, folders entered in the order of their names. A path that was given is followed when
 * it is a link; a link inside a folder is refused by name, so that no loop is walked and nothing outside the folder is
 * taken unseen. Never throws for one path: what cannot be read is among `refused`.
 */
export async function walkPaths(paths: readonly string[], signal: AbortSignal): Promise<{ files: FoundFile[]; refused: RefusedPath[] }> {
  const files: FoundFile[] = [];
  const refused: RefusedPath[] = [];
  const seen = new Set<string>();
  const waiting = paths.map((path) => ({ path, relative: basename(path), given: true })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    signal.throwIfAborted();
    const { path, relative, given } = next;
    const place = { path, name: basename(path), relative };
    try {
      const found = await look(path, given);
      const identity = `${found.dev}:${found.ino}:${path}`;
      if (seen.has(identity)) continue;
      seen.add(identity);
      if (found.isDirectory()) {
        const names = (await readdir(path)).filter((name) => !litter.test(name)).sort();
        for (const name of names.reverse()) waiting.push({ path: join(path, name), relative: `${relative}/${name}`, given: false });
      } else files.push({ ...place, size: found.size });
    } catch (error) {
      refused.push({ ...place, error: nameThePath(error, path) });
    }
  }
  return { files, refused };
}

/** Follows a link only where a person pointed at it. Devices, pipes and sockets are no files that end. */
async function look(path: string, given: boolean): Promise<Stats> {
  const found = given ? await stat(path) : await lstat(path);
  if (found.isSymbolicLink()) throw new HoldfastError('file-link', { path });
  if (!found.isFile() && !found.isDirectory()) throw new HoldfastError('file-special', { path });
  return found;
}

/** System errors told as errors of this path. ELOOP: the given path is itself a ring of links. */
export function nameThePath(error: unknown, path: string): ErrorData {
  const system = (error as NodeJS.ErrnoException).code;
  if (system === 'ELOOP') return { code: 'file-link', facts: { path } };
  if (system === 'ENOTDIR') return { code: 'file-missing', facts: { path } };
  if (['EIO', 'EISDIR', 'ENXIO', 'EBUSY', 'ESTALE', 'ENAMETOOLONG'].includes(system ?? ''))
    return { code: 'file-unreadable', facts: { path } };
  const data = toErrorData(error);
  return { ...data, facts: { ...data.facts, ...(data.code === 'internal' || data.code === 'disk-full' ? {} : { path }) } };
}
