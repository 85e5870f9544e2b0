import { WARCParser } from 'warcio';
import { checkRecord } from './check-record.ts';
import { digestHolds } from './digest.ts';
import { reporter, type Finding, type Report } from './finding.ts';
import { httpMessage } from './http-message.ts';
import { header, headerValues, warcRecords, type WarcRecord } from './warc-records.ts';

/**
 * Everything wrong with a WARC 1.1 file, by ISO 28500:2017: read once by hand and once by warcio, which must agree;
 * every block and payload digest recomputed; requests and responses tied together.
 * @param file the bytes of a `.warc` or `.warc.gz`
 */
export async function checkWarc(file: Buffer, name = 'warc'): Promise<{ records: WarcRecord[]; findings: Finding[] }> {
  const findings: Finding[] = [];
  let records: WarcRecord[];
  try {
    records = warcRecords(file);
  } catch (error) {
    return { records: [], findings: [{ code: 'unreadable', where: name, detail: String(error) }] };
  }
  for (const record of records) checkRecord(record, reporter(findings, placeOf(record, name)));
  checkTies(records, name, findings);
  await checkAgainstWarcio(file, records, name, findings);
  return { records, findings };
}

const idOf = (record: WarcRecord) => header(record.headers, 'WARC-Record-ID') ?? '';
const typeOf = (record: WarcRecord) => header(record.headers, 'WARC-Type') ?? '';
const targetOf = (record: WarcRecord) => header(record.headers, 'WARC-Target-URI') ?? '';
const placeOf = (record: WarcRecord, name: string) => `${name}@${record.offset} ${typeOf(record)} ${targetOf(record)}`.trim();

function checkTies(records: WarcRecord[], name: string, findings: Finding[]): void {
  const byId = new Map(records.map((record) => [idOf(record), record]));
  if (byId.size !== records.length) reporter(findings, name)('record-id', 'two records have one id');
  const [first] = records;
  if (!first || typeOf(first) !== 'warcinfo')
    reporter(findings, name)('warcinfo-first', `begins with ${first ? typeOf(first) : 'nothing'}`);
  const tied = new Map<string, Set<string>>(records.map((record) => [idOf(record), new Set<string>()]));
  for (const record of records) {
    const report = reporter(findings, placeOf(record, name));
    const info = header(record.headers, 'WARC-Warcinfo-ID');
    if (info !== undefined && typeOf(byId.get(info) ?? record) !== 'warcinfo') report('warcinfo-id', `${info} is not a warcinfo here`);
    for (const id of headerValues(record.headers, 'WARC-Concurrent-To')) {
      const other = byId.get(id);
      if (!other) report('concurrent-to', `${id} is not in this file`);
      else if (targetOf(other) !== targetOf(record)) report('concurrent-to', `${id} is about ${targetOf(other)}`);
      tied.get(idOf(record))?.add(id);
      tied.get(id)?.add(idOf(record));
    }
  }
  const wants: Record<string, string[]> = { request: ['response', 'revisit', 'metadata'], response: ['request'], revisit: ['request'] };
  for (const record of records) {
    const partners = wants[typeOf(record)];
    if (!partners || !/^https?:/.test(targetOf(record))) continue;
    const found = [...(tied.get(idOf(record)) ?? [])].some((id) => partners.includes(typeOf(byId.get(id) ?? record)));
    if (!found) reporter(findings, placeOf(record, name))('untied', `no ${partners[0]} is concurrent to it`);
    const isHead = [...(tied.get(idOf(record)) ?? [])].some((id) => byId.get(id)?.block.subarray(0, 5).toString() === 'HEAD ');
    if (!isHead) checkNotLost(record, reporter(findings, placeOf(record, name)));
  }
}

/** A response that promised a body and kept none, without saying that it is cut short. */
function checkNotLost(record: WarcRecord, report: Report): void {
  const message = typeOf(record) === 'response' ? httpMessage(record.block) : null;
  const status = message?.startLine.split(' ')[1] ?? '';
  if (!message || message.body.length > 0 || /^(1..|204|304)$/.test(status)) return;
  if (Number(header(message.headers, 'content-length')) > 0 && header(record.headers, 'WARC-Truncated') === undefined)
    report('body-lost', `${header(message.headers, 'content-length')} bytes were promised and none is kept`);
}

/** warcio must see the same records, and the bytes it reads must have the digests the records give. */
async function checkAgainstWarcio(file: Buffer, records: WarcRecord[], name: string, findings: Finding[]): Promise<void> {
  const report = reporter(findings, `${name} in warcio`);
  let at = 0;
  try {
    for await (const record of WARCParser.iterRecords([new Uint8Array(file)])) {
      const ours = records[at];
      at += 1;
      if (record.warcHeader('WARC-Record-ID') !== (ours && idOf(ours))) report('warcio-differs', `record ${at} is another`);
      const isHttp = record.httpHeaders !== null;
      const payload = Buffer.from(await record.readFully(false));
      const labelled = isHttp ? record.warcPayloadDigest : record.warcBlockDigest;
      if (typeof labelled === 'string' && record.warcType !== 'revisit' && digestHolds(labelled, payload) === false)
        report('warcio-digest', `${record.warcType} ${record.warcTargetURI}: ${labelled}`);
    }
  } catch (error) {
    report('warcio-failed', `after ${at} records: ${String(error)}`);
  }
  if (at !== records.length) report('warcio-differs', `it reads ${at} records of ${records.length}`);
}
