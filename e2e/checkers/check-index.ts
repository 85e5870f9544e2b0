import { gunzipSync } from 'node:zlib';
import { getSurt } from 'warcio/utils';
import { reporter, type Finding, type Report } from './finding.ts';
import { memberAt } from './gzip-members.ts';
import { httpMessage } from './http-message.ts';
import { header, recordAt, type WarcRecord } from './warc-records.ts';
import type { ZipEntry } from './zip-entries.ts';

/** One line of a CDXJ file: `key ts {json}`. */
export type IndexLine = { key: string; ts: string; url: string; fields: Record<string, unknown>; where: string };

/** WACZ 1.1.1, "indexes": sorted CDXJ, each line leading to one whole record of that address, date and digest, and none left out. */
export function checkIndexes(entries: ZipEntry[], archive: Map<string, WarcRecord[]>, findings: Finding[]): IndexLine[] {
  const files = entries.filter(({ name }) => name.startsWith('indexes/') && !name.endsWith('/'));
  const cdx = files.filter(({ name }) => /\.(cdx|cdxj)(\.gz)?$/.test(name));
  if (cdx.length === 0) reporter(findings, 'indexes/')('index-missing', 'there is no CDXJ file');
  for (const { name } of files)
    if (!/\.(cdx|cdxj|idx)(\.gz)?$/.test(name)) reporter(findings, name)('stray-file', 'only indexes belong in indexes/');
  const lines = cdx.flatMap((file) => readLines(file, findings));
  const byName = new Map(entries.map(({ name, data }) => [name, data]));
  for (const line of lines) checkLine(line, byName, reporter(findings, line.where));
  for (const idx of files.filter(({ name }) => name.endsWith('.idx'))) checkBlocks(idx, byName, reporter(findings, idx.name));
  checkComplete(lines, archive, findings);
  return lines;
}

function readLines({ name, data }: ZipEntry, findings: Finding[]): IndexLine[] {
  const raw = (name.endsWith('.gz') ? gunzipSync(data) : data)
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '');
  const report = reporter(findings, name);
  raw.forEach((line, at) => {
    // Binary search needs the order of bytes, which is that of Latin-1 strings.
    if (at > 0 && (raw[at - 1] ?? '') > line) report('index-order', `line ${at + 1} comes too late`);
  });
  return raw.flatMap((line, at) => {
    const [, key = '', ts = '', rest = ''] = /^(\S+) (\d+) (\{.*\})$/.exec(line) ?? [];
    try {
      const fields = JSON.parse(Buffer.from(rest, 'latin1').toString('utf8')) as Record<string, unknown>;
      return [{ key, ts, url: String(fields['url']), fields, where: `${name}:${at + 1}` }];
    } catch {
      report('index-line', `line ${at + 1} is not CDXJ: ${line.slice(0, 120)}`);
      return [];
    }
  });
}

function checkLine({ key, ts, url, fields }: IndexLine, files: Map<string, Buffer>, report: Report): void {
  const file = files.get(`archive/${String(fields['filename'])}`);
  if (!file) return report('index-file', `archive/${String(fields['filename'])} is not there`);
  const [offset, length] = [Number(fields['offset']), Number(fields['length'])];
  let record: WarcRecord;
  try {
    const member = file[0] === 0x1f ? memberAt(file, offset) : null;
    record = member ? recordAt(member.data, 0) : recordAt(file, offset);
    const whole = member ? member.length : record.length;
    if (member && record.length !== member.data.length) report('index-offset', 'the gzip member holds more than one record');
    if (whole !== length) report('index-length', `${length}, and the record takes ${whole}`);
  } catch (error) {
    return report('index-offset', `${url}: ${String(error)}`);
  }
  checkFields({ key, ts, url, fields }, record, report);
}

function checkFields({ key, ts, url, fields }: Omit<IndexLine, 'where'>, record: WarcRecord, report: Report): void {
  const of = (name: string) => header(record.headers, name);
  if (of('WARC-Target-URI') !== url) report('index-url', `${url} leads to ${of('WARC-Target-URI')}`);
  const surt = getSurt(url);
  // A request with a body is keyed with that body as a query (`__wb_method`).
  const withBody = key.startsWith(surt) && key.includes('__wb_method');
  if (key !== surt && !withBody) report('index-key', `${key} is not ${surt}`);
  const date = (of('WARC-Date') ?? '').replaceAll(/\D/g, '');
  if (ts.slice(0, 14) !== date.slice(0, 14)) report('index-date', `${ts}, and the record is of ${date}`);
  const digest = fields['digest'];
  const given = of('WARC-Payload-Digest') ?? of('WARC-Block-Digest') ?? '';
  if (digest === undefined) report('index-digest', 'none is given');
  else if (String(digest) !== given && String(digest) !== given.split(':')[1]) report('index-digest', `${String(digest)} is not ${given}`);
  const status = httpMessage(record.block)?.startLine.split(' ')[1];
  if (of('WARC-Type') === 'response' && String(fields['status']) !== status)
    report('index-status', `${String(fields['status'])} is not ${status}`);
}

/** Zipnum: each line of an .idx names a gzip member of the compressed index that begins with that line's key. */
function checkBlocks({ data }: ZipEntry, files: Map<string, Buffer>, report: Report): void {
  for (const line of data.toString('utf8').split('\n')) {
    const start = line.indexOf('{');
    if (line.startsWith('!') || start < 0) continue;
    const { offset, length, filename } = JSON.parse(line.slice(start)) as { offset: number; length: number; filename: string };
    const file = files.get(`indexes/${filename}`);
    try {
      if (!file) throw new Error(`indexes/${filename} is not there`);
      const member = memberAt(file, offset);
      if (member.length !== length) report('idx-length', `${length}, and the block takes ${member.length}`);
      if (!member.data.toString('utf8').startsWith(line.slice(0, line.indexOf(' ')))) report('idx-key', line.slice(0, 120));
    } catch (error) {
      report('idx-offset', String(error));
    }
  }
}

function checkComplete(lines: IndexLine[], archive: Map<string, WarcRecord[]>, findings: Finding[]): void {
  const known = new Set(lines.map(({ fields }) => `${String(fields['filename'])}@${Number(fields['offset'])}`));
  const indexed = new Set(lines.map(({ url }) => url));
  // An index that also led to parts and remnants would hide the whole of them.
  const isPart = ({ headers, block }: WarcRecord) =>
    header(headers, 'WARC-Truncated') !== undefined || / 206( |$)/.test(httpMessage(block)?.startLine ?? '');
  for (const [name, records] of archive)
    for (const record of records) {
      const { headers, offset } = record;
      if (isPart(record) && indexed.has(header(headers, 'WARC-Target-URI') ?? '')) continue;
      if (['response', 'revisit', 'resource'].includes(header(headers, 'WARC-Type') ?? '') && !known.has(`${name}@${offset}`))
        reporter(findings, `archive/${name}@${offset}`)('record-not-indexed', header(headers, 'WARC-Target-URI') ?? '');
    }
}
