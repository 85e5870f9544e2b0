import { createHash } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { syncFolder, writeFileSynced } from '../store/sync-folder.ts';

/** Writes pieces of text under another name beside `target` and puts the whole there. Never over something, never half. */
export async function writeTableFile(
  target: string,
  pieces: AsyncIterable<string>,
  nonce: string,
): Promise<{ sha256: string; bytes: number }> {
  const part = join(dirname(target), `.${basename(target)}.${nonce}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(part, 'wx');
    try {
      for await (const piece of pieces) {
        const chunk = Buffer.from(piece, 'utf8');
        hash.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await link(part, target);
    await syncFolder(dirname(target));
    return { sha256: hash.digest('hex'), bytes };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new HoldfastError('export-target-exists', { path: target });
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

/** Puts a small text at `path`; the very same one there is as good. */
export async function writeOnce(path: string, text: string): Promise<void> {
  try {
    await writeFileSynced(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if ((await readFile(path, 'utf8').catch(() => null)) !== text) throw new HoldfastError('export-target-exists', { path });
  }
}
