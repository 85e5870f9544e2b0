/** The block of one record as it streams by: its HTTP head is taken out, its digests are recomputed, nothing is held. */
import type { Hash } from 'node:crypto';
import { blankLine } from './byte-reader.ts';
import { Dechunker } from './dechunk.ts';
import { field, parseHead, type HeaderFields } from './header-fields.ts';
import { holds, parseDigest, startHash, type StatedDigest } from './stated-digest.ts';

const MOST_HTTP_HEAD = 256 * 1024;

export type HttpHead = { first: string; fields: HeaderFields };
/** `bodyStart` in bytes from the start of the block. `digest`: what came of comparing those the record states. */
export type BlockRead = { http: HttpHead | null; bodyStart: number; digest: DigestVerdict };
export type DigestVerdict = 'holds' | 'not-stated' | 'not-checked' | 'block-digest' | 'payload-digest';

export class BlockReader {
  readonly #fields: HeaderFields;
  readonly #block: { stated: StatedDigest; hash: Hash } | null;
  readonly #payload: { stated: StatedDigest; hash: Hash } | null;
  /** The same payload without chunk framing: the standard means this one, most writers state the other. */
  #plain: { hash: Hash; dechunker: Dechunker } | null = null;
  #waiting: Buffer[] | null;
  #waitingLength = 0;
  #http: HttpHead | null = null;
  #bodyStart = 0;

  constructor(fields: HeaderFields) {
    this.#fields = fields;
    this.#block = hashing(field(fields, 'warc-block-digest'));
    this.#payload = payloadIsHere(fields) ? hashing(field(fields, 'warc-payload-digest')) : null;
    this.#waiting = /^application\/http\b/i.test(field(fields, 'content-type') ?? '') ? [] : null;
  }

  push(chunk: Buffer): void {
    this.#block?.hash.update(chunk);
    if (this.#waiting === null) return this.#pushBody(chunk);
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.length;
    const bytes = this.#waiting.length === 1 ? chunk : Buffer.concat(this.#waiting);
    this.#waiting = [bytes];
    const end = blankLine(bytes);
    if (end >= 0) this.#headEnds(bytes, end);
    else if (this.#waitingLength > MOST_HTTP_HEAD) this.#headEnds(bytes, 0);
  }

  end(): BlockRead {
    // A head without a body may lack its blank line.
    const [rest] = this.#waiting ?? [];
    if (rest !== undefined) this.#headEnds(rest, rest.length);
    return { http: this.#http, bodyStart: this.#bodyStart, digest: this.#verdict() };
  }

  #headEnds(bytes: Buffer, end: number): void {
    this.#waiting = null;
    this.#bodyStart = end;
    if (end > 0) {
      const { first, fields } = parseHead(bytes.subarray(0, end));
      this.#http = { first, fields };
      if (this.#payload !== null && /\bchunked\b/i.test(field(fields, 'transfer-encoding') ?? ''))
        this.#plain = { hash: startHash(this.#payload.stated)!, dechunker: new Dechunker() };
    }
    this.#pushBody(bytes.subarray(end));
  }

  #pushBody(chunk: Buffer): void {
    this.#payload?.hash.update(chunk);
    if (this.#plain === null) return;
    for (const piece of this.#plain.dechunker.push(chunk)) this.#plain.hash.update(piece);
  }

  #verdict(): DigestVerdict {
    if (this.#block !== null && !holds(this.#block.stated, this.#block.hash)) return 'block-digest';
    const payload = this.#payload;
    if (payload !== null && !holds(payload.stated, payload.hash)) {
      const plain = this.#plain;
      if (plain?.dechunker.sound !== true || !holds(payload.stated, plain.hash)) return 'payload-digest';
    }
    if (this.#block !== null || payload !== null) return 'holds';
    const stated = field(this.#fields, 'warc-block-digest') !== null || field(this.#fields, 'warc-payload-digest') !== null;
    return stated ? 'not-checked' : 'not-stated';
  }
}

function hashing(stated: string | null): { stated: StatedDigest; hash: Hash } | null {
  const digest = parseDigest(stated);
  const hash = startHash(digest);
  return digest === null || hash === null ? null : { stated: digest, hash };
}

/** A revisit states the digest of a payload that lies elsewhere, a segment that of the whole it is a part of (WARC 1.1, 6.7 and 5.8). */
function payloadIsHere(fields: HeaderFields): boolean {
  const type = field(fields, 'warc-type')?.toLowerCase();
  return type !== 'revisit' && type !== 'continuation' && field(fields, 'warc-segment-number') === null;
}
