/** Where files keep a C2PA manifest store (C2PA specification 2.1, section 11.3). Only heads of parts are read on the way. */
import { open, type FileHandle } from 'node:fs/promises';
import { boxesIn, readJumbf } from './read-jumbf.ts';

/** Stores are kilobytes, with thumbnails megabytes. */
const LARGEST = 64 * 1024 * 1024;
const MOST_PARTS = 20_000;

type Read = (at: number, length: number) => Promise<Buffer>;
type Find = (read: Read, size: number) => Promise<Buffer | null>;

/** The bytes of the store as a JUMBF superbox, or null when there is none that can be read. */
export async function findManifest(path: string, mediaType: string): Promise<Buffer | null> {
  const find = finders.find(([kinds]) => kinds.test(mediaType))?.[1];
  if (find === undefined) return null;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const found = await find(reading(file, size), size);
    return found === null || readJumbf(found)?.label !== 'c2pa' ? null : found;
  } finally {
    await file.close();
  }
}

const finders: readonly [RegExp, Find][] = [
  [/^image\/jpeg$/, inJpeg],
  [/^image\/(png|apng)$/, inPng],
  [/^image\/webp$|^audio\/(x-)?wav$|^audio\/wave$|^video\/(x-msvideo|avi)$/, inRiff],
  [/^(video|audio)\/(mp4|quicktime|x-m4v|x-m4a|m4a|3gpp)$|^image\/(heic|heif|avif)$/, inBoxes],
];

function reading(file: FileHandle, size: number): Read {
  return async (at, length) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
    return bytes.subarray(0, bytesRead);
  };
}

/** APP11 segments that carry JUMBF (ISO/IEC 19566-5, annex D): `JP`, box number, packet number, and the box in pieces. */
async function inJpeg(read: Read, size: number): Promise<Buffer | null> {
  const boxes = new Map<number, { packet: number; bytes: Buffer }[]>();
  for (let at = 2, parts = 0; at + 4 <= size && parts < MOST_PARTS; parts++) {
    const head = await read(at, 4);
    const [marker, length] = [head.readUInt8(1), head.readUInt16BE(2)];
    if (head[0] !== 0xff || marker === 0xda) break;
    if (marker === 0xff) {
      at += 1; // Fill bytes may stand before a marker.
      continue;
    }
    if (length < 2) break;
    if (marker === 0xeb && length > 10) {
      const segment = await read(at + 4, length - 2);
      if (segment.toString('latin1', 0, 2) === 'JP' && segment.length > 16) {
        const box = segment.readUInt16BE(2);
        boxes.set(box, [...(boxes.get(box) ?? []), { packet: segment.readUInt32BE(4), bytes: segment.subarray(8) }]);
      }
    }
    at += 2 + length;
  }
  return [...boxes.values()].map(joined).find((bytes) => readJumbf(bytes)?.label === 'c2pa') ?? null;
}

/** Every piece but the first begins with the head of the box again. */
function joined(pieces: readonly { packet: number; bytes: Buffer }[]): Buffer {
  const sorted = pieces.toSorted((one, other) => one.packet - other.packet).map(({ bytes }) => bytes);
  const head = sorted[0]?.readUInt32BE(0) === 1 ? 16 : 8;
  return Buffer.concat(sorted.map((bytes, index) => (index === 0 ? bytes : bytes.subarray(head))));
}

async function inPng(read: Read, size: number): Promise<Buffer | null> {
  for (let at = 8, parts = 0; at + 12 <= size && parts < MOST_PARTS; parts++) {
    const head = await read(at, 8);
    const length = head.readUInt32BE(0);
    if (head.toString('latin1', 4, 8) === 'caBX') return length > LARGEST ? null : read(at + 8, length);
    at += 12 + length;
  }
  return null;
}

async function inRiff(read: Read, size: number): Promise<Buffer | null> {
  for (let at = 12, parts = 0; at + 8 <= size && parts < MOST_PARTS; parts++) {
    const head = await read(at, 8);
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'C2PA') return length > LARGEST ? null : read(at + 8, length);
    at += 8 + length + (length % 2);
  }
  return null;
}

const C2PA_UUID = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');

/** A `uuid` box: its type, version and flags, a purpose that ends in a zero, an offset of 8 bytes, the store. */
async function inBoxes(read: Read, size: number): Promise<Buffer | null> {
  for (let at = 0, parts = 0; at + 8 <= size && parts < MOST_PARTS; parts++) {
    const head = await read(at, 32);
    const stated = head.readUInt32BE(0);
    const skip = stated === 1 ? 16 : 8;
    const length = stated === 0 ? size - at : stated === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : stated;
    if (length < skip) return null;
    if (head.toString('latin1', 4, 8) === 'uuid' && head.subarray(skip, skip + 16).equals(C2PA_UUID) && length <= LARGEST) {
      const body = await read(at + skip + 20, length - skip - 20);
      const end = body.indexOf(0);
      if (body.toString('latin1', 0, end) === 'manifest') {
        const store = body.subarray(end + 1 + 8);
        return boxesIn(store).length > 0 ? store : null;
      }
    }
    at += length;
  }
  return null;
}
