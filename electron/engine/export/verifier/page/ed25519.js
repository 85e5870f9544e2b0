/** Ed25519 signatures checked (RFC 8032, section 5.1.7), for browsers whose own cryptography cannot yet. */
import { Sha512 } from './sha512.js';

/** @typedef {[bigint, bigint, bigint, bigint]} Point extended homogeneous coordinates X, Y, Z, T (section 5.1.4) */

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = modulo(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
/** @type {Point} */
const NEUTRAL = [0n, 1n, 1n, 0n];
const BASE = /** @type {Point} */ (decodePoint(toLittleEndian(modulo(4n * power(5n, P - 2n)))));

/** @param {bigint} value */
function modulo(value) {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

/** @param {bigint} base @param {bigint} exponent */
function power(base, exponent) {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = (square * square) % P) if (exponent & 1n) result = (result * square) % P;
  return result;
}

/** @param {Uint8Array} bytes */
function fromLittleEndian(bytes) {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) value = (value << 8n) | BigInt(bytes[at]);
  return value;
}

/** @param {bigint} value */
function toLittleEndian(value) {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn));
}

/** Section 5.1.3; null when no point is written so. @param {Uint8Array} bytes @returns {Point | null} */
function decodePoint(bytes) {
  const whole = fromLittleEndian(bytes);
  const [sign, y] = [whole >> 255n, whole & (2n ** 255n - 1n)];
  if (y >= P) return null;
  const [u, v] = [modulo(y * y - 1n), modulo(D * y * y + 1n)];
  const v3 = (((v * v) % P) * v) % P;
  let x = (((u * v3) % P) * power((((((u * v3) % P) * v3) % P) * v) % P, (P - 5n) / 8n)) % P;
  const check = (((v * x) % P) * x) % P;
  if (check !== u) {
    if (check !== modulo(-u)) return null;
    x = (x * ROOT_OF_MINUS_ONE) % P;
  }
  if (x === 0n && sign === 1n) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, (x * y) % P];
}

/** @param {Point} one @param {Point} other @returns {Point} */
function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = ((y1 - x1) * (y2 - x2)) % P;
  const b = ((y1 + x1) * (y2 + x2)) % P;
  const c = (((t1 * 2n * D) % P) * t2) % P;
  const d = (z1 * 2n * z2) % P;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

/** @param {Point} point @returns {Point} */
function double([x, y, z]) {
  const [a, b] = [(x * x) % P, (y * y) % P];
  const h = a + b;
  const e = h - (x + y) ** 2n;
  const g = a - b;
  const f = ((2n * z * z) % P) + g;
  return [(e * f) % P, (g * h) % P, (f * g) % P, (e * h) % P];
}

/** [m]M + [n]N in one go over the bits of both. @param {bigint} m @param {Point} pointM @param {bigint} n @param {Point} pointN */
function addMultiples(m, pointM, n, pointN) {
  const both = add(pointM, pointN);
  let sum = NEUTRAL;
  for (let bit = 255n; bit >= 0n; bit -= 1n) {
    sum = double(sum);
    const [inM, inN] = [(m >> bit) & 1n, (n >> bit) & 1n];
    if (inM && inN) sum = add(sum, both);
    else if (inM) sum = add(sum, pointM);
    else if (inN) sum = add(sum, pointN);
  }
  return sum;
}

/**
 * @param {Uint8Array} publicKey 32 bytes
 * @param {Uint8Array} message
 * @param {Uint8Array} signature 64 bytes
 */
export function verifyEd25519(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const [first, s] = [signature.subarray(0, 32), fromLittleEndian(signature.subarray(32))];
  const [a, r] = [decodePoint(publicKey), decodePoint(first)];
  if (a === null || r === null || s >= ORDER) return false;
  const k = fromLittleEndian(new Sha512().update(first).update(publicKey).update(message).digest()) % ORDER;
  // [s]B = R + [k]A, written as [s]B + [k](-A) = R.
  const [x, y, z] = addMultiples(s, BASE, k, [P - a[0], a[1], a[2], P - a[3]]);
  return modulo(x - r[0] * z) === 0n && modulo(y - r[1] * z) === 0n;
}
