/** Goes through a WARC from start to end (ISO 28500), whatever is broken in it: what is sound is handed on, what is not is named. */
import type { BadReason, BadRecord, Part } from './archive-model.ts';
import { ByteReader } from './byte-reader.ts';
import type { FileWindow } from './file-window.ts';
import { inflateMember, GzipProblem, gzipHeadLength, gzipMagic, peekMember, type MemberEnd } from './gzip-member.ts';
import { field, parseHead, withoutBrackets, type HeaderFields } from './header-fields.ts';
import { BlockReader, type BlockRead } from './read-block.ts';

const MOST_HEAD = 1024 * 1024;
/** Times a part's size. */
const MOST_READ_AGAIN = 4;
const mark = Buffer.from('WARC/');
const lineMark = Buffer.from('\nWARC/1.');

/** A record and where it lies: `offset` and `packed` in bytes of the part, `headLength` and `blockLength` in bytes of the record. */
export type FoundRecord = BlockRead & {
  fields: HeaderFields;
  version: string;
  offset: number;
  packed: number;
  gzip: boolean;
  headLength: number;
  blockLength: number;
};
export type WarcEvents = { record(found: FoundRecord): void; bad(record: BadRecord): void; progress(offset: number): void };

/** A member that holds more than one record: nothing in it can be reached without unpacking all before it. */
export class PackedAsOne extends Error {}

/**
 * @param gzip whether its records are packed; told by its first bytes where nothing else is known
 * @throws PackedAsOne
 */
export async function readWarc(
  file: FileWindow,
  part: Part,
  events: WarcEvents,
  gzip = file.view(part.start, 3).equals(gzipMagic),
): Promise<void> {
  const walk = new WarcWalk(file, part, events, gzip);
  for (let at = part.start; at < part.end;) {
    events.progress(at);
    at = gzip ? await walk.member(at) : await walk.plain(at);
  }
}

type Framed = {
  head: { fields: HeaderFields; version: string; length: number } | null;
  reason: BadReason | null;
  detail: string | null;
  read: BlockRead | null;
  blockLength: number;
};

class WarcWalk {
  readonly #file: FileWindow;
  readonly #part: Part;
  readonly #events: WarcEvents;
  readonly #gzip: boolean;
  /** Bytes read that will be read again, because the record they seemed to belong to was none. */
  #spent = 0;

  constructor(file: FileWindow, part: Part, events: WarcEvents, gzip: boolean) {
    this.#file = file;
    this.#part = part;
    this.#events = events;
    this.#gzip = gzip;
  }

