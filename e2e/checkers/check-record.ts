import { digestHolds } from './digest.ts';
import type { Report } from './finding.ts';
import { decodedBody, httpMessage, type HttpMessage } from './http-message.ts';
import { header, type WarcRecord } from './warc-records.ts';

const types = ['warcinfo', 'response', 'resource', 'request', 'metadata', 'revisit', 'conversion', 'continuation'];
/** ISO 28500:2017 section 5.12: the types that must say which address they are about. */
const withTarget = ['response', 'resource', 'request', 'revisit', 'conversion', 'continuation'];
const truncations = ['length', 'time', 'disconnect', 'unspecified'];

/** Holds one record against ISO 28500:2017 (section numbers below) and against its own digests. */
export function checkRecord(record: WarcRecord, report: Report): void {
  const { headers, block } = record;
  const of = (name: string) => header(headers, name);
  const type = of('WARC-Type') ?? '';
  if (record.version !== 'WARC/1.1') report('warc-version', record.version);
  for (const name of ['WARC-Record-ID', 'Content-Length', 'WARC-Date', 'WARC-Type'])
    if (of(name) === undefined) report('header-missing', `${name} (5.2 to 5.5)`);
  for (const name of new Set(headers.map(([key]) => key.toLowerCase())))
    if (name !== 'warc-concurrent-to' && headers.filter(([key]) => key.toLowerCase() === name).length > 1)
      report('header-repeated', `${name} (only WARC-Concurrent-To may be)`);
  if (!/^<[a-z][a-z0-9+.-]*:[^\s<>]+>$/i.test(of('WARC-Record-ID') ?? '')) report('record-id', `${of('WARC-Record-ID')} (5.2)`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(of('WARC-Date') ?? '')) report('date', `${of('WARC-Date')} (5.4)`);
  if (!types.includes(type)) report('type', `${type} (5.5)`);
  if (withTarget.includes(type) && !URL.canParse(of('WARC-Target-URI') ?? '')) report('target', `${of('WARC-Target-URI')} (5.12)`);
  if (block.length > 0 && type !== 'continuation' && of('Content-Type') === undefined) report('header-missing', 'Content-Type (5.6)');
  if (type === 'revisit' && of('WARC-Profile') === undefined) report('header-missing', 'WARC-Profile (5.17)');
  const truncated = of('WARC-Truncated');
  if (truncated !== undefined && !truncations.includes(truncated)) report('truncated', `${truncated} (5.13)`);
  // The standard leaves digests free; of what a site sent, evidence needs them.
  if (withTarget.includes(type) || of('WARC-Block-Digest') !== undefined) checkDigest(of('WARC-Block-Digest'), block, 'block', report);
  if (/^application\/http\b/i.test(of('Content-Type') ?? '')) checkHttp(record, type, truncated !== undefined, report);
}

function checkDigest(labelled: string | undefined, bytes: Buffer, what: 'block' | 'payload', report: Report): void {
  if (labelled === undefined) return report(`${what}-digest-missing`, 'none is given');
  const holds = digestHolds(labelled, bytes);
  if (holds === 'unknown') report(`${what}-digest-unknown`, labelled);
  else if (!holds) report(`${what}-digest`, `${labelled} is not the digest of ${bytes.length} bytes`);
}

function checkHttp({ headers, block }: WarcRecord, type: string, truncated: boolean, report: Report): void {
  const message = httpMessage(block);
  if (!message) return report('http-header', 'the block has no whole HTTP header');
  const payload = header(headers, 'WARC-Payload-Digest');
  // A request without a body has no payload to digest (5.9); a revisit has that of the record it refers to.
  if (type === 'response' || (type === 'request' && payload !== undefined)) checkDigest(payload, message.body, 'payload', report);
  if (type === 'request') checkRequestLine(message, header(headers, 'WARC-Target-URI') ?? '', report);
  if (type === 'response' || type === 'revisit') {
    if (!/^HTTP\/[\d.]+ [1-5]\d\d( |$)/.test(message.startLine)) report('http-status-line', message.startLine);
  }
  if (type === 'response' && !truncated) checkBody(message, report);
}

function checkRequestLine({ startLine, headers }: HttpMessage, target: string, report: Report): void {
  const [method = '', path = '', protocol = ''] = startLine.split(' ');
  if (!/^[A-Z]+$/.test(method) || !protocol.startsWith('HTTP/')) return report('http-request-line', startLine);
  if (!URL.canParse(target)) return;
  const { pathname, search, host } = new URL(target);
  if (path !== pathname + search && path !== '*') report('http-request-line', `${startLine} is not for ${target}`);
  const named = header(headers, 'host');
  if (named !== undefined && named.toLowerCase() !== host) report('http-host', `${named} is not the host of ${target}`);
}

/** A header that is not true of the stored bytes makes readers cut or garble the body. */
function checkBody(message: HttpMessage, report: Report): void {
  try {
    decodedBody(message);
  } catch (error) {
    report('http-coding', `the body is not what its header says: ${String(error)}`);
  }
  const length = header(message.headers, 'content-length');
  const chunked = /chunked/i.test(header(message.headers, 'transfer-encoding') ?? '');
  if (length !== undefined && !chunked && message.body.length > 0 && Number(length) !== message.body.length)
    report('http-content-length', `${length}, and ${message.body.length} bytes are kept`);
}
