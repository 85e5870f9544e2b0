/** Merges another copy of this very case into it: all of it, or nothing. */
import { basename, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { findingWords } from '#shared/finding-words.ts';
import { HoldfastError } from '#shared/errors.ts';
import { mergeActWords } from '#shared/merge-words.ts';
import type { MergeReport } from '#shared/model/merges.ts';
import { refreshSearchRowsCiting } from '../claims/claim-search.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import type { KeptText } from '../rebuild/apply-item.ts';
import { foundKinds, indexThing, type FoundKind } from '../rebuild/index-things.ts';
import { RawRows, type Raw } from '../rebuild/raw-rows.ts';
import { sealSession } from '../seal/make-seal.ts';
import { openSnapshot, type CaseSnapshot } from '../verify/case-snapshot.ts';
import { checkJournal } from '../verify/check-journal.ts';
import { bringBytes, wantedBytes, type Wanted } from './bring-bytes.ts';
import { carryBranches } from './carry-branch.ts';
import { decideMerge, type Decided } from './decide.ts';
import { findFork, type Fork } from './find-fork.ts';
import { JournalCopy } from './journal-copy.ts';
import { MergeWriter } from './merge-writer.ts';
import { openCopy } from './open-copy.ts';

/**
 * Brings in what the other copy has and this one has not, keeps its journal as a branch, and lists what both changed
 * for a person to settle. The other copy is verified first and never changed. A dry run does the same and takes it back.
 * @throws HoldfastError case-read-only; merge-unrelated for another case; merge-damaged when its journal does not hold;
 *   blob-missing, blob-altered; and as opening a case or a case file
 */
export async function mergeCopy(ctx: CaseContext, { path: given, dryRun, jobId }: ParsedInput<'case.merge'>): Promise<MergeReport> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const path = resolve(given);
  const report = await ctx.jobs.run({ id: jobId, kind: 'merge', subject: basename(path), unit: 'bytes' }, async (job) => {
    const theirs = await openCopy(ctx, path);
    try {
      const snapshot = await openSnapshot(theirs);
      try {
        return await merge(ctx, { theirs, snapshot, path, dryRun, job });
      } finally {
        snapshot.close();
      }
    } finally {
      await theirs.close();
    }
  });
  if (report.branchId !== null && !dryRun) await sealSession(ctx, 'merge');
  return report;
}

type Other = { theirs: CaseContext; snapshot: CaseSnapshot; path: string; dryRun: boolean; job: JobHandle };

async function merge(ctx: CaseContext, other: Other): Promise<MergeReport> {
  const { theirs, snapshot, path, dryRun, job } = other;
  const mine = await openSnapshot(ctx);
  try {
    refuseUnrelated(mine.raw, snapshot.raw, path);
    await refuseDamaged(snapshot, path, job.signal);
    const copies = { ours: new JournalCopy(mine.raw), theirs: new JournalCopy(snapshot.raw) };
    const fork = findFork(mine.raw, copies.ours, copies.theirs, path);
    const empty = emptyReport(path, fork, copies, dryRun);
    if (fork.isKnown) return empty;
    const rows = new RawRows(mine.raw);
    const decided = decideMerge(copies.ours, copies.theirs, fork.shared, ({ kind, id }) => rows.has(kind, { id }));
    const wanted = await wantedBytes(ctx, theirs, decided);
    if (!dryRun) await bringBytes(ctx, theirs, wanted, job);
    job.signal.throwIfAborted();
    return await write(ctx, other, { fork, copies, decided, wanted, empty });
  } finally {
    mine.close();
  }
}

function refuseUnrelated(ours: Raw, theirs: Raw, path: string): void {
  const idOf = (raw: Raw) => raw.prepare('SELECT caseId FROM caseRecord').pluck().get() as string;
  if (idOf(ours) !== idOf(theirs)) throw new HoldfastError('merge-unrelated', { path, problem: 'it is another case' });
}

async function refuseDamaged(snapshot: CaseSnapshot, path: string, signal: AbortSignal): Promise<void> {
  const { findings } = await checkJournal(snapshot, signal);
  const broken = findings.find(({ severity }) => severity === 'broken');
  if (broken !== undefined) throw new HoldfastError('merge-damaged', { path, problem: findingWords(broken).title });
}

type Copies = { ours: JournalCopy; theirs: JournalCopy };
type Plan = { fork: Fork; copies: Copies; decided: Map<string, Decided>; wanted: Wanted; empty: MergeReport };

