import { rm } from 'node:fs/promises';
import { toErrorData, type ErrorCode, type ErrorData } from '#shared/errors.ts';
import type { ImportOutcome } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { lacksPages } from '../archive/kept-pages.ts';
import { importArchive } from '../archive/import-archive.ts';
import { alreadyKept } from './already-kept.ts';
import { recordRefusal, recordRepeat } from './import-acts.ts';
import { keepReading } from './keep-reading.ts';
import { readFile } from './read-file.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import type { Reading } from './reading.ts';
import { sniffType } from './sniff-type.ts';
import type { FoundFile, RefusedPath } from './walk-paths.ts';

/** `onSubject`: what is being worked on now, when one file is many things. */
export type FileJob = { signal: AbortSignal; onBytes: (bytes: number) => void; onSubject: (subject: string) => void };

/** The outcome of one file; `taken` names files beside it that became part of its item. */
export type FileResult = { outcome: ImportOutcome; taken: { path: string; sha256: string }[] };

/** One file, from disk to item. Never throws for the file's own sake: a refusal is an outcome and is in the journal. */
export async function importFile(ctx: CaseContext, found: FoundFile, job: FileJob): Promise<FileResult> {
  let received: ReceivedFile | null = null;
  const leftovers: string[] = [];
  try {
    received = await receiveFile(ctx.store, found.path, job);
    leftovers.push(received.path);
    return await decide(ctx, found, received, job, leftovers);
  } catch (error) {
    if (job.signal.aborted) return { outcome: { fate: 'cancelled', path: found.path }, taken: [] };
    const data = withPath(toErrorData(error), found.path);
    return { outcome: await refuse(ctx, { ...found, error: data }, received?.sha256 ?? null), taken: [] };
  } finally {
    for (const path of leftovers) await rm(path, { force: true });
  }
}

async function decide(
  ctx: CaseContext,
  found: FoundFile,
  received: ReceivedFile,
  { signal, onSubject }: FileJob,
  leftovers: string[],
): Promise<FileResult> {
  const before = await alreadyKept(ctx, received.sha256);
  if (before !== null && !(await lacksPages(ctx, received, found.name))) {
    await recordRepeat(ctx, found, before, received.sha256);
    return { outcome: { fate: 'already-kept', path: found.path, itemId: before, sha256: received.sha256 }, taken: [] };
  }
  const sniffed = await sniffType(received.path, found.name);
  const job = { ctx, found, received, sniffed, signal, leftovers };
  if (sniffed.kind === 'archive') return { outcome: await importArchive(job, onSubject), taken: [] };
  const reading = await readFile(job);
  const taken = reading.companions.map(({ found: { path }, staged: { sha256 } }) => ({ path, sha256 }));
  const { itemId } = await keepReading(job, reading);
  return {
    outcome: {
      fate: 'kept',
      path: found.path,
      itemId,
      sha256: received.sha256,
      type: reading.type,
      warnings: allWarnings(reading, sniffed.extensionDiffers),
    },
    taken,
  };
}

function allWarnings({ warnings }: Reading, extensionDiffers: boolean): string[] {
  return extensionDiffers ? ['extension-differs', ...warnings] : warnings;
}

/** Records a refusal. A disk too full for that line is told as the reason it was refused for. */
export async function refuse(ctx: CaseContext, refused: RefusedPath, sha256: string | null): Promise<ImportOutcome> {
  const { path, error } = refused;
  try {
    await recordRefusal(ctx, refused, error, sha256);
  } catch (journalError) {
    const { code } = toErrorData(journalError);
    if (code !== 'disk-full') throw journalError;
  }
  return { fate: 'refused', path, error };
}

const aboutTheCase: readonly ErrorCode[] = ['disk-full', 'folder-not-writable', 'case-damaged', 'case-read-only'];

/** Importers see only the staged copy; the person knows the file by its path. */
function withPath(error: ErrorData, path: string): ErrorData {
  return aboutTheCase.includes(error.code) ? error : { code: error.code, facts: { ...error.facts, path } };
}
