/** A table read into the case: a dry run that tells what would become of each row, and the run that does just that. */
import { basename, resolve } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { rowFates, type FateCounts, type TableFate, type TableRead } from '#shared/model/tables.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate, together } from '../journal/mutate.ts';
import { openSnapshot } from '../verify/case-snapshot.ts';
import { planTable, type Plan, type PlannedRow } from './plan-table.ts';
import { readTable, type ReadTable } from './read-table.ts';
import { writePlan } from './write-plan.ts';

type Input = ParsedInput<'tables.import'>;

/**
 * Reads a CSV or JSON table of claims, incidents or parties. A dry run writes nothing. The real run plans again in its
 * transaction and writes everything in it, with an entry for each thing and one for the file (`table.imported`); when it
 * fails, is cancelled or the machine stops, nothing of it is there.
 * @throws HoldfastError table-rows-refused when a row cannot be imported and `onlyRowsThatHold` is not said; file-changed
 * when the file is not the one of `sha256`; those of `readTable`
 */
export async function importTable(ctx: CaseContext, input: Input): Promise<TableRead> {
  const path = resolve(input.path);
  if (!input.dryRun && ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  return ctx.jobs.run({ id: input.jobId, kind: 'import', subject: basename(path), unit: 'steps' }, async (job) => {
    const table = await readTable(path, input, job.signal, (rows) => job.progress({ done: rows }));
    if (input.sha256 !== undefined && input.sha256 !== table.sha256) throw new HoldfastError('file-changed', { path });
    const work: Work = { ctx, input: { ...input, path }, table, job };
    job.progress({ total: table.rows.length * (input.dryRun ? 2 : 3) });
    return input.dryRun ? tryOut(work) : write(work);
  });
}

/** `rows` of the reading `trialId`, all or those of one fate. */
export async function listFates(
  ctx: CaseContext,
  { trialId, fate, limit, offset }: ParsedInput<'tables.fates'>,
): Promise<CallOutput<'tables.fates'>> {
  const all = ctx.tableTrials.get(trialId);
  if (all === null) throw new HoldfastError('not-found', { kind: 'reading of a table', id: trialId });
  const fitting = fate === undefined ? all : all.filter((row) => row.fate === fate);
  return { rows: fitting.slice(offset, offset + limit), total: fitting.length };
}

type Work = { ctx: CaseContext; input: Input; table: ReadTable; job: JobHandle };

async function tryOut({ ctx, input, table, job }: Work): Promise<TableRead> {
  const snapshot = await openSnapshot(ctx);
  try {
    const plan = await planOf(snapshot.queries, { ctx, input, table, job });
    return told({ ctx, input, table, job }, plan);
  } finally {
    snapshot.close();
  }
}

async function write(work: Work): Promise<TableRead> {
  const { ctx, input, table, job } = work;
  const plan = await together(ctx, async (joint) => {
    const planned = await planOf(joint.read, work);
    const counts = countsOf(planned.rows);
    if (counts.refused > 0 && !input.onlyRowsThatHold)
      throw new HoldfastError('table-rows-refused', { path: basename(input.path), count: counts.refused, rows: planned.rows.length });
    await writePlan(joint, input.of, planned, `imported from ${basename(input.path)}`.slice(0, 2000), job, table.rows.length * 2);
    // A file of which nothing is new is no act.
    if (counts.new + counts.updates > 0) await record(joint, work, planned, counts);
    return planned;
  });
  return told(work, plan);
}

function planOf(db: CaseContext['read'], { ctx, input, table, job }: Work): Promise<Plan> {
  const { onConflict, createParties } = input;
  const options = { onConflict, createParties, newId: ctx.ports.newId };
  const onRow = (done: number) => job.progress({ done: table.rows.length + done });
  return planTable(db, input.of, table.rows, options, { signal: job.signal, onRow });
}

async function record(ctx: CaseContext, { input, table }: Work, { newParties }: Plan, counts: FateCounts): Promise<void> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const { of, columns, path, onConflict, mapping } = input;
  const { format, sha256, bytes, encoding, isEncodingGuessed, delimiter } = table;
  const file = { name: basename(path), sha256, bytes, format, encoding, isEncodingGuessed, delimiter };
  const payload = { ...file, of, columns, onConflict, mapping, rows: table.rows.length, counts, newParties: newParties.size };
  await mutate(ctx, { action: 'table.imported', subject: caseId, payload }, async () => {});
}

function told({ ctx, input, table }: Work, plan: Plan): TableRead {
  const { of, columns, path, dryRun } = input;
  const { format, sha256, bytes, encoding, isEncodingGuessed, delimiter, notTaken } = table;
  const trialId = ctx.ports.newId();
  ctx.tableTrials.put(trialId, plan.rows.map(fateOf));
  return {
    isTrial: dryRun,
    trialId,
    path,
    name: basename(path),
    sha256,
    bytes,
    of,
    columns,
    format,
    encoding,
    isEncodingGuessed,
    delimiter,
    rows: plan.rows.length,
    counts: countsOf(plan.rows),
    formulaRows: plan.rows.filter(({ notes }) => notes.some(({ code }) => code === 'formula')).length,
    newParties: [...plan.newParties.values()].map(({ name }) => name),
    ownWords: [...plan.ownWords].sort(),
    notTaken,
  };
}

function fateOf({ read, fate, id, name, changes, problems, notes, before }: PlannedRow): TableFate {
  const isKnown = fate !== 'refused' || before !== null;
  return { row: read.row, line: read.line, fate, id: isKnown ? id : null, name, changes, problems, notes };
}

function countsOf(rows: readonly PlannedRow[]): FateCounts {
  const counts = Object.fromEntries(rowFates.map((fate) => [fate, 0])) as FateCounts;
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}
