/** Reads one record on demand, by where it lies. For worker threads: reading waits. */
import * as zlib from 'node:zlib';
import type { IndexedRecord } from './archive-index.ts';
import { dechunk } from './dechunk.ts';
import { FileWindow } from './file-window.ts';
import { gzipHeadLength } from './gzip-member.ts';
import { field, parseHead, type HeaderFields } from './header-fields.ts';
import type { RecordFinder } from './find-record.ts';

/** A record as it stands in the archive: its own head, the HTTP head inside it, the body as stored. */
export type RecordBytes = { fields: HeaderFields; http: { first: string; fields: HeaderFields } | null; body: Buffer };

export class RecordReader {
  readonly #archive: string;
  readonly #finder: RecordFinder;
  readonly #files = new Map<string, FileWindow>();

  constructor(archive: string, finder: RecordFinder) {
    this.#archive = archive;
    this.#finder = finder;
  }

  /** @throws Error when the bytes are no longer what the index says */
  read(record: IndexedRecord): RecordBytes {
    const bytes = this.#bytes(record);
    const { fields } = parseHead(bytes.subarray(0, record.headLength));
    const block = bytes.subarray(record.headLength, record.headLength + record.blockLength);
    const head = block.subarray(0, record.bodyStart);
    const http = record.bodyStart === 0 ? null : parseHead(head);
    return { fields, http, body: block.subarray(record.bodyStart) };
  }

  close(): void {
    for (const file of this.#files.values()) file.close();
  }

  #bytes(record: IndexedRecord): Buffer {
    const file = this.#file(this.#finder.partOf(record).path ?? this.#archive);
    const packed = file.copy(record.offset, record.packed);
    if (record.gzip === 0) return packed;
    const head = gzipHeadLength(file, record.offset, record.offset + record.packed) ?? 0;
    // Line ends after the block belong to the record too.
    const maxOutputLength = record.headLength + record.blockLength + 64;
    return zlib.inflateRawSync(packed.subarray(head), { maxOutputLength });
  }

  #file(path: string): FileWindow {
    const open = this.#files.get(path) ?? new FileWindow(path);
    this.#files.set(path, open);
    return open;
  }
}

export const largestBody = 32 * 1024 * 1024;

/**
 * A body as the browser had it: chunk framing and content encodings undone. Many archivers undid them already and left
 * the header, or renamed it `X-Orig-…`: where the bytes do not look encoded they are taken as they are.
 * @throws RangeError when it would grow beyond `most`
 */
export function decodeBody(body: Buffer, fields: HeaderFields, most = largestBody): Buffer {
  const chunked = /\bchunked\b/i.test(field(fields, 'transfer-encoding') ?? field(fields, 'x-orig-transfer-encoding') ?? '');
  let bytes = chunked ? dechunk(body) : body;
  const renamed = field(fields, 'content-encoding') === null;
  const stated = (fields.get('content-encoding') ?? fields.get('x-orig-content-encoding') ?? []).join(',');
  const encodings = stated.split(',').map((one) => one.trim().toLowerCase());
  for (const encoding of encodings.reverse()) bytes = decode(bytes, encoding, renamed, most) ?? bytes;
  if (bytes.length > most) throw new RangeError('too large');
  return bytes;
}

/** Null when the bytes are not in this encoding. Brotli and deflate have no mark, so a renamed header is believed: it was undone. */
function decode(bytes: Buffer, encoding: string, renamed: boolean, most: number): Buffer | null {
  const options = { maxOutputLength: most };
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b
        ? attempt(() => zlib.gunzipSync(bytes, { ...options, finishFlush: zlib.constants.Z_SYNC_FLUSH }))
        : null;
    case 'br':
      return renamed ? null : attempt(() => zlib.brotliDecompressSync(bytes, options));
    case 'deflate':
      return renamed ? null : (attempt(() => zlib.inflateSync(bytes, options)) ?? attempt(() => zlib.inflateRawSync(bytes, options)));
    case 'zstd':
      return bytes.length > 4 && bytes.readUInt32LE(0) === 0xfd2fb528 ? attempt(() => zlib.zstdDecompressSync(bytes, options)) : null;
    default:
      return null;
  }
}

function attempt(act: () => Buffer): Buffer | null {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new RangeError('too large', { cause: error });
    return null;
  }
}
