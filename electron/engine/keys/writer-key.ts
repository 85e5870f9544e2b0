/** The key this installation signs with: Ed25519 (RFC 8032), made on first use, kept apart from every case. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';

export type WriterKey = {
  /** Hex SHA-256 of the public key's 32 bytes. */
  keyId: string;
  /** The 32 bytes in base64. */
  publicKey: string;
  /** Ed25519 over `context`, a line feed, and `text` in UTF-8; base64. */
  sign(context: string, text: string): string;
};

const NAME = 'writer-key.pem';
/** SubjectPublicKeyInfo of Ed25519 without the key itself (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads the key in `folder`, or makes it: PKCS#8 PEM that only its owner may read. Two processes that come first at
 * once end up with the same key.
 * @throws HoldfastError writer-key-unusable when the file is there but cannot be read as an Ed25519 key
 */
export function openWriterKey(folder: string): WriterKey {
  const path = join(folder, NAME);
  return asWriterKey(read(path) ?? make(folder, path));
}

function read(path: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is no Ed25519 key');
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new HoldfastError('writer-key-unusable', { path, problem: (error as Error).message }, error);
  }
}

function make(folder: string, path: string): KeyObject {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const part = join(folder, `.${NAME}.${process.pid}.${process.hrtime.bigint()}`);
    const file = openSync(part, 'wx', 0o600);
    writeSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    fsyncSync(file);
    closeSync(file);
    try {
      linkSync(part, path); // Never over a key that is there already.
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(part);
    }
  } catch (error) {
    throw new HoldfastError('writer-key-unusable', { path, problem: (error as Error).message }, error);
  }
  const key = read(path);
  if (key === null) throw new HoldfastError('writer-key-unusable', { path, problem: 'it vanished while it was made' });
  return key;
}

function asWriterKey(key: KeyObject): WriterKey {
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length);
  return {
    keyId: keyIdOf(raw),
    publicKey: raw.toString('base64'),
    sign: (context, text) => sign(null, Buffer.from(`${context}\n${text}`, 'utf8'), key).toString('base64'),
  };
}

export function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex');
}

/** A public key by its 32 bytes in base64, ready to check with; null when these are no key. */
export function readPublicKey(
  publicKey: string,
): { keyId: string; proves(context: string, text: string, signature: string): boolean } | null {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32 || raw.toString('base64') !== publicKey) return null;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  return {
    keyId: keyIdOf(raw),
    proves: (context, text, signature) => verify(null, Buffer.from(`${context}\n${text}`, 'utf8'), key, Buffer.from(signature, 'base64')),
  };
}
