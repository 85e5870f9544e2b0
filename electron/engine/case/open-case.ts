import { access, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { CaseContext, EngineState, Received } from '../context.ts';
import { isBackup } from '../backup/backup-record.ts';
import { migrate, readMigrations, refuseNewer } from '../db/migrate.ts';
import { APPLICATION_ID, openForReading, openForWriting, type Connection } from '../db/open-database.ts';
import { mutate } from '../journal/mutate.ts';
import { takeBackArrivals } from '../store/take-back-arrivals.ts';
import { BlobStore } from '../store/blob-store.ts';
import { syncFileNow } from '../store/sync-folder.ts';
import { DATABASE, isWritable, makeCaseFolder } from './case-folder.ts';
import { inCurrentLayout } from './older-layout.ts';
import { isInvertible } from '../undo/invert-entry.ts';
import { TimestampRunner } from '../timestamps/timestamp-runner.ts';
import { TableTrials } from '../tables/table-trials.ts';
import { UndoStacks } from '../undo/undo-stacks.ts';
import { takeWriteLock } from './write-lock.ts';

/** Makes a new case in an empty or new folder and opens it. The first journal row is its creation. */
export async function createCase(engine: EngineState, folder: string, title: string): Promise<CaseContext> {
  const undo = await makeCaseFolder(folder, title);
  try {
    return await writeFirstRow(engine, await openToWrite(engine, folder), title);
  } catch (error) {
    await undo();
    throw error;
  }
}

async function writeFirstRow(engine: EngineState, ctx: CaseContext, title: string): Promise<CaseContext> {
  const record = { caseId: engine.ports.newId(), title, createdAt: engine.ports.now().toISOString(), madeWith: engine.settings.version };
  try {
    await mutate(ctx, { action: 'case.created', subject: record.caseId, payload: record }, (trx) =>
      trx
        .insertInto('caseRecord')
        .values({ one: 1, ...record })
        .execute(),
    );
    return ctx;
  } catch (error) {
    await ctx.close();
    throw error;
  }
}

/**
 * Opens a case. Asked to write, it takes the write lock (`case-locked` when another process holds it), backs up before
 * migrating, and refuses a newer case. A folder that cannot be written to opens for reading, and says so.
 */
export async function openCase(engine: EngineState, folder: string, access: 'write' | 'read'): Promise<CaseContext> {
  await refuseWhatIsNoCase(folder);
  const ctx = await openAs(engine, folder, access);
  const record = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirst();
  if (record !== undefined) return ctx;
  await ctx.close();
  throw new HoldfastError('not-a-case', { folder, reason: 'never-finished' });
}

async function openAs(engine: EngineState, folder: string, access: 'write' | 'read'): Promise<CaseContext> {
  if (access === 'read') return openToRead(engine, folder, 'asked');
  // Working in a backup would make it another copy of the case; restoring makes a case of it.
  if (await isBackup(folder)) return openToRead(engine, folder, 'backup');
  if (!(await isWritable(folder))) return openToRead(engine, folder, 'folder-not-writable');
  return openToWrite(engine, folder);
}

async function refuseWhatIsNoCase(folder: string): Promise<void> {
  try {
    await access(folder);
  } catch (error) {
    throw new HoldfastError('case-not-found', { folder }, error);
  }
  try {
    await access(join(folder, DATABASE));
  } catch (error) {
    throw new HoldfastError('not-a-case', { folder, reason: 'no-database' }, error);
  }
}

/** Opens for writing, whether or not there is anything in it. */
export async function openToWrite(engine: EngineState, folder: string): Promise<CaseContext> {
  const file = join(folder, DATABASE);
  const lock = takeWriteLock(folder, engine.ports.now());
  let writer: Connection | null = null;
  try {
    const migrations = readMigrations(engine.settings.migrations);
    const backup = join(folder, 'backups');
    await mkdir(backup, { recursive: true });
    writer = guardDamage(file, () => openForWriting(file));
    const { raw } = writer;
    guardDamage(file, () => {
      refuseForeign(raw, folder);
      refuseNewer(raw, migrations, folder);
      const stamp = engine.ports.now().toISOString().replaceAll(':', '-');
      migrate(raw, migrations, (from) => copyBeforeMigrating(raw, join(backup, `case-${from}-${stamp}.sqlite`)));
    });
    const reader = openForReading(file);
    const store = new BlobStore(folder);
    const ctx = context(engine, { folder, readOnlyReason: null, caseFile: null, reader, writer, store }, () => lock.release());
    await takeBackArrivals(ctx);
    await store.emptyStaging();
    ctx.timestamps.start(ctx);
    return ctx;
  } catch (error) {
    writer?.raw.close();
    lock.release();
    throw error;
  }
}

/** Durable before the first statement that changes the case. */
function copyBeforeMigrating(raw: Connection['raw'], to: string): void {
  raw.prepare('VACUUM INTO ?').run(to);
  syncFileNow(to);
}

async function openToRead(engine: EngineState, folder: string, why: 'asked' | 'folder-not-writable' | 'backup'): Promise<CaseContext> {
  // SQLite's WAL wants to create files beside the database even to read it, so an unwritable folder is read from a copy.
  const copied = why === 'folder-not-writable' ? await copyDatabase(folder) : null;
  const file = join(copied ?? folder, DATABASE);
  const tidy = async () => {
    if (copied !== null) await rm(copied, { recursive: true, force: true });
  };
  try {
    const migrations = readMigrations(engine.settings.migrations);
    const found = guardDamage(join(folder, DATABASE), () => {
      const connection = openForReading(file);
      refuseForeign(connection.raw, folder);
      refuseNewer(connection.raw, migrations, folder);
      return connection;
    });
    const current = await inCurrentLayout(found, migrations);
    const release = async () => {
      await current.tidy();
      await tidy();
    };
    return context(
      engine,
      { folder, readOnlyReason: why, caseFile: null, reader: current.reader, writer: null, store: new BlobStore(folder) },
      release,
    );
  } catch (error) {
    await tidy();
    throw error;
  }
}

/** Opens for reading what was made from a case file; `tidy` takes it away when it is closed. */
export async function openReceived(
  engine: EngineState,
  folder: string,
  { caseFile, received, tidy }: { caseFile: string; received: Received; tidy(): Promise<void> },
): Promise<CaseContext> {
  const reader = openForReading(join(folder, DATABASE));
  const shown = { path: caseFile, received };
  return context(
    engine,
    { folder, readOnlyReason: 'case-file', caseFile: shown, reader, writer: null, store: new BlobStore(folder) },
    tidy,
  );
}

async function copyDatabase(folder: string): Promise<string> {
  const temporary = await mkdtemp(join(tmpdir(), 'holdfast-read-'));
  for (const name of [DATABASE, `${DATABASE}-wal`]) {
    await cp(join(folder, name), join(temporary, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
  }
  return temporary;
}

function refuseForeign(raw: Connection['raw'], folder: string): void {
  const found = raw.pragma('application_id', { simple: true }) as number;
  const empty = (raw.pragma('user_version', { simple: true }) as number) === 0;
  if (!empty && found !== APPLICATION_ID) throw new HoldfastError('not-a-case', { folder, reason: 'other-program' });
}

/** A database that SQLite cannot read is named as such, with the file. */
function guardDamage<Result>(file: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const { code } = toErrorData(error);
    throw code === 'case-damaged' ? new HoldfastError('case-damaged', { path: file }, error) : error;
  }
}

type Parts = Pick<CaseContext, 'folder' | 'readOnlyReason' | 'caseFile' | 'writer' | 'store'> & { reader: Connection };

function context(engine: EngineState, parts: Parts, release: () => void | Promise<void>): CaseContext {
  const { reader, ...rest } = parts;
  const undo = new UndoStacks();
  const timestamps = new TimestampRunner();
  return {
    ...rest,
    read: reader.queries,
    joined: null,
    undo,
    tableTrials: new TableTrials(),
    timestamps,
    acted: (entries) => {
      if (isInvertible(entries)) undo.acted(entries);
    },
    jobs: engine.jobs,
    intake: new PQueue({ concurrency: 1 }),
    ports: engine.ports,
    settings: engine.settings,
    changed: (...topics) => engine.emit({ type: 'changed', topics }),
    async close() {
      await timestamps.close();
      await reader.queries.destroy();
      await parts.writer?.queries.destroy();
      await release();
    },
  };
}
