/** Claims, incidents or parties written as a table. */
import { rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { sql } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { TABLE_VERSION, type TableWritten } from '#shared/model/tables.ts';
import type { CaseContext } from '../context.ts';
import { csv } from '../export/claim-tables.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { openSnapshot } from '../verify/case-snapshot.ts';
import { caseRecords, chosen } from './case-records.ts';
import { columnsOf, type AnyColumn, type AnyRow } from './columns/column-sets.ts';
import type { Told } from './columns/column.ts';
import { guardedApostrophes } from './formula-cells.ts';
import { schemaName, schemaText } from './json-schema.ts';
import { tableWidth } from './table-width.ts';
import { toldBeside } from './told-beside.ts';
import { writeOnce, writeTableFile } from './write-table-file.ts';

type Input = ParsedInput<'tables.export'>;

/**
 * Writes one row a thing at `path`: CSV (RFC 4180, UTF-8 with a byte order mark, formula cells behind an apostrophe) or
 * JSON with its schema beside it. Rows are read from one view of the case and written as they come. What the column set
 * has no home for is counted. The journal tells of it (`table.exported`), unless the case is open for reading.
 * @throws HoldfastError export-target-exists; file-missing for the folder; wrong-input inside the case folder, and for
 * JSON in another column set than Holdfast's
 */
export async function exportTable(ctx: CaseContext, input: Input): Promise<TableWritten> {
  const target = resolve(input.path);
  if (target === ctx.folder || target.startsWith(ctx.folder + sep)) refuse('path', 'lies inside the case folder');
  if (input.format === 'json' && input.columns !== 'holdfast') refuse('columns', `can only be holdfast for JSON`);
  return ctx.jobs.run({ id: input.jobId, kind: 'export', subject: basename(target), unit: 'steps' }, (job) =>
    write(ctx, { ...input, path: target }, job),
  );
}

function refuse(field: string, problem: string): never {
  throw new HoldfastError('wrong-input', { name: 'tables.export', field, problem });
}

async function write(ctx: CaseContext, input: Input, job: JobHandle): Promise<TableWritten> {
  const { of, format, columns: set, path, filter } = input;
  const schemaPath = format === 'json' ? join(dirname(path), schemaName(of)) : null;
  const snapshot = await openSnapshot(ctx);
  try {
    const db = snapshot.queries;
    const { total } = await db.selectFrom(chosen(db, of, filter).as('rows')).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(); // prettier-ignore
    const columns = columnsOf(of, set, await tableWidth(db, of, filter));
    const missing = new Map<string, number>();
    let rows = 0;
    async function* batches(): AsyncGenerator<{ records: AnyRow[]; told: (id: string) => Told }> {
      for await (const records of caseRecords(db, of, filter, job.signal)) {
        for (const record of records) countMissing(missing, record, columns);
        yield { records, told: await toldBeside(db, of, set, records.map(({ id }) => id ?? '')) }; // prettier-ignore
        job.progress({ done: (rows += records.length), total });
      }
    }
    if (schemaPath !== null) await writeOnce(schemaPath, schemaText(of));
    const pieces = format === 'csv' ? csvPieces(batches(), columns) : jsonPieces(batches(), of);
    const { sha256, bytes } = await writeTableFile(path, pieces, ctx.ports.newId());
    const notCarried = format === 'json' ? [] : [...missing].map(([field, count]) => ({ field, rows: count }));
    const written = { path, sha256, bytes, rows, at: ctx.ports.now().toISOString(), schemaPath, notCarried };
    await record(ctx, input, written);
    return written;
  } finally {
    snapshot.close();
  }
}

async function* csvPieces(batches: AsyncIterable<{ records: AnyRow[]; told: (id: string) => Told }>, columns: readonly AnyColumn[]) {
  const names = columns.map(({ name }) => name);
  yield csv([], names);
  for await (const { records, told } of batches) {
    const rows = records.map((record) => {
      const beside = told(record.id ?? '');
      return Object.fromEntries(columns.map((column) => [column.name, guarded(column.put(record, beside))]));
    });
    yield csv(rows, names, false);
  }
}

const guarded = (cell: string | number | null) => (typeof cell === 'string' ? guardedApostrophes(cell) : cell);

/** One record a line, so that two exports can be compared line by line. */
async function* jsonPieces(batches: AsyncIterable<{ records: AnyRow[] }>, of: Input['of']) {
  const head = { $schema: schemaName(of), holdfast: 'table', version: TABLE_VERSION, of };
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`;
  let lead = '\n';
  for await (const { records } of batches) {
    yield records.map((record, at) => (at === 0 ? lead : ',\n') + JSON.stringify(record)).join('');
    lead = ',\n';
  }
  yield '\n]}\n';
}

/** Fields that hold something and have no column. */
function countMissing(missing: Map<string, number>, record: AnyRow, columns: readonly AnyColumn[]): void {
  const carried = new Set<string>(columns.map(({ field }) => field ?? ''));
  for (const [field, value] of Object.entries(record) as [string, unknown][]) {
    const isEmpty = value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
    if (field !== 'id' && !isEmpty && !carried.has(field)) missing.set(field, (missing.get(field) ?? 0) + 1);
  }
}

/** A table nobody could find in the journal would be no export: when the entry cannot be written, the file goes. */
async function record(ctx: CaseContext, { of, format, columns, filter }: Input, { path, sha256, bytes, rows, notCarried }: TableWritten) {
  if (ctx.writer === null) return;
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const payload = { name: basename(path), of, format, columns, filter: defined(filter), rows, bytes, sha256, notCarried };
  try {
    await mutate(ctx, { action: 'table.exported', subject: caseId, payload }, async () => {});
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

const defined = (filter: Input['filter']) => Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))); // prettier-ignore
