import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { wholeAgain, type Exchange, type StagedBody } from '#shared/model/exchange.ts';
import { cdxjLine, mimeOf } from './cdxj.ts';
import { requestHead, responseHead } from './http-block.ts';
import { writeRecord, type RecordDraft, type WarcOutput, type WrittenRecord } from './write-record.ts';

export type WarcJob = {
  /** Where the file is to be; it must not be there. */
  path: string;
  exchanges: readonly Exchange[];
  /** Where the bodies are staged. */
  bodies: string;
  /** Fields of the warcinfo record (ISO 28500:2017 section 6.2). */
  info: Record<string, string>;
  signal: AbortSignal;
};

export type WrittenWarc = { records: number; cdxj: string[] };

/** `whole`: addresses of which a later exchange has everything. */
type Writing = WarcJob & { output: WarcOutput; written: WrittenWarc; whole: ReadonlySet<string> };

/**
 * Writes exchanges as WARC 1.1 (ISO 28500:2017), gzipped record by record: warcinfo, then for each exchange its response,
 * the request concurrent to it, and for one that failed a metadata record with the reason. What a service worker answered
 * is a resource record (section 6.4): its bytes, of no exchange.
 * @throws HoldfastError of the disk; AbortError
 */
export async function writeWarc(job: WarcJob): Promise<WrittenWarc> {
  const file = await open(job.path, 'wx', 0o600);
  try {
    const output = { file, offset: 0 };
    const writing: Writing = { ...job, output, written: { records: 0, cdxj: [] }, whole: wholeAgain(job.exchanges) };
    await put(writing, infoRecord(job));
    for (const exchange of job.exchanges) await putExchange(writing, exchange);
    await file.sync();
    return writing.written;
  } finally {
    await file.close();
  }
}

async function putExchange(writing: Writing, exchange: Exchange): Promise<void> {
  if (exchange.from === 'service-worker') return putResource(writing, exchange);
  const requestId = newId();
  const { response } = exchange;
  if (response === null) {
    const reason = Buffer.from(`failure: ${exchange.failure ?? 'no answer'}\r\n`, 'utf8');
    await put(writing, { ...plain('metadata', exchange, newId(), requestId, 'application/warc-fields'), head: reason });
  } else {
    const responseId = newId();
    const record = await put(writing, responseRecord(writing, exchange, response, responseId));
    if (!isOvertaken(writing, exchange)) await index(writing, exchange, record);
    await put(writing, requestRecord(writing, exchange, requestId, responseId));
    return;
  }
  await put(writing, requestRecord(writing, exchange, requestId, null));
}

async function putResource(writing: Writing, exchange: Exchange): Promise<void> {
  const { response } = exchange;
  if (response?.body == null) return;
  const draft = plain('resource', exchange, newId(), null, mimeOf(exchange));
  if (response.truncated !== null) draft.headers.push(['WARC-Truncated', response.truncated]);
  draft.headers.push(['WARC-Holdfast-Source', 'service-worker']);
  const body = { path: pathOf(writing, response.body), size: response.body.size };
  await index(writing, exchange, await put(writing, { ...draft, body, payload: true }));
}

async function index(writing: Writing, exchange: Exchange, record: WrittenRecord): Promise<void> {
  const { body } = exchange.request;
  const where = { filename: basename(writing.path), bodyPath: body === null ? null : pathOf(writing, body) };
  writing.written.cdxj.push(await cdxjLine(exchange, record, where));
}

/** Parts and remnants of what another record has whole: an index that led to them would hide it. */
function isOvertaken({ whole }: Writing, { url, method, asked, response }: Exchange): boolean {
  const isPart = response !== null && (response.truncated !== null || response.status === 206);
  return isPart && method === 'GET' && asked === 'by-page' && whole.has(url);
}

async function put(writing: Writing, draft: RecordDraft) {
  writing.signal.throwIfAborted();
  writing.written.records += 1;
  return writeRecord(writing.output, draft, writing.signal);
}

function infoRecord({ info, path }: WarcJob): RecordDraft {
  const text = Object.entries(info).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}\r\n`);
  const headers: [string, string][] = [
    ['WARC-Type', 'warcinfo'],
    ['WARC-Record-ID', newId()],
    ['WARC-Date', new Date().toISOString()],
    ['WARC-Filename', basename(path)],
    ['Content-Type', 'application/warc-fields'],
  ];
  return { headers, head: Buffer.from(text.join(''), 'utf8'), body: null, payload: false, stored: false };
}

type Response = NonNullable<Exchange['response']>;

function responseRecord(writing: Writing, exchange: Exchange, response: Response, id: string): RecordDraft {
  const draft = plain('response', exchange, id, null, 'application/http;msgtype=response');
  if (response.truncated !== null) draft.headers.push(['WARC-Truncated', response.truncated]);
  if (response.body === null) return { ...draft, head: responseHead(response), payload: true };
  const body = { path: pathOf(writing, response.body), size: response.body.size };
  return { ...draft, head: responseHead(response), body, payload: true, stored: packed.test(mimeOf(exchange)) };
}

function requestRecord(writing: Writing, exchange: Exchange, id: string, responseId: string | null): RecordDraft {
  const draft = plain('request', exchange, id, responseId, 'application/http;msgtype=request');
  const { body } = exchange.request;
  const staged = body === null ? null : { path: pathOf(writing, body), size: body.size };
  return { ...draft, head: requestHead(exchange), body: staged, payload: true };
}

function plain(type: string, exchange: Exchange, id: string, concurrentTo: string | null, contentType: string): RecordDraft {
  const headers: [string, string][] = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Target-URI', exchange.url],
    ['WARC-Date', exchange.startedAt],
    ['Content-Type', contentType],
  ];
  if (concurrentTo !== null) headers.push(['WARC-Concurrent-To', concurrentTo]);
  if (type === 'response' && exchange.remoteAddress !== null) headers.push(['WARC-IP-Address', exchange.remoteAddress]);
  if (type === 'response' && exchange.response?.protocol) headers.push(['WARC-Protocol', exchange.response.protocol]);
  if (type === 'request') headers.push(['WARC-Resource-Type', exchange.resourceType.toLowerCase()]);
  if (type === 'request' && exchange.asked === 'again') headers.push(['WARC-Holdfast-Asked', 'again']);
  return { headers, head: Buffer.alloc(0), body: null, payload: false, stored: false };
}

/** What gains nothing from being compressed once more. */
const packed = /^(video|audio)\/|^image\/(?!svg|bmp|x-ms-bmp)|^font\/woff|zip|compressed|pdf/;

function pathOf({ bodies }: WarcJob, { name }: StagedBody): string {
  return join(bodies, basename(name));
}

function newId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}
