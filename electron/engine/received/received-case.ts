/** Case files opened again: looked at as a case for reading, or made into a case to go on with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { findingWords } from '#shared/finding-words.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseFileReport } from '#shared/model/proof.ts';
import { makeCaseFolder } from '../case/case-folder.ts';
import { openReceived, openToWrite } from '../case/open-case.ts';
import type { CaseFileSource } from '../casefile/case-file-source.ts';
import { openCaseFile as openCaseFileSource } from '../casefile/open-case-file.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext, EngineState } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { refusePart, tagManifestSha256 } from './bag-reader.ts';
import { fillCase, type Filled } from './fill-case.ts';

type Asked = { path: string; jobId?: string | undefined };

/**
 * Makes a case of its own from a case file in a new or empty folder, and opens it: the same case, with every entry,
 * signature and seal as it was, and one entry more that says where it came from.
 * @throws HoldfastError casefile-invalid; casefile-broken, naming what does not hold; casefile-partial; case-exists;
 *   not-a-case for a folder with other things in it
 */
export async function makeCaseFrom(engine: EngineState, { folder, ...asked }: Asked & { folder: string }): Promise<CaseContext> {
  return withSource(engine, asked, async (source, report, job) => {
    const undo = await makeCaseFolder(folder, report.title ?? basename(asked.path));
    let ctx: CaseContext | null = null;
    try {
      ctx = await openToWrite(engine, folder);
      const filled = await fillCase(ctx, source, job);
      await receive(ctx, {
        from: basename(asked.path),
        tagManifestSha256: await tagManifestSha256(source),
        exportedAt: report.exportedAt,
        ...filled,
      });
      return ctx;
    } catch (error) {
      await ctx?.close();
      await undo();
      throw error;
    }
  });
}

async function receive(
  ctx: CaseContext,
  payload: Filled & { from: string; tagManifestSha256: string; exportedAt: string | null },
): Promise<void> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  await mutate(ctx, { action: 'case.received', subject: caseId, payload }, async () => {});
}

/**
 * Opens a case file as a case for reading. It is unpacked by its hashes to a private temporary folder that goes when
 * the case is closed; the case file itself is only read.
 * @throws HoldfastError as makeCaseFrom
 */
export async function openCaseFile(engine: EngineState, asked: Asked): Promise<CaseContext> {
  return withSource(engine, asked, async (source, report, job) => {
    const temporary = await mkdtemp(join(tmpdir(), 'holdfast-file-'));
    const tidy = () => rm(temporary, { recursive: true, force: true });
    const folder = join(temporary, 'case');
    try {
      await makeCaseFolder(folder, report.title ?? basename(asked.path));
      const filling = await openToWrite(engine, folder);
      const filled = await fillCase(filling, source, job).finally(() => filling.close());
      const received = { entries: filled.head.seq, absent: new Set(filled.absent) };
      return await openReceived(engine, folder, { caseFile: resolve(asked.path), received, tidy });
    } catch (error) {
      await tidy();
      throw error;
    }
  });
}

type Use = (source: CaseFileSource, report: CaseFileReport, job: JobHandle) => Promise<CaseContext>;

/** Nothing is made from a case file of which anything does not hold. */
async function withSource(engine: EngineState, { path, jobId }: Asked, use: Use): Promise<CaseContext> {
  const checkId = engine.ports.newId();
  return engine.jobs.run({ id: jobId, kind: 'open-file', subject: basename(path), unit: 'bytes' }, async (job) => {
    const cancel = () => void engine.jobs.cancel(checkId);
    job.signal.addEventListener('abort', cancel, { once: true });
    const report = await verifyCaseFile(engine, { path, jobId: checkId });
    refuseBroken(report);
    const source = await openCaseFileSource(path, job.signal);
    try {
      refusePart(source, path);
      return await use(source, report, job);
    } finally {
      job.signal.removeEventListener('abort', cancel);
      source.close();
    }
  });
}

function refuseBroken({ path, findings }: CaseFileReport): void {
  const broken = findings.filter(({ severity }) => severity !== 'note');
  const [first] = broken;
  if (first === undefined) return;
  throw new HoldfastError('casefile-broken', { path, problem: findingWords(first).title, count: broken.length });
}
