/** SHA-256 (FIPS 180-4), a piece at a time, so that a file of any length is hashed without being held. */
import { rootFractions } from './sha-constants.js';
import { toHex, utf8 } from './bytes.js';

const START_256 = rootFractions(8, 2, 32).map(Number);
const ROUNDS_256 = Int32Array.from(rootFractions(64, 3, 32), Number);

export class Sha256 {
  #state = Int32Array.from(START_256);
  #words = new Int32Array(64);
  #block = new Uint8Array(64);
  #held = 0;
  #length = 0;

  /** @param {Uint8Array} bytes */
  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    if (this.#held > 0) {
      at = Math.min(64 - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#held);
      this.#held += at;
      if (this.#held < 64) return this;
      this.#compress(this.#block, 0);
      this.#held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#compress(bytes, at);
    this.#block.set(bytes.subarray(at));
    this.#held = bytes.length - at;
    return this;
  }

  /** Ends it; nothing may be added afterwards. */
  digest() {
    const length = this.#length;
    const padding = new Uint8Array(((119 - (length % 64)) % 64) + 9);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padding.length - 4, (length * 8) % 0x100000000);
    this.update(padding);
    const result = new Uint8Array(32);
    this.#state.forEach((word, at) => new DataView(result.buffer).setInt32(at * 4, word));
    return result;
  }

  /** Section 6.2.2. @param {Uint8Array} bytes @param {number} at */
  #compress(bytes, at) {
    const w = this.#words;
    for (let t = 0; t < 16; t += 1, at += 4) w[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let t = 16; t < 64; t += 1) {
      const x = w[t - 15];
      const y = w[t - 2];
      const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[t] = (small1 + w[t - 7] + small0 + w[t - 16]) | 0;
    }
    const s = this.#state;
    let [a, b, c, d, e, f, g, h] = [s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]];
    for (let t = 0; t < 64; t += 1) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + big1 + ((e & f) ^ (~e & g)) + ROUNDS_256[t] + w[t]) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, index) => (s[index] += word));
  }
}

/** SHA-256 of a text in UTF-8, in hex. @param {string} text */
export function sha256Of(text) {
  return toHex(new Sha256().update(utf8(text)).digest());
}
