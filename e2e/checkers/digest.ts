import { createHash } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const sizes: Record<string, number> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/** Base32 of RFC 4648 without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}

/** Whether a labelled digest (`sha256:…`, base32 or hexadecimal) is that of `bytes`; `unknown` for one that cannot be read. */
export function digestHolds(labelled: string, bytes: Buffer): boolean | 'unknown' {
  const [label = '', value = ''] = labelled.split(/:(.*)/s);
  const algorithm = label.toLowerCase().replace('-', '');
  const size = sizes[algorithm];
  if (size === undefined) return 'unknown';
  const digest = createHash(algorithm).update(bytes).digest();
  if (/^[0-9a-f]+$/i.test(value) && value.length === size * 2) return value.toLowerCase() === digest.toString('hex');
  const bare = value.replaceAll('=', '');
  return bare.length === Math.ceil((size * 8) / 5) ? bare.toUpperCase() === base32(digest) : 'unknown';
}
