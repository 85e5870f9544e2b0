import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BadRecord, Part } from './archive-model.ts';
import type { WaczZip } from './wacz-zip.ts';

const WARC = /^archive\/.+\.warc(\.gz)?$/i;

/**
 * The WARCs inside a WACZ: where they are stored they are read straight from it; where the zip packed them they are
 * unpacked into `folder`, to the size the zip states and no further.
 */
export async function archiveParts(zip: WaczZip, folder: string, bad: (record: BadRecord) => void): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [name, entry] of zip.entries) {
    if (!WARC.test(name)) continue;
    try {
      const place = await zip.place(entry);
      if (place !== null) {
        parts.push({ name, path: null, ...place });
        continue;
      }
      const path = join(folder, `part-${parts.length}.warc`);
      await pipeline(await zip.open(entry), createWriteStream(path));
      parts.push({ name, path, start: 0, end: entry.uncompressedSize });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      bad({
        part: name,
        offset: 0,
        recordId: null,
        url: null,
        reason: 'unparsable',
        detail: `the zip cannot give it (${(error as Error).message})`,
      });
    }
  }
  return parts;
}
