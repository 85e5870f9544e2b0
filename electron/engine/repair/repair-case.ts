/** Repair: what can be read of a damaged case, in a new one, with a list of what is gone. */
import { createHash } from 'node:crypto';
import { access, readdir, rename, rm } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { SalvageReport } from '#shared/model/backup.ts';
import { DATABASE, makeCaseFolder } from '../case/case-folder.ts';
import { openCase } from '../case/open-case.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { readMigrations } from '../db/migrate.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { BlobStore } from '../store/blob-store.ts';
import { syncFolder, syncFoldersUnder, writeFileSynced } from '../store/sync-folder.ts';
import { describeBlobs, describeJournal, nameDangling, nameLostRows } from './name-losses.ts';
import { openPages, type PageSource } from './page-source.ts';
import { rebuildDatabase, type Rebuilt } from './rebuild-database.ts';
import { reindex } from './reindex.ts';
import { salvageBlobs, type SalvagedBlobs } from './salvage-blobs.ts';
import { salvageText } from './salvage-words.ts';

/**
 * Salvages everything readable of `damaged` into a new case at `folder`, new or empty. The damaged folder is only read,
 * and not through SQLite, which would write beside it. What is gone stands in `salvage.json`, in words in `SALVAGE.txt`,
 * and in the new case's journal as `case.salvaged`. Without any row the files are saved alone and no case is made.
 * @throws HoldfastError case-not-found, repair-nothing, not-a-case, case-exists, wrong-input, disk-full, cancelled
 */
export async function repairCase(engine: EngineState, { damaged, folder, jobId }: ParsedInput<'case.repair'>): Promise<SalvageReport> {
  const [from, to] = [resolve(damaged), resolve(folder)];
  await refuse(engine, from, to);
  return engine.jobs.run({ id: jobId, kind: 'repair', subject: basename(from), unit: 'bytes' }, async (job) => {
    const undo = await makeCaseFolder(to, basename(from));
    try {
      return await salvage(engine, from, to, job);
    } catch (error) {
      await undo();
      throw error;
    }
  });
}

async function refuse(engine: EngineState, from: string, to: string): Promise<void> {
  const wrong = (problem: string) => new HoldfastError('wrong-input', { name: 'case.repair', field: 'folder', problem });
  if (to === from || to.startsWith(from + sep)) throw wrong('lies inside the damaged case');
  if (engine.open?.folder === from) throw wrong('would be made from the case that is open; close it first');
  const inside = await readdir(from).catch((error: unknown) => {
    throw new HoldfastError('case-not-found', { folder: from }, error);
  });
  if (!inside.includes(DATABASE) && !inside.includes('blobs')) throw new HoldfastError('repair-nothing', { path: from });
}

async function salvage(engine: EngineState, from: string, to: string, job: JobHandle): Promise<SalvageReport> {
  const at = engine.ports.now().toISOString();
  const part = join(to, `${DATABASE}.part`);
  const source = await openIfThere(join(from, DATABASE));
  try {
    const migrations = readMigrations(engine.settings.migrations);
    const given = { migrations, newId: engine.ports.newId, now: at, title: basename(from), madeWith: engine.settings.version };
    const rebuilt = source === null ? null : await rebuildDatabase(source, part, given, job.signal);
    const store = new BlobStore(to);
    const blobs = await salvageBlobs(from, store, to, job);
    await store.emptyStaging();
    await syncFoldersUnder(to);
    if (rebuilt === null && blobs.kept.size === 0) throw new HoldfastError('repair-nothing', { path: from });
    const base = await describe({ at, from, to, source, rebuilt });
    if (rebuilt !== null) return await makeCase(engine, to, part, { ...base, tables: rebuilt.rows.tables }, blobs);
    await rm(part, { force: true });
    const kept = { kept: blobs.kept.size, bytes: [...blobs.kept.values()].reduce((sum, size) => sum + size, 0) };
    const lost = [...blobs.bad].map(([sha256, problem]) => ({ sha256, problem, itemIds: [] }));
    const report = { ...base, blobs: { ...kept, lost, unexplained: [...blobs.kept.keys()].sort() } };
    await writeReport(to, report);
    return report;
  } finally {
    source?.close();
  }
}

