/** The heavy work, which a worker does if the browser allows one: hashing files, checking signatures. */
import { toHex } from './bytes.js';
import { verifyEd25519 } from './ed25519.js';
import { piecesOf } from './read-file.js';
import { Sha256 } from './sha256.js';
import { Sha512 } from './sha512.js';

/**
 * @typedef {{ kind: 'hash', size: number, packed: boolean, blob: Blob, sha512: boolean }} HashTask
 * @typedef {{ sha256: string, sha512: string | null }} Hashes
 * @typedef {{ key: Uint8Array, message: Uint8Array, signature: Uint8Array }} Signed
 * @typedef {{ kind: 'signatures', signed: Signed[] }} SignatureTask
 */

/** A file no longer than this is hashed at once by the browser's own code, which is faster but cannot take pieces. */
const AT_ONCE = 32 * 1024 * 1024;

/** @param {HashTask} task @param {(bytes: number) => void} onBytes @returns {Promise<Hashes>} */
export async function hashFile(task, onBytes) {
  const own = globalThis.crypto?.subtle;
  if (own === undefined || task.size > AT_ONCE) return hashPieces(task, onBytes);
  const parts = [];
  for await (const piece of piecesOf(task)) parts.push(piece);
  const whole = await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer();
  const digest = async (/** @type {string} */ name) => toHex(new Uint8Array(await own.digest(name, whole)));
  const hashes = { sha256: await digest('SHA-256'), sha512: task.sha512 ? await digest('SHA-512') : null };
  onBytes(task.size);
  return hashes;
}

/** @param {HashTask} task @param {(bytes: number) => void} onBytes @returns {Promise<Hashes>} */
export async function hashPieces(task, onBytes) {
  const [sha256, sha512] = [new Sha256(), task.sha512 ? new Sha512() : null];
  for await (const piece of piecesOf(task)) {
    sha256.update(piece);
    sha512?.update(piece);
    onBytes(piece.length);
  }
  return { sha256: toHex(sha256.digest()), sha512: sha512 === null ? null : toHex(sha512.digest()) };
}

/** For each whether it holds. The browser's own Ed25519 where it has one, else the code of this page. @param {SignatureTask} task */
export async function checkSignatures({ signed }) {
  const keys = new Map();
  const results = [];
  for (const { key, message, signature } of signed) {
    const name = toHex(key);
    if (!keys.has(name)) keys.set(name, await ownKey(key));
    const own = keys.get(name);
    results.push(
      own === null
        ? verifyEd25519(key, message, signature)
        : await crypto.subtle.verify('Ed25519', own, bufferOf(signature), bufferOf(message)),
    );
  }
  return results;
}

/** @param {Uint8Array} key */
async function ownKey(key) {
  try {
    return await crypto.subtle.importKey('raw', bufferOf(key), 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function bufferOf(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}

/** @param {HashTask | SignatureTask} task @param {(bytes: number) => void} onBytes */
export function perform(task, onBytes) {
  return task.kind === 'hash' ? hashFile(task, onBytes) : checkSignatures(task);
}

/** The worker's end of `Pool`. */
export function serveTasks() {
  addEventListener('message', async ({ data: { id, task } }) => {
    try {
      postMessage({ id, result: await perform(task, (bytes) => postMessage({ id, bytes })) });
    } catch (error) {
      postMessage({ id, problem: String(/** @type {Error} */ (error).message) });
    }
  });
}
