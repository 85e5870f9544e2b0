/** Bytes, and the ways to write them down. */

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/**
 * Lower case digits only, as a case file writes them; null for anything else.
 * @param {unknown} text
 * @returns {Uint8Array | null}
 */
export function fromHex(text) {
  if (typeof text !== 'string' || !/^([0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}

/**
 * Null unless it is exactly how these bytes are written in base64 (RFC 4648, section 4), padding included.
 * @param {unknown} text
 * @returns {Uint8Array | null}
 */
export function fromBase64(text) {
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const raw = atob(text);
  return btoa(raw) === text ? Uint8Array.from(raw, (char) => char.charCodeAt(0)) : null;
}

/** @param {string} text */
export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** @param {Uint8Array[]} parts */
export function joinBytes(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** @param {Uint8Array} whole @param {Uint8Array} part */
export function holdsBytes(whole, part) {
  for (let at = whole.indexOf(part[0] ?? 0); at !== -1 && at + part.length <= whole.length; at = whole.indexOf(part[0] ?? 0, at + 1))
    if (sameBytes(whole.subarray(at, at + part.length), part)) return true;
  return false;
}