async function openIfThere(path: string): Promise<PageSource | null> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? openPages(path) : null;
}

type Facts = { at: string; from: string; to: string; source: PageSource | null; rebuilt: Rebuilt };

async function describe({ at, from, to, source, rebuilt }: Facts): Promise<SalvageReport> {
  const older = (await readdir(join(from, 'backups')).catch(() => [])).sort();
  const notes: SalvageReport['notes'] = [];
  if (source === null) notes.push({ code: 'no-database', facts: {} });
  if (older.length > 0) notes.push({ code: 'older-copies', facts: { names: older.join(', ') } });
  if (rebuilt?.rows.hasSchema === false) notes.push({ code: 'no-schema', facts: {} });
  if (source?.walFrames === 0) notes.push({ code: 'no-wal', facts: {} });
  return {
    format: 'holdfast-salvage/1',
    at,
    from,
    folder: to,
    identity: rebuilt?.identity ?? 'none',
    caseId: rebuilt?.caseId ?? null,
    title: rebuilt?.title ?? basename(from),
    database: {
      size: source?.size ?? null,
      pageSize: source?.pageSize ?? 0,
      pages: source?.pages ?? 0,
      cutOff: Math.max(0, (source?.promised ?? 0) - (source?.pages ?? 0)),
      unreadable: rebuilt?.rows.unreadable ?? [],
      walFrames: source?.walFrames ?? 0,
      layout: rebuilt?.layout ?? 0,
    },
    tables: [],
    journal: { entries: 0, head: { seq: 0, hash: '0'.repeat(64) }, gaps: [] },
    sealsBeyond: rebuilt?.sealsBeyond ?? [],
    dangling: [],
    blobs: { kept: 0, bytes: 0, lost: [], unexplained: [] },
    notes,
  };
}

async function makeCase(engine: EngineState, to: string, part: string, base: SalvageReport, blobs: SalvagedBlobs): Promise<SalvageReport> {
  await rename(part, join(to, DATABASE));
  await syncFolder(to);
  const ctx = await openCase(engine, to, 'write');
  try {
    const raw = ctx.writer?.raw;
    if (raw === undefined) throw new HoldfastError('folder-not-writable', { path: to });
    nameLostRows(raw, base.tables);
    const report = {
      ...base,
      journal: describeJournal(raw, base.sealsBeyond),
      dangling: nameDangling(raw),
      blobs: describeBlobs(raw, blobs),
    };
    const sha256 = await writeReport(to, report);
    await recordAct(ctx, report, sha256);
    return report;
  } finally {
    await ctx.close();
  }
}

async function writeReport(to: string, report: SalvageReport): Promise<string> {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  await writeFileSynced(join(to, 'salvage.json'), text);
  await writeFileSynced(join(to, 'SALVAGE.txt'), salvageText(report));
  await syncFolder(to);
  return createHash('sha256').update(text).digest('hex');
}

async function recordAct(ctx: CaseContext, report: SalvageReport, reportSha256: string): Promise<void> {
  const { identity, journal, blobs, tables, dangling } = report;
  const payload = {
    name: basename(report.from),
    identity,
    journal,
    tables: Object.fromEntries(
      tables.map(({ table, rows, unlinked, refused, lost }) => [table, { rows, unlinked, refused: refused.length, lost }]),
    ),
    dangling: dangling.length,
    sealsBeyond: report.sealsBeyond.length,
    blobs: { kept: blobs.kept, bytes: blobs.bytes, unexplained: blobs.unexplained.length, lost: blobs.lost },
    reportSha256,
  };
  const act = { action: 'case.salvaged', subject: report.caseId ?? '', payload };
  await mutate(ctx, act, (trx) => reindex(trx));
}
