/** Verify: everything looked at again, from the bytes up. The answer is a list of findings and counts of what was looked at. */
import type { CallInput } from '#shared/contract.ts';
import { toErrorData } from '#shared/errors.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding, VerifyProgress, VerifyReport } from '#shared/model/proof.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { openSnapshot, type CaseSnapshot } from './case-snapshot.ts';
import { checkBranches } from './check-branches.ts';
import { checkBlobs, promisedBytes, type BlobCheck, type BlobWork } from './check-blobs.ts';
import { checkDatabase } from './check-database.ts';
import { checkEvidence, type EvidenceCheck } from './check-evidence.ts';
import { checkJournal, type JournalCheck } from './check-journal.ts';
import { checkRecords } from './check-records.ts';
import { checkSchema } from './check-schema.ts';
import { checkStoreNames } from './check-store-names.ts';
import { checkTimestamps, type TimestampCheck } from './check-timestamps.ts';
import { checkTexts, type TextCheck } from './check-texts.ts';
import { recordVerification } from './record-verification.ts';
import { dropProgress, ProgressWriter, readProgress } from './verify-progress.ts';

/** Runs as a job. A case open for writing remembers the result and enters it in its journal; otherwise `recorded` is false. */
export async function runVerify(ctx: CaseContext, { jobId, resume }: CallInput<'verify.run'>): Promise<VerifyReport> {
  return ctx.jobs.run({ id: jobId, kind: 'verify', subject: '', unit: 'bytes' }, (job) => verify(ctx, job, resume === true));
}

/** What an interrupted verification of the open case hashed; null when there is nothing to go on from. */
export async function interruptedVerify(ctx: CaseContext): Promise<VerifyProgress | null> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const mark = ctx.writer === null ? null : await readProgress(ctx.folder, caseId);
  return mark === null ? null : { startedAt: mark.startedAt, blobs: mark.blobs, bytes: mark.bytes };
}

async function verify(ctx: CaseContext, job: JobHandle, resume: boolean): Promise<VerifyReport> {
  const startedAt = ctx.ports.now();
  const snapshot = await openSnapshot(ctx);
  const parts = await progressOf(ctx, snapshot, startedAt, resume);
  try {
    const checks = await checkAll(ctx, snapshot, job, parts);
    const report: VerifyReport = {
      startedAt: startedAt.toISOString(),
      endedAt: ctx.ports.now().toISOString(),
      checked: checks.checked,
      findings: checks.findings,
      // A damaged database is not written to.
      recorded: ctx.writer !== null && checks.sound,
      resumedFrom: parts.mark === null || checks.taken.blobs === 0 ? null : { startedAt: parts.mark.startedAt, ...checks.taken },
    };
    job.signal.throwIfAborted();
    if (report.recorded) await recordVerification(ctx, snapshot, report, checks);
    if (parts.writer !== null) dropProgress(ctx.folder);
    return report;
  } catch (error) {
    parts.writer?.write();
    ctx.changed('proof');
    throw error;
  } finally {
    snapshot.close();
  }
}

type Parts = Pick<BlobWork, 'mark' | 'writer'>;

/** A case open for reading is not written to, not even beside its database. */
async function progressOf(ctx: CaseContext, { raw }: CaseSnapshot, startedAt: Date, resume: boolean): Promise<Parts> {
  if (ctx.writer === null) return { mark: null, writer: null };
  const caseId = caseIdOf(raw);
  if (caseId === null) return { mark: null, writer: null }; // Damage is told by the checks.
  const mark = resume ? await readProgress(ctx.folder, caseId) : null;
  const first = mark ?? { startedAt: startedAt.toISOString(), clock: Date.now() };
  return {
    mark,
    writer: new ProgressWriter(ctx.folder, {
      format: 'holdfast-verify-progress/1',
      caseId,
      startedAt: first.startedAt,
      clock: first.clock,
      upTo: '',
      blobs: 0,
      bytes: 0,
      again: [],
    }),
  };
}

