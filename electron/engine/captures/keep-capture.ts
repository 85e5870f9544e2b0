/** A staged capture becomes an item: what was taken, what is derived from it, and the record of how it was taken. */
import { basename, join } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { StagedCapture } from '#shared/model/capture.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import type { DraftFile, ItemDraft } from '../items/keep-item.ts';
import { keepItem } from '../items/keep-item.ts';
import { takeBack } from '../items/take-back.ts';
import { alsoDone, refuseEnded } from '../queue/end-entry.ts';
import { sealSession } from '../seal/make-seal.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import { stagedFolder } from '../store/staged-folder.ts';
import { versionsOfCapture } from '../versions/versions-of-capture.ts';
import { buildWacz } from './build-wacz.ts';
import type { BuiltWacz } from './build-wacz.ts';
import { captureFacts, captureGaps } from './capture-facts.ts';
import { captureReport } from './capture-report.ts';
import { makeThumbnail, thumbnailTool } from './make-thumbnail.ts';
import type { Thumbnail } from './make-thumbnail.ts';
import { provenanceRecord } from './provenance.ts';
import { readStagedPage } from './read-staged-page.ts';
import type { StagedPage } from './read-staged-page.ts';

/** What makes snapshots and canonical text; the version is the program's own. */
const snapshotTool = 'holdfast-snapshot';

/**
 * Keeps a staged capture as one item. Everything that can fail on the page's bytes comes before the first blob is kept.
 * @throws HoldfastError file-damaged, file-missing, disk-full, cancelled
 */
export async function keepCapture(
  ctx: CaseContext,
  { staged: given, jobId, queueId }: ParsedInput<'captures.keep'>,
): Promise<{ itemId: string }> {
  const start = { id: jobId, kind: 'capture', subject: given.result.requestedUrl, unit: 'steps' } as const;
  return ctx.jobs.run(start, async ({ signal, progress }) => {
    progress({ done: 6, total: 7 });
    const staged = { ...given, folder: await stagedFolder(ctx, given.folder, 'captures.keep') };
    if (queueId !== undefined) await refuseEnded(ctx.read, queueId);
    const page = await readStagedPage(staged, signal);
    const thumbnail = await makeThumbnail(pathOf(staged, 'screenshot.png'));
    const archive = await buildWacz(staged, page, ctx.settings.version, signal);
    signal.throwIfAborted();
    const files: DraftFile[] = [];
    let itemId: string;
    try {
      await keepTaken(ctx, staged, signal, files);
      files.push(await keepWacz(ctx, archive, signal));
      await keepDerived(ctx, staged, page, thumbnail, archive, files);
      signal.throwIfAborted();
      const beside = [...(await versionsOfCapture(ctx, staged.result, page.text)), alsoDone(ctx, queueId)];
      itemId = await keepItem(ctx, draftOf(staged, page, files), beside);
    } catch (error) {
      const blobs = files.map(({ blob }) => blob);
      await takeBack(ctx, blobs);
      throw error;
    }
    await sealSession(ctx, 'capture');
    progress({ done: 7 });
    return { itemId };
  });
}

/** The files the browser wrote, as received. */
async function keepTaken(ctx: CaseContext, staged: StagedCapture, signal: AbortSignal, files: DraftFile[]): Promise<void> {
  for (const file of staged.result.files) {
    const blob = await ctx.store.keepStaged(pathOf(staged, file.name), { signal });
    // Subtitles come in several languages, a tall page in several screenshots; the first of a role is known by it.
    const isFirst = !files.some(({ role }) => role === file.role);
    files.push({ key: isFirst ? file.role : file.name, role: file.role, blob, name: file.name, mediaType: file.mediaType });
  }
}

async function keepWacz(ctx: CaseContext, { path }: BuiltWacz, signal: AbortSignal): Promise<DraftFile> {
  const blob = await ctx.store.keepStaged(path, { signal });
  return { key: 'wacz', role: 'wacz', blob, name: 'archive.wacz', mediaType: 'application/wacz+zip' };
}

async function keepDerived(
  ctx: CaseContext,
  staged: StagedCapture,
  page: StagedPage,
  thumbnail: Thumbnail | null,
  archive: BuiltWacz,
  files: DraftFile[],
): Promise<void> {
  const { result } = staged;
  const version = ctx.settings.version;
  const keep = (value: string | Uint8Array): Promise<KeptBlob> => ctx.store.keepBytes(value);
  const derive = (step: string, parameters: Facts = {}) => ({
    name: snapshotTool,
    version,
    parameters: { step, ...parameters },
  });
  files.push(
    { key: 'snapshot', role: 'snapshot', blob: await keep(page.html), name: 'snapshot.html', mediaType: 'text/html', parent: 'mhtml', tool: derive('freeze', { inlined: page.inlined, unresolved: page.unresolved.length }) },
    { key: 'text', role: 'text', blob: await keep(page.text), name: 'text.txt', mediaType: 'text/plain', parent: 'snapshot', tool: derive('text') },
    { key: 'headers', role: 'headers', blob: await keep(json({ url: result.finalUrl, status: result.status, request: result.requestHeaders, response: result.responseHeaders })), name: 'headers.json', mediaType: 'application/json' },
  ); // prettier-ignore
  if (result.certificates.length > 0) {
    const pem = result.certificates.map((one) => `subject: ${one.subject.replaceAll('\n', ', ')}\nissuer: ${one.issuer.replaceAll('\n', ', ')}\n${one.pem}`).join('\n'); // prettier-ignore
    files.push({ key: 'certificate', role: 'certificate', blob: await keep(pem), name: 'certificates.pem', mediaType: 'application/x-pem-file' }); // prettier-ignore
  }
  if (thumbnail)
    files.push({ key: 'thumbnail', role: 'thumbnail', blob: await keep(thumbnail.bytes), name: 'thumbnail.webp', mediaType: 'image/webp', parent: 'screenshot', tool: { ...thumbnailTool(version), parameters: thumbnail.parameters } }); // prettier-ignore
  const report = captureReport(result, page, archive);
  files.push({ key: 'report', role: 'report', blob: await keep(json(report)), name: 'capture-report.json', mediaType: 'application/json' }); // prettier-ignore
  const record = provenanceRecord(result, page, archive, files);
  files.push({ key: 'provenance', role: 'provenance', blob: await keep(json(record)), name: 'provenance.json', mediaType: 'application/json' }); // prettier-ignore
}

function draftOf({ result }: StagedCapture, page: StagedPage, files: DraftFile[]): ItemDraft {
  const host = new URL(result.finalUrl).hostname;
  return {
    type: 'web',
    title: page.metadata.title?.value || result.title.trim() || result.finalUrl,
    source: page.metadata.siteName?.value ?? host.replace(/^www\./, ''),
    sourceUrl: result.finalUrl,
    language: page.metadata.language?.value ?? null,
    originalName: null,
    method: 'capture',
    capturedAt: result.endedAt,
    gaps: captureGaps(result, page),
    facts: captureFacts(result, page),
    files,
    text: { fileKey: 'text', text: page.text, map: { kind: 'snapshot', article: page.article } },
  };
}

/** Staged names are names, never paths: the call may come from a script. */
function pathOf(staged: StagedCapture, name: string): string {
  if (basename(name) !== name || name.startsWith('.')) throw new HoldfastError('wrong-input', { field: 'files', problem: name });
  return join(staged.folder, name);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
