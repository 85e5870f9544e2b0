import { crc32, createInflateRaw, inflateRawSync, constants, type InflateRaw } from 'node:zlib';
import type { FileWindow } from './file-window.ts';

/** RFC 1952: the start of a member whose method is deflate. */
export const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

/** A member that grows beyond both is a bomb, not a page: text shrinks to a tenth, seldom to a fiftieth. */
const MOST_TIMES = 200;
const BOMB_FLOOR = 100_000_000;

export class GzipProblem extends Error {
  readonly reason: 'gzip' | 'truncated' | 'expands-too-much';
  /** Packed bytes that were read before it showed. */
  readonly consumed: number;
  constructor(reason: GzipProblem['reason'], detail: string, consumed: number) {
    super(detail);
    this.reason = reason;
    this.consumed = consumed;
  }
}

/** How a member ended: where the next one starts, and whether checksum and length in its trailer hold. */
export type MemberEnd = { next: number; checksumHolds: boolean };

/** The length of a member's header at `offset`, or null when there is none that can be one (RFC 1952, 2.3). */
export function gzipHeadLength(file: FileWindow, offset: number, end: number): number | null {
  const head = file.view(offset, Math.min(64 * 1024, end - offset));
  const flags = head[3] ?? 0xff;
  if (!head.subarray(0, 3).equals(gzipMagic) || (flags & 0xe0) !== 0) return null;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (head.length >= 12 ? head.readUInt16LE(10) : 0);
  for (const flag of [8, 16])
    if ((flags & flag) !== 0) {
      const zero = head.indexOf(0, at);
      if (zero < 0) return null;
      at = zero + 1;
    }
  if ((flags & 2) !== 0) at += 2;
  return at <= head.length ? at : null;
}

/**
 * The bytes of one gzip member, as they come. The generator's end says where the member ended.
 * @throws GzipProblem
 */
export async function* inflateMember(file: FileWindow, offset: number, end: number): AsyncGenerator<Buffer, MemberEnd> {
  const headLength = gzipHeadLength(file, offset, end);
  if (headLength === null) throw new GzipProblem('gzip', 'no gzip header', 0);
  const start = offset + headLength;
  const inflate = createInflateRaw();
  const feeding = feed(inflate, file, start, end);
  let checksum = 0;
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      size += chunk.length;
      if (size > BOMB_FLOOR && size > MOST_TIMES * inflate.bytesWritten)
        throw new GzipProblem('expands-too-much', `more than ${MOST_TIMES} times its packed size`, inflate.bytesWritten);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof GzipProblem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new GzipProblem(code === 'Z_BUF_ERROR' ? 'truncated' : 'gzip', message, inflate.bytesWritten);
  } finally {
    inflate.destroy();
    await feeding;
  }
  return readTrailer(file, start + inflate.bytesWritten, end, checksum, size);
}

function readTrailer(file: FileWindow, at: number, end: number, checksum: number, size: number): MemberEnd {
  const trailer = file.view(at, Math.min(8, end - at));
  if (trailer.length < 8) throw new GzipProblem('truncated', 'the checksum is cut off', end - at);
  return { next: at + 8, checksumHolds: trailer.readUInt32LE(0) === checksum && trailer.readUInt32LE(4) === size % 2 ** 32 };
}

/** Writes until the stream has had enough: what follows the member is not its own. */
async function feed(inflate: InflateRaw, file: FileWindow, start: number, end: number): Promise<void> {
  const closed = new Promise<void>((resolve) =>
    inflate
      .once('close', resolve)
      .once('end', resolve)
      .once('error', () => resolve()),
  );
  for (const chunk of file.chunks(start, end, 32 * 1024)) {
    if (inflate.destroyed || inflate.readableEnded || inflate.writableEnded) return;
    const taken = new Promise<void>((resolve) => inflate.write(chunk, () => resolve()));
    await Promise.race([taken, closed]);
  }
  if (!inflate.destroyed && !inflate.readableEnded) inflate.end();
}

/** The first bytes of a member, as many as a packed kilobyte gives; empty when they cannot be had. */
export function peekMember(packed: Buffer, headLength: number): Buffer {
  try {
    return inflateRawSync(packed.subarray(headLength), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 });
  } catch {
    return Buffer.alloc(0);
  }
}
