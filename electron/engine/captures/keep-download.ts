/** A download that an address turned out to be becomes an item of its kind, with the record of how it came. */
import { basename, join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { DownloadResult, StagedDownload } from '#shared/model/download.ts';
import type { CaseContext } from '../context.ts';
import type { KeptBeside } from '../items/keep-item.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { keepReading, type Arrival } from '../import/keep-reading.ts';
import { readFile } from '../import/read-file.ts';
import { receiveFile } from '../import/receive-file.ts';
import { sealSession } from '../seal/make-seal.ts';
import { stagedFolder } from '../store/staged-folder.ts';
import { sniffType } from '../import/sniff-type.ts';
import { alsoDone, refuseEnded } from '../queue/end-entry.ts';
import { downloadName } from './download-name.ts';
import { downloadRecord } from './download-record.ts';

/**
 * Keeps a staged download: told by its bytes and read by the importer of its kind. Each capture is an item of its own,
 * also when the same bytes are kept already: that they were there on this day too is a fact.
 * @throws HoldfastError wrong-input, case-read-only, type-mismatch, pdf-damaged, pdf-password and what importers refuse
 *   files for, all naming the address; disk-full, cancelled
 */
export async function keepDownload(
  ctx: CaseContext,
  { staged, jobId, queueId }: ParsedInput<'captures.keepDownload'>,
): Promise<{ itemId: string }> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const { requestedUrl } = staged.result;
  return ctx.jobs.run({ id: jobId, kind: 'capture', subject: requestedUrl, unit: 'steps' }, async (job) => {
    job.progress({ done: 6, total: 7 });
    if (queueId !== undefined) await refuseEnded(ctx.read, queueId);
    try {
      const itemId = await ctx.intake.add(() => keepOne(ctx, staged, job, alsoDone(ctx, queueId)));
      await sealSession(ctx, 'capture');
      job.progress({ done: 7 });
      return { itemId };
    } catch (error) {
      job.signal.throwIfAborted();
      throw naming(error, requestedUrl);
    }
  });
}

async function keepOne(ctx: CaseContext, { folder, result }: StagedDownload, { signal }: JobHandle, also: KeptBeside): Promise<string> {
  const path = join(await stagedFolder(ctx, folder, 'captures.keepDownload'), nameIn(result.file.name));
  const name = downloadName(result.file.suggestedName, result.finalUrl);
  const received = await receiveFile(ctx.store, path, { signal });
  const leftovers = [received.path];
  try {
    const sniffed = await sniffType(received.path, name);
    const found = { path, name, relative: name, size: received.size };
    const reading = { ctx, found, received, sniffed, signal, leftovers };
    return (await keepReading(reading, await readFile(reading), { arrival: { ...arrivalOf(result), also } })).itemId;
  } finally {
    for (const left of leftovers) await rm(left, { force: true });
  }
}

function arrivalOf(result: DownloadResult): Arrival {
  const { finalUrl, requestedUrl, status, redirects, startedAt, endedAt, utcOffsetMinutes, remoteAddress, certificates, clockEvidence, file } = result; // prettier-ignore
  return {
    method: 'capture',
    source: new URL(finalUrl).hostname.replace(/^www\./, ''),
    sourceUrl: finalUrl,
    capturedAt: endedAt,
    facts: {
      requestedUrl, finalUrl, status, redirects: redirects.length, startedAt, endedAt, utcOffsetMinutes, remoteAddress,
      serverDate: clockEvidence[0]?.serverDate ?? null,
      certificateIssuer: oneLine(certificates[0]?.issuer), certificateSubject: oneLine(certificates[0]?.subject),
      statedMediaType: file.mediaType, suggestedName: file.suggestedName,
    },
    beside: (files) => downloadRecord(result, files),
  }; // prettier-ignore
}

function oneLine(name: string | undefined): string | null {
  return name?.replaceAll('\n', ', ') ?? null;
}

/** A staged name is a name, never a path: the call may come from a script. */
function nameIn(name: string): string {
  if (basename(name) !== name || name.startsWith('.'))
    throw new HoldfastError('wrong-input', { name: 'download', field: 'file', problem: name });
  return name;
}

/** The person knows the file by its address; where it was staged means nothing to anyone. */
function naming(error: unknown, url: string): HoldfastError {
  const { code, facts } = toErrorData(error);
  return new HoldfastError(code, 'path' in facts || !('url' in facts) ? { ...facts, path: url } : facts, error);
}
