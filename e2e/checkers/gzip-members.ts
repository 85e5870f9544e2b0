import { crc32, inflateRawSync } from 'node:zlib';

/** One gzip member: where it stands in the file and what it holds. */
export type Member = { offset: number; length: number; data: Buffer };

/**
 * Splits a file into its gzip members (RFC 1952), each with its check sum and size verified. The header is read here
 * and not by zlib, which joins members without telling where one ends.
 * @throws Error naming the offset at which the file stops being gzip.
 */
export function gzipMembers(file: Buffer): Member[] {
  const members: Member[] = [];
  for (let offset = 0; offset < file.length;) {
    const member = memberAt(file, offset);
    members.push(member);
    offset += member.length;
  }
  return members;
}

/** The member that starts at `offset`. */
export function memberAt(file: Buffer, offset: number): Member {
  const start = offset + headerLength(file.subarray(offset), offset);
  const { buffer, engine } = inflateRawSync(file.subarray(start), { info: true }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  const trailer = start + engine.bytesWritten;
  if (trailer + 8 > file.length) throw new Error(`the gzip member at ${offset} is cut off`);
  if (file.readUInt32LE(trailer) !== crc32(buffer)) throw new Error(`the check sum of the gzip member at ${offset} is wrong`);
  if (file.readUInt32LE(trailer + 4) !== buffer.length % 2 ** 32) throw new Error(`the size of the gzip member at ${offset} is wrong`);
  return { offset, length: trailer + 8 - offset, data: buffer };
}

function headerLength(file: Buffer, offset: number): number {
  if (file[0] !== 0x1f || file[1] !== 0x8b || file[2] !== 8) throw new Error(`no gzip member begins at ${offset}`);
  const flags = file[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + file.readUInt16LE(at);
  if (flags & 8) at = file.indexOf(0, at) + 1;
  if (flags & 16) at = file.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}