function caseIdOf(raw: CaseSnapshot['raw']): string | null {
  try {
    return (raw.prepare('SELECT caseId FROM caseRecord').get() as { caseId: string } | undefined)?.caseId ?? null;
  } catch {
    return null;
  }
}

export type Checks = {
  findings: Finding[];
  checked: VerifyReport['checked'];
  head: JournalCheck['head'];
  badBlobs: BlobCheck['bad'];
  taken: BlobCheck['taken'];
  sound: boolean;
};

async function checkAll(ctx: CaseContext, snapshot: CaseSnapshot, { signal, progress }: JobHandle, parts: Parts): Promise<Checks> {
  const wallClock = new Date();
  const database = await checkDatabase(snapshot.file, signal);
  const guarded = guard(database.damage);
  const schema = await guarded([], async () => checkSchema(snapshot, ctx.settings.migrations));
  const journal = await guarded(noJournal, () => checkJournal(snapshot, signal));
  let done = 0;
  progress({ total: await guarded(0, async () => promisedBytes(snapshot)) });
  const onBytes = (bytes: number) => progress({ done: (done += bytes) });
  const blobs = await guarded(noBlobs, () => checkBlobs(snapshot, ctx.store, { signal, onBytes, ...parts }));
  const strays = await guarded([], () => checkStoreNames(ctx, wallClock, signal));
  const evidence = await guarded(noEvidence, async () => checkEvidence(snapshot));
  const stamps = await guarded(noTimestamps, () => checkTimestamps(snapshot, signal));
  const told = new Set([...evidence.gone, ...stamps.told]);
  const records = journal.entries === 0 ? [] : await guarded([], () => checkRecords(snapshot, journal, told, signal));
  const known = { badBlobs: blobs.bad, mismatched: new Set(records.map((finding) => finding.subject)) };
  const texts = await guarded(noTexts, () => checkTexts(snapshot, ctx.store, known, signal));
  const branches = await guarded([], () => checkBranches(snapshot, signal));
  const byMeaning = [
    ...schema,
    ...journal.findings,
    ...branches,
    ...blobs.findings,
    ...strays,
    ...evidence.findings,
    ...stamps.findings,
    ...records,
    ...texts.findings,
  ];
  return {
    findings: [...database.damage, ...byMeaning, ...(byMeaning.length === 0 ? database.broken : [])],
    checked: {
      blobs: blobs.blobs,
      bytes: blobs.bytes,
      files: countFiles(snapshot),
      journalEntries: journal.entries,
      seals: journal.seals,
      timestamps: stamps.tokens,
      texts: texts.texts,
      passages: texts.passages,
      evidence: evidence.links,
    },
    head: journal.head,
    badBlobs: blobs.bad,
    taken: blobs.taken,
    sound: database.damage.length === 0,
  };
}

const noJournal: JournalCheck = { findings: [], entries: 0, seals: 0, head: { seq: 0, hash: '' }, broken: new Set(), excused: 0 };
const noBlobs: BlobCheck = { findings: [], blobs: 0, bytes: 0, bad: new Map(), taken: { blobs: 0, bytes: 0 } };
const noEvidence: EvidenceCheck = { findings: [], links: 0, gone: new Set() };
const noTimestamps: TimestampCheck = { findings: [], tokens: 0, told: new Set() };
const noTexts: TextCheck = { findings: [], texts: 0, passages: 0 };

/** A check that the damaged database cuts short is itself a finding; the other checks go on. */
function guard(damage: Finding[]) {
  return async <Result>(otherwise: Result, check: () => Promise<Result>): Promise<Result> => {
    try {
      return await check();
    } catch (error) {
      if (toErrorData(error).code !== 'case-damaged') throw error;
      if (damage.length === 0)
        damage.push(makeFinding('database-damaged', 'case.sqlite', { facts: { problem: (error as Error).message } }));
      return otherwise;
    }
  };
}

function countFiles(snapshot: CaseSnapshot): number {
  try {
    return (snapshot.raw.prepare('SELECT count(*) AS n FROM file').get() as { n: number }).n;
  } catch {
    return 0; // Damage is told by the checks above.
  }
}
