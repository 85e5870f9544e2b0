import { createHash, type Hash } from 'node:crypto';

const algorithms: Record<string, { name: string; bytes: number }> = {
  sha1: { name: 'sha1', bytes: 20 },
  sha256: { name: 'sha256', bytes: 32 },
  sha512: { name: 'sha512', bytes: 64 },
  md5: { name: 'md5', bytes: 16 },
};

/** A digest as an archive states it; `matches` compares it with bytes that were hashed. */
export type StatedDigest = { algorithm: string; value: Buffer };

/**
 * `sha1:BASE32`, `sha256:hex`, `sha-256:…`, `md5:…`: WARC 1.1 (5.8) leaves the encoding open, so its length decides.
 * Null when there is none or nobody can tell what it means.
 */
export function parseDigest(stated: string | null): StatedDigest | null {
  const found = /^\s*([\w-]+):\s*([A-Za-z0-9+/=_-]+)\s*$/.exec(stated ?? '');
  const algorithm = algorithms[found?.[1]?.toLowerCase().replace('-', '') ?? ''];
  const text = found?.[2];
  if (algorithm === undefined || text === undefined) return null;
  const value = decode(text, algorithm.bytes);
  return value === null ? null : { algorithm: algorithm.name, value };
}

function decode(text: string, bytes: number): Buffer | null {
  if (text.length === bytes * 2 && /^[0-9a-f]+$/i.test(text)) return Buffer.from(text, 'hex');
  const plain = text.replace(/=+$/, '');
  if (plain.length === Math.ceil((bytes * 8) / 5) && /^[a-z2-7]+$/i.test(plain)) return base32(plain, bytes);
  const base64 = Buffer.from(plain.replaceAll('-', '+').replaceAll('_', '/'), 'base64');
  return base64.length === bytes ? base64 : null;
}

/** RFC 4648, 6. */
function base32(text: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text.toUpperCase()) {
    held = ((held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits >= 8 && at < length) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

export function startHash(digest: StatedDigest | null): Hash | null {
  return digest === null ? null : createHash(digest.algorithm);
}

export function holds(digest: StatedDigest, hash: Hash): boolean {
  return hash.digest().equals(digest.value);
}
