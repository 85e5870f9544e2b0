import Database from 'better-sqlite3';
import type { Facts } from '#shared/model/primitives.ts';
import { toErrorData } from '#shared/errors.ts';
import { freezeHtml } from '../snapshot/freeze-html.ts';
import type { PageReading } from '../snapshot/read-page-file.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import type { IndexedPage } from './archive-index.ts';
import type { ArchivePageTask } from './archive-model.ts';
import { ArchiveResources } from './archive-resources.ts';
import { RecordFinder, type Answer } from './find-record.ts';
import { field, type HeaderFields } from './header-fields.ts';
import { RecordReader } from './read-body.ts';

/** One page of an archive. `frozen` is null when none could be made: `problem` says why, or it is no HTML. */
export type ArchivePageRead = {
  frozen: PageReading | null;
  problem: string | null;
  mediaType: string;
  url: string;
  title: string | null;
  /** Records it is made of whose digest does not hold. */
  altered: { page: boolean; resources: number };
  /** It has scripts, so that what it shows may not stand in its bytes. */
  scripts: boolean;
  facts: Facts;
};

const shownHeaders = ['content-type', 'content-length', 'content-encoding', 'x-orig-content-encoding', 'date', 'last-modified', 'etag', 'server', 'content-language', 'via', 'age']; // prettier-ignore

/** Freezes the page in one record with what the archive holds for it. @throws Error when the index does not fit the archive */
export function freezeArchivePage(task: ArchivePageTask): ArchivePageRead {
  const raw = new Database(task.index, { readonly: true });
  const finder = new RecordFinder(raw);
  const reader = new RecordReader(task.archive, finder);
  try {
    const record = finder.byId(task.record);
    const answer = record === null ? null : finder.answer(record);
    if (answer === null) throw new Error(`no record ${task.record}`);
    const page = raw.prepare('SELECT * FROM page WHERE record = ? ORDER BY id LIMIT 1').get(task.record) as IndexedPage;
    return readPage(answer, page, finder, reader);
  } finally {
    reader.close();
    raw.close();
  }
}

function readPage(answer: Answer, page: IndexedPage, finder: RecordFinder, reader: RecordReader): ArchivePageRead {
  const { record } = answer;
  const resources = new ArchiveResources(finder, reader, record.time ?? 0);
  const found = resources.take(answer);
  const altered = resources.altered.size > 0;
  const common = { url: record.url, title: page.title, facts: pageFacts(answer, page, finder, reader) };
  const nothing = { ...common, frozen: null, altered: { page: altered, resources: 0 }, scripts: false };
  if (typeof found === 'string') return { ...nothing, problem: found, mediaType: answer.body.mime };
  if (!isHtml(found.mediaType, found.bytes)) return { ...nothing, problem: null, mediaType: found.mediaType };
  resources.altered.clear();
  try {
    const frozen = freezeHtml(found.bytes, { url: record.url, charset: found.charset, find: resources.find });
    resources.altered.delete(record.id);
    const reading = { ...frozen, ...readSnapshot(frozen.html, frozen.metadata) };
    const scripts = /<script\b/i.test(found.bytes.toString('latin1'));
    return {
      ...common,
      frozen: reading,
      problem: null,
      mediaType: found.mediaType,
      altered: { page: altered, resources: resources.altered.size },
      scripts,
    };
  } catch (error) {
    const { code, facts } = toErrorData(error);
    return { ...nothing, problem: String(facts['reason'] ?? facts['message'] ?? code), mediaType: found.mediaType };
  }
}

function isHtml(mediaType: string, bytes: Buffer): boolean {
  if (['text/html', 'application/xhtml+xml'].includes(mediaType)) return true;
  const unsaid = ['', 'application/octet-stream', 'text/plain', 'unknown/unknown'].includes(mediaType);
  return unsaid && /^\s*(<!--[\s\S]{0,1000}?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(bytes.toString('latin1', 0, 4096));
}

function pageFacts({ record, body }: Answer, page: IndexedPage, finder: RecordFinder, reader: RecordReader): Facts {
  const head = headOf(reader, body);
  const part = finder.partOf(record);
  return {
    archiveDate: record.date,
    targetUri: record.url,
    pageUrl: page.key === record.key ? null : page.url,
    pageDate: page.stated === record.date ? null : page.stated,
    pageTitle: page.title,
    listedBy: page.listed,
    status: body.status,
    recordType: record.type,
    recordId: record.recordId,
    recordDigest: record.verdict,
    recordTruncated: record.truncated,
    part: part.name,
    offset: record.offset - part.start,
    originalRecordId: body.id === record.id ? null : body.recordId,
    responseHeaders: head === null ? {} : summary(head),
  };
}

function headOf(reader: RecordReader, body: Answer['body']): HeaderFields | null {
  try {
    return body.blockLength > 64 * 1024 * 1024 ? null : (reader.read(body).http?.fields ?? null);
  } catch {
    return null; // Told as the page's problem already.
  }
}

function summary(fields: HeaderFields): Facts {
  return Object.fromEntries(
    shownHeaders.flatMap((name) => {
      const value = field(fields, name);
      return value === null ? [] : [[name, value.slice(0, 500)]];
    }),
  );
}
