import type { NewRecord } from './archive-index.ts';
import { addressKey, field, statusOf, timeOf, withoutBrackets, type HeaderFields } from './header-fields.ts';
import type { FoundRecord } from './read-warc.ts';

const MOST_URL = 16_384;

/** A record as the index holds it: enough to find it, to read it and to choose pages by it. */
export function recordRow(found: FoundRecord, part: number): NewRecord {
  const { fields, http } = found;
  const type = (field(fields, 'warc-type') ?? '').toLowerCase();
  const url = (withoutBrackets(field(fields, 'warc-target-uri')) ?? '').slice(0, MOST_URL);
  const date = field(fields, 'warc-date');
  const stated = http === null ? field(fields, 'content-type') : field(http.fields, 'content-type');
  return {
    part,
    offset: found.offset,
    packed: found.packed,
    gzip: found.gzip ? 1 : 0,
    headLength: found.headLength,
    blockLength: found.blockLength,
    bodyStart: found.bodyStart,
    type,
    key: url === '' ? '' : addressKey(url),
    url,
    time: timeOf(date),
    date,
    recordId: withoutBrackets(field(fields, 'warc-record-id')),
    concurrent: withoutBrackets(field(fields, 'warc-concurrent-to')),
    status: http === null || type === 'request' ? null : statusOf(http.first),
    mime: mimeOf(stated),
    location: http === null ? null : field(http.fields, 'location'),
    whole: http === null || isWhole(http.first, http.fields) ? 1 : 0,
    digest: digestOf(fields),
    verdict: found.digest,
    refersTo: type === 'revisit' ? JSON.stringify(refersTo(fields)) : null,
    truncated: field(fields, 'warc-truncated'),
    ...requestRow(found, type),
  };
}

type RequestRow = Pick<NewRecord, 'method' | 'dest' | 'script' | 'hops'>;

/** What a request says of why it was made. Other records get this from their request later. */
function requestRow({ http }: FoundRecord, type: string): RequestRow {
  if (http === null || type !== 'request') return { method: null, dest: null, script: 0, hops: null };
  const script = /xmlhttprequest/i.test(field(http.fields, 'x-requested-with') ?? '') ? 1 : 0;
  return {
    method: (http.first.split(/\s/)[0] ?? '').toUpperCase().slice(0, 20),
    dest: field(http.fields, 'sec-fetch-dest')?.toLowerCase() ?? null,
    script,
    hops: null,
  };
}

export function mimeOf(stated: string | null): string {
  return (stated?.split(';')[0] ?? '').trim().toLowerCase().slice(0, 200);
}

function refersTo(fields: HeaderFields): [string | null, string | null] {
  const uri = withoutBrackets(field(fields, 'warc-refers-to-target-uri'));
  return [withoutBrackets(field(fields, 'warc-refers-to')), uri === null ? null : addressKey(uri)];
}

/** Payload digests compared as text: an archive states the same digest in the same way. */
function digestOf(fields: HeaderFields): string | null {
  const stated = field(fields, 'warc-payload-digest')?.trim().toUpperCase();
  return stated === undefined || stated === '' ? null : stated;
}

/** A range that covers everything is a whole answer (RFC 9110, 14.4). */
function isWhole(first: string, fields: HeaderFields): boolean {
  const range = /^bytes\s+(\d+)-(\d+)\/(\d+)$/i.exec(field(fields, 'content-range') ?? '');
  if (range !== null) return Number(range[1]) === 0 && Number(range[2]) === Number(range[3]) - 1;
  return statusOf(first) !== 206;
}