function emptyReport(path: string, { shared }: Fork, { ours, theirs }: Copies, dryRun: boolean): MergeReport {
  return {
    dryRun,
    branchId: null,
    source: basename(path),
    fork: { seq: shared, hash: ours.entries[shared - 1]?.hash ?? '' },
    entries: { ours: ours.entries.length - shared, theirs: theirs.entries.length - shared },
    kinds: [],
    alike: 0,
    conflicts: [],
    files: { count: 0, bytes: 0 },
    absent: 0,
  };
}

/** Thrown to take a dry run back, with what it would have done. */
class DryRun extends Error {
  readonly report: MergeReport;
  constructor(report: MergeReport) {
    super('dry run');
    this.report = report;
  }
}

async function write(ctx: CaseContext, other: Other, plan: Plan): Promise<MergeReport> {
  try {
    const { report } = await mutate(
      ctx,
      ({ acts }: { acts: Act[] }) => acts,
      (trx) => writeAll(ctx, trx, other, plan),
    );
    await ctx.store.arrived([...plan.wanted.bytes.keys()]);
    return report;
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

async function writeAll(
  ctx: CaseContext,
  trx: Transaction<Tables>,
  other: Other,
  plan: Plan,
): Promise<{ report: MergeReport; acts: Act[] }> {
  const { snapshot, path, dryRun } = other;
  const { fork, copies, decided, wanted, empty } = plan;
  const { raw } = ctx.writer as { raw: Database.Database };
  const last = raw.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string };
  if (last.hash !== copies.ours.head.hash) throw new HoldfastError('changed-since', { kind: 'case', id: ctx.folder, at: String(last.seq) });
  // Rows may name what comes in after them.
  raw.pragma('defer_foreign_keys = ON');
  const rows = new RawRows(raw);
  const at = ctx.ports.now().toISOString();
  const newId = () => ctx.ports.newId();
  const branch = carryBranches({ rows, theirs: snapshot.raw, fork, source: basename(path), head: copies.theirs.head, at, newId });
  const sources = { textOf: (fileId: string) => textOf(snapshot.raw, fileId), frontier: () => '[]', tokenOf: () => null };
  const writer = new MergeWriter({
    rows,
    sources,
    branchId: branch.id,
    actor: ctx.settings.actor,
    at,
    newId,
    broughtBack: mergeActWords.broughtBack,
    stateOf: (thing) => copies.ours.stateOf(thing),
  });
  writer.write(decided);
  await index(trx, writer);
  const report: MergeReport = {
    ...empty,
    branchId: dryRun ? null : branch.id,
    kinds: writer.kinds,
    alike: writer.alike,
    conflicts: writer.conflicts,
    files: { count: wanted.bytes.size, bytes: [...wanted.bytes.values()].reduce((sum, size) => sum + size, 0) },
    absent: wanted.absent.length,
  };
  if (dryRun) throw new DryRun(report);
  const done = {
    acts: writer.repeated.map(({ origin }) => origin),
    conflicts: writer.conflicts.length,
    alike: writer.alike,
    absent: wanted.absent,
  };
  const repeats = writer.repeated.map(({ act }) => act);
  return { report, acts: [...branch.acts, { action: 'merge.done', subject: branch.id, payload: done }, ...repeats, ...writer.others] };
}

function textOf(theirs: Raw, fileId: string): KeptText | null {
  const sql =
    'SELECT text, map FROM canonicalText WHERE fileId = @fileId UNION ALL SELECT text, map FROM derivedText WHERE fileId = @fileId';
  const row = theirs.prepare(sql).get({ fileId }) as { text: string; map: string } | undefined;
  return row === undefined ? null : { text: row.text, map: JSON.parse(row.map) as KeptText['map'] };
}

/** Words of things that came in or changed, and of claims that name a party which did. */
async function index(trx: Transaction<Tables>, { touched }: MergeWriter): Promise<void> {
  for (const { kind, id } of touched.values()) {
    if (foundKinds.some((known) => known === kind)) await indexThing(trx, kind as FoundKind, id);
    else if (kind === 'itemNote') await indexThing(trx, 'item', id);
    else if (kind === 'party') await refreshSearchRowsCiting(trx, id);
    else if (kind === 'file') {
      const file = await trx.selectFrom('file').select('itemId').where('id', '=', id).executeTakeFirst();
      if (file !== undefined) await indexThing(trx, 'item', file.itemId);
    }
  }
}
