import yauzl from 'yauzl';
import { HoldfastError } from '#shared/errors.ts';
import { FileWindow } from '../archive/file-window.ts';
import { gzipHeadLength, gzipMagic, peekMember } from '../archive/gzip-member.ts';

const warc = 'application/warc';
const wacz = 'application/wacz+zip';
/** RFC 8878: a frame, and the skippable frame that carries a dictionary. */
const zstdMagics = [0xfd2fb528, 0x184d2a5d];
const zipMagic = Buffer.from('PK\u0003\u0004');
/** Enough entries to tell; a WACZ has few. */
const MOST_ENTRIES = 10_000;

/**
 * The media type of a web archive by its content, or null when it is none. A name decides only where damage at the
 * very start leaves nothing else: `.warc.gz` for gzip, `.wacz` for zip.
 * @throws HoldfastError archive-format: an archive of a kind that is not read
 */
export async function sniffArchive(path: string, name: string, head: Buffer): Promise<string | null> {
  if (head.subarray(0, zipMagic.length).equals(zipMagic)) return /\.wacz$/i.test(name) || (await isWacz(path)) ? wacz : null;
  if (/\.warc\.zst$/i.test(name) && head.length >= 4 && zstdMagics.includes(head.readUInt32LE(0)))
    throw new HoldfastError('archive-format', { format: 'WARC packed with zstd' });
  if (!head.subarray(0, gzipMagic.length).equals(gzipMagic)) return startsAsWarc(head) ? warc : null;
  return startsAsWarc(unpackStart(path)) || /\.warc\.gz$/i.test(name) ? warc : null;
}

function startsAsWarc(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 24);
  if (/^WARC\/1\.[01]\r?\n/.test(start)) return true;
  const older = /^WARC\/\d+\.\d+(?=\r?\n)/.exec(start)?.[0];
  if (older !== undefined) throw new HoldfastError('archive-format', { format: older });
  if (/^filedesc:\/\//.test(start)) throw new HoldfastError('archive-format', { format: 'ARC' });
  return false;
}

function unpackStart(path: string): Buffer {
  const file = new FileWindow(path);
  try {
    const head = gzipHeadLength(file, 0, file.size);
    return head === null ? Buffer.alloc(0) : peekMember(file.copy(0, head + 4096), head);
  } finally {
    file.close();
  }
}

/** WACZ 1.1.1, 3: a zip with `datapackage.json` at its top and WARCs under `archive/`. */
function isWacz(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  yauzl.open(path, { lazyEntries: true, autoClose: true, decodeStrings: false }, (error, zip) => {
    if (error !== null) return resolve(false);
    let [described, archived, count] = [false, false, 0];
    const end = (answer: boolean) => {
      resolve(answer);
      zip.close();
    };
    zip.on('error', () => resolve(false)).on('end', () => resolve(false));
    zip.on('entry', (entry: { fileName: unknown }) => {
      const name = (entry.fileName as Buffer).toString('latin1');
      described ||= name === 'datapackage.json';
      archived ||= name.startsWith('archive/');
      if (described && archived) end(true);
      else if (++count > MOST_ENTRIES) end(false);
      else zip.readEntry();
    });
    zip.readEntry();
  });
  return promise;
}
