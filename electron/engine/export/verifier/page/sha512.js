/** SHA-512 (FIPS 180-4), a piece at a time. A word of 64 bits is two of 32, high one first: whole ones (BigInt) are far slower. */
import { rootFractions } from './sha-constants.js';

/** @param {bigint[]} words */
const halves = (words) => Int32Array.from(words.flatMap((word) => [Number(word >> 32n), Number(word & 0xffffffffn)]));
const START_512 = halves(rootFractions(8, 2, 64));
const ROUNDS_512 = halves(rootFractions(80, 3, 64));
const CARRY = 0x100000000;

export class Sha512 {
  #state = START_512.slice();
  #words = new Int32Array(160);
  #block = new Uint8Array(128);
  #held = 0;
  #length = 0;

  /** @param {Uint8Array} bytes */
  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    if (this.#held > 0) {
      at = Math.min(128 - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#held);
      this.#held += at;
      if (this.#held < 128) return this;
      this.#compress(this.#block, 0);
      this.#held = 0;
    }
    for (; at + 128 <= bytes.length; at += 128) this.#compress(bytes, at);
    this.#block.set(bytes.subarray(at));
    this.#held = bytes.length - at;
    return this;
  }

  /** Ends it; nothing may be added afterwards. */
  digest() {
    const length = this.#length;
    const padding = new Uint8Array(((239 - (length % 128)) % 128) + 17);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(length / 0x20000000));
    view.setUint32(padding.length - 4, (length * 8) % CARRY);
    this.update(padding);
    const result = new Uint8Array(64);
    this.#state.forEach((word, at) => new DataView(result.buffer).setInt32(at * 4, word));
    return result;
  }

  /** Section 6.4.2. @param {Uint8Array} bytes @param {number} at */
  #compress(bytes, at) {
    const w = this.#words;
    for (let t = 0; t < 32; t += 1, at += 4) w[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    extendWords(w);
    const s = this.#state;
    let [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl] = s;
    // Plain assignments below, not lists: this loop is nearly all the time that hashing takes.
    for (let t = 0; t < 160; t += 2) {
      const big1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const big1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const t1l = (hl >>> 0) + (big1l >>> 0) + (((el & fl) ^ (~el & gl)) >>> 0) + (ROUNDS_512[t + 1] >>> 0) + (w[t + 1] >>> 0);
      const t1h = (hh + big1h + ((eh & fh) ^ (~eh & gh)) + ROUNDS_512[t] + w[t] + ((t1l / CARRY) | 0)) | 0;
      const big0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const big0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const t2l = (big0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
      const t2h = (big0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + ((t2l / CARRY) | 0)) | 0;
      hh = gh;
      hl = gl;
      gh = fh;
      gl = fl;
      fh = eh;
      fl = el;
      const e = (dl >>> 0) + ((t1l | 0) >>> 0);
      eh = (dh + t1h + ((e / CARRY) | 0)) | 0;
      el = e | 0;
      dh = ch;
      dl = cl;
      ch = bh;
      cl = bl;
      bh = ah;
      bl = al;
      const a = ((t1l | 0) >>> 0) + ((t2l | 0) >>> 0);
      ah = (t1h + t2h + ((a / CARRY) | 0)) | 0;
      al = a | 0;
    }
    addState(s, [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl]);
  }
}

/** The message schedule. @param {Int32Array} w */
function extendWords(w) {
  for (let t = 32; t < 160; t += 2) {
    const xh = w[t - 30];
    const xl = w[t - 29];
    const yh = w[t - 4];
    const yl = w[t - 3];
    const small0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const small0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const small1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const small1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const low = (small1l >>> 0) + (w[t - 13] >>> 0) + (small0l >>> 0) + (w[t - 31] >>> 0);
    w[t + 1] = low | 0;
    w[t] = (small1h + w[t - 14] + small0h + w[t - 32] + ((low / CARRY) | 0)) | 0;
  }
}

/** @param {Int32Array} state @param {number[]} words */
function addState(state, words) {
  for (let at = 0; at < 16; at += 2) {
    const low = (state[at + 1] >>> 0) + (words[at + 1] >>> 0);
    state[at + 1] = low | 0;
    state[at] = (state[at] + words[at] + ((low / CARRY) | 0)) | 0;
  }
}
