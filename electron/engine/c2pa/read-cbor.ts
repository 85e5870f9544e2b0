/** As much of CBOR (RFC 8949) as manifests are written in. Hostile: every length is checked, nothing nests without end. */
const DEEPEST = 32;
const MOST = 20_000;

export type Cbor = null | boolean | number | string | Buffer | Cbor[] | Map<Cbor, Cbor>;

/** The first item of `bytes`; tags are passed over. @throws RangeError for what is no CBOR */
export function readCbor(bytes: Buffer): Cbor {
  return new Reader(bytes).item(0);
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;
  #items = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  item(depth: number): Cbor {
    if (depth > DEEPEST || ++this.#items > MOST) throw new RangeError('it nests too deep, or holds too much');
    const head = this.#take(1)[0] ?? 0;
    const [major, low] = [head >> 5, head & 31];
    if (major === 7) return this.#simple(low);
    if (low === 31) return this.#endless(major, depth);
    const size = this.#number(low);
    if (major === 0) return size;
    if (major === 1) return -1 - size;
    if (major === 2) return this.#take(size);
    if (major === 3) return this.#take(size).toString('utf8');
    if (major === 4) return this.#list(size, depth);
    if (major === 5) return this.#pairs(size, depth);
    return this.item(depth + 1); // A tag says how to read what follows.
  }

  #list(size: number, depth: number): Cbor[] {
    const list: Cbor[] = [];
    for (let index = 0; index < size; index++) list.push(this.item(depth + 1));
    return list;
  }

  #pairs(size: number, depth: number): Map<Cbor, Cbor> {
    const pairs = new Map<Cbor, Cbor>();
    for (let index = 0; index < size; index++) {
      const key = this.item(depth + 1);
      pairs.set(key, this.item(depth + 1));
    }
    return pairs;
  }

  #endless(major: number, depth: number): Cbor {
    const parts: Cbor[] = [];
    while (this.#bytes[this.#at] !== 0xff) parts.push(this.item(depth + 1));
    this.#at += 1;
    if (major === 4) return parts;
    if (major === 5)
      return new Map(Array.from({ length: parts.length >> 1 }, (_, index) => [parts[index * 2] ?? null, parts[index * 2 + 1] ?? null]));
    if (major === 3) return parts.map(String).join('');
    return Buffer.concat(parts.filter((part) => Buffer.isBuffer(part)));
  }

  #simple(low: number): Cbor {
    if (low === 20 || low === 21) return low === 21;
    if (low === 26) return this.#take(4).readFloatBE();
    if (low === 27) return this.#take(8).readDoubleBE();
    if (low === 24) this.#take(1);
    else if (low === 25) this.#take(2); // Half floats hold nothing that is told here.
    return null;
  }

  #number(low: number): number {
    if (low < 24) return low;
    if (low === 24) return this.#take(1).readUInt8();
    if (low === 25) return this.#take(2).readUInt16BE();
    if (low === 26) return this.#take(4).readUInt32BE();
    if (low === 27) return Number(this.#take(8).readBigUInt64BE());
    throw new RangeError('it is no CBOR');
  }

  #take(size: number): Buffer {
    if (size > this.#bytes.length - this.#at) throw new RangeError('it ends in the middle');
    return this.#bytes.subarray(this.#at, (this.#at += size));
  }
}
