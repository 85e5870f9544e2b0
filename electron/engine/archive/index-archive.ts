/** The first pass over an archive, in a thread of its own: every record looked at once, in order, and what it says checked. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '#shared/model/primitives.ts';
import { IndexWriter, type IndexedRecord } from './archive-index.ts';
import { indexFile, reportFile, type ArchiveIndexed, type IndexTask, type Part } from './archive-model.ts';
import { archiveParts } from './archive-parts.ts';
import { archiveReport } from './archive-report.ts';
import { BadRecords } from './bad-records.ts';
import { FileWindow } from './file-window.ts';
import { RecordFinder } from './find-record.ts';
import { joinHops, joinRequests } from './join-requests.ts';
import { choosePages, readPageLists, resolvePages } from './list-pages.ts';
import { RecordReader } from './read-body.ts';
import { findMember, PackedAsOne, readWarc, type FoundRecord } from './read-warc.ts';
import { recordRow } from './record-row.ts';
import { unpackPart } from './unpack-part.ts';
import { checkPackage, type PackageCheck } from './wacz-package.ts';
import { openWacz, ZipUnreadable, type WaczZip } from './wacz-zip.ts';
import { WarcInfo } from './warc-info.ts';

type Work = { task: IndexTask; index: IndexWriter; bad: BadRecords; info: WarcInfo; progress: (share: number) => void };

/**
 * Indexes an archive into `task.folder`: `index.sqlite`, and the report on its records.
 * @param progress called with the share that is read, 0 to 1
 * @throws HoldfastError archive-unsafe
 */
export async function indexArchive(task: IndexTask, progress: (share: number) => void): Promise<ArchiveIndexed> {
  const index = new IndexWriter(join(task.folder, indexFile));
  const work: Work = { task, index, bad: new BadRecords(), info: new WarcInfo(), progress };
  try {
    if (task.mediaType !== 'application/wacz+zip') {
      const { size } = statSync(task.path);
      await readParts(work, [{ name: 'warc', path: null, start: 0, end: size }]);
      return conclude(work, null, null);
    }
    return await indexWacz(work);
  } finally {
    index.close();
  }
}

async function indexWacz(work: Work): Promise<ArchiveIndexed> {
  let zip: WaczZip;
  try {
    zip = await openWacz(work.task.path);
  } catch (error) {
    if (!(error instanceof ZipUnreadable)) throw error;
    await salvage(work);
    return conclude(work, null, `the zip cannot be read (${error.message})`);
  }
  try {
    const check = await checkPackage(zip);
    const parts = await archiveParts(zip, work.task.folder, work.bad.add);
    await readParts(work, parts);
    await readPageLists(zip, work.index);
    return conclude(work, check, parts.length === 0 ? 'it holds no WARC' : null);
  } finally {
    zip.close();
  }
}

/** A zip that was cut off has lost its list of files, which stands at its end; the records in it can still be found. */
async function salvage(work: Work): Promise<void> {
  const file = new FileWindow(work.task.path);
  try {
    const part = { name: 'the damaged zip', path: null, start: 0, end: file.size };
    await readPart(work, part, (offset) => work.progress(offset / file.size), findMember(file, 0, file.size) < file.size);
  } finally {
    file.close();
  }
}

async function readParts(work: Work, parts: Part[]): Promise<void> {
  const total = parts.reduce((sum, part) => sum + part.end - part.start, 0);
  let before = 0;
  for (const part of parts) {
    const report = (offset: number) => work.progress((before + offset - part.start) / Math.max(1, total));
    await readPart(work, part, report);
    before += part.end - part.start;
  }
}

async function readPart(work: Work, part: Part, progress: (offset: number) => void, gzip?: boolean): Promise<void> {
  const file = new FileWindow(part.path ?? work.task.path);
  const id = work.index.addPart({ name: part.name, path: part.path, start: part.start });
  try {
    const record = (found: FoundRecord) => {
      work.info.note(found);
      work.index.add(recordRow(found, id));
    };
    await readWarc(file, part, { record, bad: work.bad.add, progress }, gzip);
  } catch (error) {
    if (!(error instanceof PackedAsOne)) throw error;
    work.index.forget(id);
    work.bad.forget(part.name);
    work.info.packedAsOne = true;
    const target = join(work.task.folder, `unpacked-${id}.warc`);
    await readPart(work, await unpackPart(file, part, target, work.bad.add), () => {});
  } finally {
    file.close();
  }
}

function conclude(work: Work, check: PackageCheck | null, problem: string | null): ArchiveIndexed {
  const { task, index, bad, info } = work;
  index.settle();
  const finder = new RecordFinder(index.raw);
  const reader = new RecordReader(task.path, finder);
  try {
    joinRequests(index.raw);
    joinHops(index.raw, (id) => reader.read(finder.byId(id)!).body);
    info.readFirst(finder, reader, index.raw);
  } finally {
    reader.close();
  }
  nameLostRevisits(work, finder);
  choosePages(index.raw);
  const resolved = resolvePages(index.raw);
  for (const { url, listed } of resolved.without)
    bad.add({ part: listed, offset: 0, recordId: null, url, reason: 'page-without-record', detail: null });
  const kind = task.mediaType === 'application/warc' ? info.version : `WACZ ${check?.version ?? ''}`.trim();
  writeFileSync(join(task.folder, reportFile), archiveReport({ kind, check, problem, info, bad, resolved }));
  return {
    kind,
    pages: resolved.pages,
    bad: bad.damaged(),
    revisitsWithoutOriginal: bad.count('revisit-without-original'),
    pagesWithoutRecord: bad.count('page-without-record'),
    packageWrong: check?.wrong.length ?? 0,
    problem,
    facts: archiveFacts(work, check),
  };
}

function nameLostRevisits({ index, bad }: Work, finder: RecordFinder): void {
  const rows = index.raw.prepare("SELECT * FROM record WHERE type = 'revisit' ORDER BY id").iterate() as Iterable<IndexedRecord>;
  const lost: IndexedRecord[] = [];
  for (const row of rows) if (finder.original(row) === null) lost.push(row);
  for (const { part, offset, recordId, url, refersTo } of lost) {
    const { name, start } = finder.partOf({ part });
    bad.add({ part: name, offset: offset - start, recordId, url, reason: 'revisit-without-original', detail: refersTo });
  }
}

/** What holds for the whole archive, in the order a person reads it. */
function archiveFacts({ info }: Work, check: PackageCheck | null): Facts {
  return {
    ...info.facts(),
    ...(check === null
      ? {}
      : {
          ...check.facts,
          packageHashes: check.wrong.length === 0 ? `${check.checked} hold` : `${check.wrong.length} wrong`,
          packageHashesDoubled: check.doubled.length > 0 ? check.doubled.length : null,
          packageDigest: check.digest,
          packageSignature: check.signed ? 'present, not judged' : 'none',
        }),
  };
}
