/** Export: the case as a case file (DESIGN section 8), written under another name and only then put in its place. */
import { access, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { ExportSelection } from '#shared/model/selection.ts';
import type { ExportResult } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import { recordFailure } from '../custody/record-failure.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { entryLine } from '../journal/entry-hash.ts';
import { mutate } from '../journal/mutate.ts';
import { toEntry } from '../journal/list-entries.ts';
import type { Tables } from '../db/tables.ts';
import { renameSynced } from '../store/sync-folder.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { sealFiles } from '../seal/seal-files.ts';
import { openSnapshot, type CaseSnapshot } from '../verify/case-snapshot.ts';
import { folderSink, zipSink } from './bag-sink.ts';
import { bagInfo, bagReadme } from './bag-words.ts';
import { BagWriter, type BagTotals } from './bag-writer.ts';
import { gatherCase, type Gathered } from './gather-case.ts';
import type { GraphicPictures } from './report/report-input.ts';
import { writeReport } from './report/write-report.ts';
import { partOf, writePart, type CasePart } from './selection/case-part.ts';
import { writeBranches } from './write-branches.ts';
import { writeCrate, writePayload } from './write-payload.ts';

/**
 * Writes the case file at `out`. Every blob is hashed again on its way: an altered or missing one stops the export
 * (`blob-altered`, `blob-missing`). `export-target-exists` when something lies at `out`. Nothing is left when it fails
 * or is cancelled. A case open for reading can be exported; then no journal entry tells of it.
 */
export async function createExport(
  ctx: CaseContext,
  { out, zip, jobId, selection, graphic }: ParsedInput<'export.create'>,
): Promise<ExportResult> {
  const target = resolve(out);
  await refuseTarget(ctx, target);
  return ctx.jobs.run({ id: jobId, kind: 'export', subject: basename(target), unit: 'bytes' }, async (job) => {
    if (ctx.writer !== null) await sealForExport(ctx, job);
    const snapshot = await openSnapshot(ctx);
    try {
      const all = await gatherCase({ ...ctx, read: snapshot.queries }, job.signal);
      const part = selection === undefined ? null : await partOf({ ...ctx, read: snapshot.queries }, snapshot, all, selection);
      const gathered = part?.narrowed.gathered ?? all;
      const totals = await write(ctx, { snapshot, gathered, part, target, zip, job, graphic: graphic ?? 'left-out' });
      await record(ctx, gathered, totals, { target, zip, selection });
      return {
        path: target,
        form: zip ? 'zip' : 'folder',
        bytes: totals.bytes,
        payloadFiles: totals.payloadFiles,
        tagManifestSha256: totals.tagManifestSha256,
        journalHead: gathered.record.journal.head,
      };
    } catch (error) {
      await recordFailure(ctx, 'export.failed', basename(target), error);
      throw error;
    } finally {
      snapshot.close();
    }
  });
}

/** Where authorities are asked at every seal, the case file waits for their answers as long as one may take. */
async function sealForExport(ctx: CaseContext, { signal }: JobHandle): Promise<void> {
  await makeSeal(ctx, 'export');
  await ctx.timestamps.settle(signal);
  signal.throwIfAborted();
}

async function refuseTarget(ctx: CaseContext, target: string): Promise<void> {
  if (target === ctx.folder || target.startsWith(ctx.folder + sep)) {
    throw new HoldfastError('wrong-input', { name: 'export.create', field: 'out', problem: 'lies inside the case folder' });
  }
  if (await exists(target)) throw new HoldfastError('export-target-exists', { path: target });
  if (!(await exists(dirname(target)))) throw new HoldfastError('file-missing', { path: dirname(target) });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What making a picture of a passage takes, as bytes copied in the same time. */
const PICTURE_EFFORT = 4_000_000;

type Work = {
  snapshot: CaseSnapshot;
  gathered: Gathered;
  part: CasePart | null;
  target: string;
  zip: boolean;
  job: JobHandle;
  graphic: GraphicPictures;
};

async function write(ctx: CaseContext, { snapshot, gathered, part, target, zip, job, graphic }: Work): Promise<BagTotals> {
  const now = ctx.ports.now();
  const unfinished = join(dirname(target), `.${basename(target)}.${ctx.ports.newId()}.part`);
  const sink = zip ? zipSink(unfinished, basename(target).replace(/\.zip$/i, ''), now) : await folderSink(unfinished);
  let done = 0;
  const expected = expectedBytes(gathered);
  job.progress({ total: expected });
  const bag = new BagWriter(sink, {
    signal: job.signal,
    onBytes: (bytes) => job.progress({ done: (done += bytes) }),
    watch: part?.watch ?? null,
  });
  try {
    const { version } = ctx.settings;
    const lines = part === null ? journalLines(snapshot, job.signal) : part.journal.lines(job.signal);
    const seals = sealFiles({ read: snapshot.queries });
    await writePayload(bag, { store: ctx.store, gathered, journal: { lines, seals } });
    if (part === null) await writeBranches(bag, snapshot, job.signal);
    if (part !== null) await writePart(bag, ctx.store, part, job.signal);
    const onPicture = (pictures: number) => job.progress({ total: expected + pictures * PICTURE_EFFORT, done: (done += PICTURE_EFFORT) });
    await writeReport({ ...ctx, read: snapshot.queries }, bag, gathered, { signal: job.signal, graphic, onPicture });
    await writeCrate(bag, gathered, version);
    const totals = await bag.close(bagInfo(gathered, { at: now.toISOString(), version }), bagReadme(gathered));
    job.signal.throwIfAborted();
    if (await exists(target)) throw new HoldfastError('export-target-exists', { path: target });
    await renameSynced(unfinished, target);
    return totals;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** As many bytes as the files have; what is written beside them is little. */
function expectedBytes({ items }: Gathered): number {
  const files = new Map([...items.values()].flatMap((item) => item.files).map((file) => [file.path, file.size]));
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

const ENTRIES =
  'SELECT seq AS "cursor", seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash, hash, salt, keyId, signature FROM journal WHERE seq > ? ORDER BY seq LIMIT ?';

/** One canonical JSON line an entry. */
async function* journalLines(snapshot: CaseSnapshot, signal: AbortSignal): AsyncGenerator<string> {
  for await (const { cursor: _cursor, ...row } of snapshot.rows<Tables['journal'] & { cursor: number }>(ENTRIES, signal)) {
    yield `${entryLine(toEntry(row))}\n`;
  }
}

/** An export nobody could find in the journal would be no export: when the entry cannot be written, the file goes. */
async function record(
  ctx: CaseContext,
  { record: { caseId, journal } }: Gathered,
  totals: BagTotals,
  { target, zip, selection }: { target: string; zip: boolean; selection: ExportSelection | undefined },
): Promise<void> {
  if (ctx.writer === null) return;
  const payload = {
    name: basename(target),
    form: zip ? 'zip' : 'folder',
    payloadOxum: totals.oxum,
    tagManifestSha256: totals.tagManifestSha256,
    journal,
    ...(selection === undefined ? {} : { selection }),
  };
  try {
    await mutate(ctx, { action: 'export.created', subject: caseId, payload }, async () => {});
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}