  /** One record that is not packed; answers where to go on. */
  async plain(at: number): Promise<number> {
    const { end } = this.#part;
    const blank = leadingLineEnds(this.#file.view(at, 64));
    if (blank > 0) return at + blank;
    if (!this.#file.view(at, mark.length).equals(mark)) return this.#garbage(at);
    const reader = new ByteReader(this.#file.chunks(at, end));
    const framed = await frame(reader, end - at);
    const length = reader.position;
    if (framed.reason === null && framed.head !== null && framed.read !== null) {
      if ((await reader.peek(1)).length === 0 || (await reader.skipLineEnds()) > 0) {
        this.#found(at, length, framed);
        return at + reader.position;
      }
      framed.reason = 'wrong-length';
      framed.detail = 'other bytes stand where the record should end';
    }
    const next = this.#nextRecord(at + this.#behind((framed.head?.length ?? mark.length + 1) - 1, length));
    const reason = framed.reason === 'truncated' && next < end ? 'wrong-length' : (framed.reason ?? 'unparsable');
    this.#bad(at, reason, framed.detail, framed.head?.fields ?? null);
    return next;
  }

  /** One gzip member with one record. */
  async member(at: number): Promise<number> {
    const { end } = this.#part;
    if (gzipHeadLength(this.#file, at, end) === null) return this.#garbage(at);
    const inflating = inflateMember(this.#file, at, end);
    const trailer: { end: MemberEnd | null } = { end: null };
    const reader = new ByteReader(noting(inflating, (last) => (trailer.end = last)));
    let framed: Framed | null = null;
    try {
      framed = await frame(reader);
      await reader.skipLineEnds();
      const rest = await reader.peek(mark.length);
      if (rest.equals(mark) && framed.reason === null) throw new PackedAsOne();
      if (rest.length > 0 && framed.reason === null) {
        framed.reason = 'wrong-length';
        framed.detail = 'other bytes stand where the record should end';
      }
      await reader.pass(Infinity, () => {});
    } catch (error) {
      if (!(error instanceof GzipProblem)) throw error;
      this.#bad(at, error.reason, error.message, framed?.head?.fields ?? null);
      return findMember(this.#file, at + this.#behind(gzipMagic.length, error.consumed), end);
    } finally {
      await inflating.return({ next: end, checksumHolds: false });
    }
    const next = trailer.end?.next ?? end;
    if (framed.reason !== null) {
      this.#bad(at, framed.reason, framed.detail, framed.head?.fields ?? null);
      return next;
    }
    if (trailer.end?.checksumHolds === false) this.#bad(at, 'gzip-checksum', null, framed.head?.fields ?? null);
    this.#found(at, next - at, framed, trailer.end?.checksumHolds === false);
    return next;
  }

  /**
   * Where to look for the next record after one that is broken: right behind its start, since its length may be a lie.
   * An archive built to be read over and over that way is soon taken at its word instead.
   */
  #behind(start: number, read: number): number {
    this.#spent += read;
    return this.#spent > MOST_READ_AGAIN * (this.#part.end - this.#part.start) ? Math.max(start, read) : start;
  }

  #found(offset: number, packed: number, { head, read, blockLength }: Framed, checksumWrong = false): void {
    if (head === null || read === null) return;
    const { fields, version, length: headLength } = head;
    if (read.digest === 'block-digest' || read.digest === 'payload-digest') this.#bad(offset, read.digest, null, fields);
    const digest = checksumWrong && read.digest !== 'payload-digest' ? 'block-digest' : read.digest;
    this.#events.record({ ...read, digest, fields, version, offset, packed, gzip: this.#gzip, headLength, blockLength });
  }

  #garbage(at: number): number {
    const next = this.#gzip ? findMember(this.#file, at, this.#part.end) : this.#nextRecord(at);
    this.#bad(at, 'garbage', `${next - at} bytes`, null);
    return next;
  }

  #nextRecord(from: number): number {
    const found = this.#file.find(lineMark, from, this.#part.end);
    return found < 0 ? this.#part.end : found + 1;
  }

  #bad(offset: number, reason: BadReason, detail: string | null, fields: HeaderFields | null): void {
    const recordId = fields === null ? null : withoutBrackets(field(fields, 'warc-record-id'));
    const url = fields === null ? null : withoutBrackets(field(fields, 'warc-target-uri'));
    this.#events.bad({ part: this.#part.name, offset: offset - this.#part.start, recordId, url, reason, detail });
  }
}

/**
 * Where the next member begins that begins like a record; `end` when there is none. The three magic bytes alone stand in
 * packed data by chance too.
 */
export function findMember(file: FileWindow, from: number, end: number): number {
  for (let at = file.find(gzipMagic, from, end); at >= 0; at = file.find(gzipMagic, at + 1, end)) {
    const head = gzipHeadLength(file, at, end);
    if (head === null) continue;
    if (
      peekMember(file.copy(at, Math.min(head + 1024, end - at)), head)
        .subarray(0, mark.length)
        .equals(mark)
    )
      return at;
  }
  return end;
}

/** Reads one record from where the reader stands, up to the end of its block. `available`: bytes there can be. */
async function frame(reader: ByteReader, available = Infinity): Promise<Framed> {
  const bytes = await reader.head(MOST_HEAD);
  const broken = (reason: BadReason, detail: string, head: Framed['head'] = null): Framed => ({
    head,
    reason,
    detail,
    read: null,
    blockLength: 0,
  });
  if (bytes === null) {
    const whole = (await reader.peek(MOST_HEAD)).length >= MOST_HEAD;
    return whole ? broken('unparsable', 'its head does not end') : broken('truncated', 'its head is cut off');
  }
  const { first, fields, strange } = parseHead(bytes);
  const head = { fields, version: first.trim(), length: bytes.length };
  if (!/^WARC\/1\.[01]$/.test(head.version)) return broken('version', first.slice(0, 40), head);
  const stated = field(fields, 'content-length');
  if (field(fields, 'warc-type') === null || stated === null || !/^\d{1,15}$/.test(stated))
    return broken('unparsable', strange > 0 ? `${strange} lines are no header` : 'type or length is not stated', head);
  const blockLength = Number(stated);
  if (head.length + blockLength > available)
    return broken('truncated', `${available - head.length} of ${blockLength} bytes are there`, head);
  const block = new BlockReader(fields);
  const got = await reader.pass(blockLength, (chunk) => block.push(chunk));
  if (got < blockLength) return broken('truncated', `${got} of ${blockLength} bytes are there`, head);
  return { head, reason: null, detail: null, read: block.end(), blockLength };
}

async function* noting(source: AsyncGenerator<Buffer, MemberEnd>, atEnd: (end: MemberEnd) => void): AsyncGenerator<Buffer, void> {
  for (;;) {
    const { value, done } = await source.next();
    if (done === true) return atEnd(value);
    yield value;
  }
}

function leadingLineEnds(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 10 || bytes[at] === 13) at += 1;
  return at;
}
