import type { FindResource, Resource, UnresolvedReason } from '../snapshot/page-resources.ts';
import { absolute } from '../snapshot/page-resources.ts';
import { parseContentType } from '../snapshot/mime-message.ts';
import type { Answer, RecordFinder } from './find-record.ts';
import { field } from './header-fields.ts';
import { decodeBody, largestBody, type RecordReader } from './read-body.ts';

/** Resources held while one page is frozen; beyond this they are read again when asked for again. */
const MOST_HELD = 128 * 1024 * 1024;

/** What one page asks for, looked up in its archive: the record of that address nearest in time. Nothing is fetched. */
export class ArchiveResources {
  /** Records whose digest does not hold, by id. */
  readonly altered = new Set<number>();
  readonly #finder: RecordFinder;
  readonly #reader: RecordReader;
  readonly #time: number;
  readonly #held = new Map<number, Resource>();
  #heldBytes = 0;

  constructor(finder: RecordFinder, reader: RecordReader, time: number) {
    this.#finder = finder;
    this.#reader = reader;
    this.#time = time;
  }

  readonly find: FindResource = (reference, base) => {
    const answer = this.#finder.find(absolute(reference, base), this.#time);
    return answer === null ? 'not-kept' : this.take(answer);
  };

  take({ record, body: source }: Answer): Resource | UnresolvedReason {
    const held = this.#held.get(record.id);
    if (held !== undefined) return held;
    if (source.blockLength > largestBody) return 'too-large';
    try {
      const { http, fields, body } = this.#reader.read(source);
      const headers = http?.fields ?? fields;
      const type = parseContentType(field(headers, 'content-type') ?? '');
      const resource: Resource = {
        mediaType: type.mediaType || 'application/octet-stream',
        charset: type.parameters.get('charset') ?? null,
        bytes: http === null ? body : decodeBody(body, http.fields),
        url: record.url,
      };
      for (const one of [record, source]) if (one.verdict.endsWith('-digest')) this.altered.add(one.id);
      this.#hold(record.id, resource);
      return resource;
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : 'damaged';
    }
  }

  /** Pages are always held: a frame that shows its own page is told by being the same bytes. */
  #hold(id: number, resource: Resource): void {
    const { length } = resource.bytes;
    if (!/html/.test(resource.mediaType) && this.#heldBytes + length > MOST_HELD) return;
    this.#heldBytes += length;
    this.#held.set(id, resource);
  }
}
