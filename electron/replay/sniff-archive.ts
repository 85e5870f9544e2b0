import { open } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';

/** Kinds of archive by the ending that wabac knows them by. */
export type ArchiveKind = 'wacz' | 'warc' | 'warc.gz';

/**
 * What an archive is by its first bytes: zip (WACZ 1.1.1 section 2), gzip members or a plain record (WARC 1.1, section
 * 4 and annex D).
 * @throws HoldfastError replay-unreadable
 */
export async function sniffArchive(path: string, name: string): Promise<ArchiveKind> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(5);
    await file.read(head, 0, head.length, 0);
    if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'wacz';
    if (head.toString('latin1') === 'WARC/') return 'warc';
    if (head[0] === 0x1f && head[1] === 0x8b) return 'warc.gz';
    throw new HoldfastError('replay-unreadable', { name });
  } finally {
    await file.close();
  }
}
