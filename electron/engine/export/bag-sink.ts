/** Where the files of a bag go: a folder or a zip. */
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { syncFoldersUnder } from '../store/sync-folder.ts';

export type Chunks = AsyncIterable<Uint8Array>;

export type BagSink = {
  /** Writes one file. `packed`: worth compressing (text is, media is not). */
  add(path: string, chunks: Chunks, packed: boolean): Promise<void>;
  /** All is written and on disk. */
  finish(): Promise<void>;
  /** Removes everything written so far. */
  abandon(): Promise<void>;
};

export async function folderSink(folder: string): Promise<BagSink> {
  await mkdir(folder);
  const made = new Set<string>();
  const written: string[] = [];
  return {
    async add(path, chunks) {
      const target = join(folder, path);
      if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
      made.add(dirname(target));
      const file = await open(target, 'wx');
      try {
        for await (const chunk of chunks) await file.writeFile(chunk);
      } finally {
        await file.close();
      }
      written.push(target);
    },
    async finish() {
      await syncFiles(written);
      await syncFoldersUnder(folder);
    },
    abandon: () => rm(folder, { recursive: true, force: true }),
  };
}

/** So many at once, because a disk takes many to safety in the time that it takes one. */
const AT_ONCE = 32;

async function syncFiles(paths: readonly string[]): Promise<void> {
  const next = paths.values();
  const work = async () => {
    for (const path of next) {
      const file = await open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** `top` is the one folder inside the zip (RFC 8493 section 4). `at` dates every entry. */
export function zipSink(path: string, top: string, at: Date): BagSink {
  const zip = new ZipFile();
  const file = createWriteStream(path, { flags: 'wx', flush: true });
  const written = finished(file);
  const broken = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    written.catch(reject);
  });
  broken.catch(() => {}); // Told by whoever waits for it; nobody may be waiting yet.
  zip.outputStream.pipe(file);
  return {
    async add(name, chunks, packed) {
      const source = Readable.from(chunks, { objectMode: false });
      zip.addReadStream(source, `${top}/${name}`, { compress: packed, mtime: at, mode: 0o100644 });
      await Promise.race([finished(source), broken]);
    },
    async finish() {
      zip.end();
      await Promise.race([written, broken]);
    },
    async abandon() {
      file.destroy();
      await written.catch(() => {});
      await rm(path, { force: true });
    },
  };
}
