/** Makes the copy of a file in staging and reads it back; what does not pass is an error and never kept. */
import { stat } from 'node:fs/promises';
import { boxesOf, pagesOf } from '#shared/anchoring/text-places.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { ItemFile, CanonicalText } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { canvasVersion } from '../image/canvas-version.ts';
import type { MediaSource } from '../media/media-source.ts';
import { ffmpegVersion } from '../media/probe-media.ts';
import { proxyCodec } from '../media/proxy/proxy-codec.ts';
import { timeUnder } from '../passages/native-selectors.ts';
import { pdfTool } from '../pdf/pdf-of-item.ts';
import { runWorker } from '../worker/run-worker.ts';
import { coveredByMap, coveredOnPages, type CoveredRange } from './covered-words.ts';
import { checkRedactedMedia } from './media/check-redacted-media.ts';
import type { TimedBox, TimeSpan } from './media/media-filters.ts';
import { redactMedia, type MediaPlan } from './media/redact-media.ts';
import { redactedDpi } from './pdf/page-size.ts';
import type { Ground } from './redaction-ground.ts';
import type { AreaBox } from './area-box.ts';
import type { CheckPdfTask, PageArea, PageWordsToHide, PdfTask, RedactedPdf, RedactedPicture, RedactTask } from './redact-task.ts';

export type Work = {
  ground: Ground;
  regions: readonly RedactionRegion[];
  password: string | undefined;
  /** A name in staging that nobody uses, without an ending. */
  stage: string;
  signal: AbortSignal;
  progress: (done: number, total: number | null) => void;
};
export type MadeCopy = {
  path: string;
  suffix: string;
  mediaType: string;
  tool: { name: string; version: string; parameters: Facts };
  covered: CoveredRange[];
};

const PDF_LIMITS = { timeLimitMs: 3 * 3_600_000, heapMegabytes: 1024 };
const PICTURE_LIMITS = { timeLimitMs: 300_000, heapMegabytes: 1024 };

/** A PDF of pictures of the pages. Words are told by their pages, or by boxes where they were read from pictures of them. */
export async function copyPdf(ctx: CaseContext, { ground, regions, password, stage, signal, progress }: Work): Promise<MadeCopy> {
  const { file, text } = ground;
  const { path, size } = await ctx.store.locate(file.sha256);
  const output = `${stage}.pdf`;
  const { areas, words } = placesOnPages(text, regions);
  const onProgress = (share: number) => progress(Math.round(share * 80), 100);
  const task: PdfTask = { act: 'pdf', path, size, password, areas, words, output };
  const made = await inThread<RedactedPdf>(task, file, { ...PDF_LIMITS, signal, onProgress });
  const copy = (await stat(output)).size;
  const check: CheckPdfTask = { act: 'check-pdf', path: output, size: copy, pages: made.pages, painted: made.painted };
  await inThread<null>(check, file, { ...PDF_LIMITS, signal });
  return {
    path: output,
    suffix: '.pdf',
    mediaType: 'application/pdf',
    tool: pdfTool({ pages: made.pages, dpi: redactedDpi, pictures: 'JPEG', canvas: canvasVersion, checked: checkedPdf }),
    covered: text === null ? [] : [...coveredOnPages(text, made.covered), ...coveredByMap(text, regions)],
  };
}

const checkedPdf = ['one picture a page', 'no text', 'no notes', 'no attachments', 'no metadata', 'boxes black'];

function placesOnPages(text: CanonicalText | null, regions: readonly RedactionRegion[]): { areas: PageArea[]; words: PageWordsToHide[] } {
  const areas: PageArea[] = [];
  const words: PageWordsToHide[] = [];
  for (const [region, one] of regions.entries()) {
    if (one.kind === 'area' && one.page !== null) areas.push({ page: one.page, area: one.area, region });
    if (one.kind !== 'words' || text === null) continue;
    words.push(...pagesOf(text.text, text.map, one));
    for (const { page, boxes } of boxesOf(text.map, one)) areas.push(...boxes.map((area) => ({ page, area: grown(area), region })));
  }
  return { areas, words };
}

/** Letters reach a little over the boxes that they were read in. In percent of the page. */
function grown({ x, y, width, height }: AreaBox): AreaBox {
  const margin = height * 0.15;
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { x: left, y: top, width: Math.min(100, x + width + margin) - left, height: Math.min(100, y + height + margin) - top };
}

export async function copyPicture(ctx: CaseContext, { ground, regions, stage, signal }: Work): Promise<MadeCopy> {
  const { file, text } = ground;
  const { path } = await ctx.store.locate(file.sha256);
  const output = `${stage}.png`;
  const areas = regions.flatMap((region) => {
    if (region.kind === 'area') return [region.area];
    if (region.kind !== 'words' || text === null) return [];
    return boxesOf(text.map, region).flatMap(({ boxes }) => boxes.map(grown));
  });
  const made = await inThread<RedactedPicture>({ act: 'picture', path, areas, output }, file, { ...PICTURE_LIMITS, signal });
  await inThread<null>({ act: 'check-picture', path: output, ...made }, file, { ...PICTURE_LIMITS, signal });
  const parameters = { width: made.width, height: made.height, upright: true, frame: 1, checked: ['no metadata', 'boxes black'] };
  return {
    path: output,
    suffix: '.png',
    mediaType: 'image/png',
    tool: { name: '@napi-rs/canvas', version: canvasVersion, parameters },
    covered: text === null ? [] : coveredByMap(text, regions),
  };
}

/** Words of a transcript are said in the time of their lines: that falls silent whole. */
export async function copyMedia(source: MediaSource, { ground, regions, stage, signal, progress }: Work): Promise<MadeCopy> {
  const { text } = ground;
  const codec = await proxyCodec(signal);
  const output = `${stage}${codec.suffix}`;
  const plan = mediaPlan(text, regions);
  const seconds = Number(source.probe.format?.duration) || null;
  const onTime = (reached: number) => progress(Math.round(reached), seconds === null ? null : Math.ceil(seconds));
  const made = await redactMedia(source, plan, { codec, output, signal, onTime });
  await checkRedactedMedia({ path: output, offset: made.offset, boxes: made.boxes, silent: plan.silent, signal });
  const checked = ['no tags', 'no chapters', 'no further streams', 'silence', 'boxes black in every frame'];
  return {
    path: output,
    suffix: codec.suffix.replace('.proxy', ''),
    mediaType: source.picture === null ? codec.mediaType.replace('video', 'audio') : codec.mediaType,
    tool: { name: 'ffmpeg', version: await ffmpegVersion(signal), parameters: { ...made.parameters, checked } },
    covered: text === null ? [] : coveredByMap(text, plan.regions),
  };
}

function mediaPlan(text: CanonicalText | null, regions: readonly RedactionRegion[]): MediaPlan & { regions: RedactionRegion[] } {
  const boxes: TimedBox[] = [];
  const silent: TimeSpan[] = [];
  const told: RedactionRegion[] = [];
  for (const region of regions) {
    const { reason, note } = region;
    if (region.kind === 'area') boxes.push({ area: region.area, span: spanOf(region) });
    const said = region.kind === 'sound' ? region : region.kind === 'words' && text !== null ? timeUnder(text.map, region) : null;
    if (said !== null) silent.push({ from: said.from, to: said.to });
    told.push(said === null ? region : { kind: 'sound', from: said.from, to: said.to, reason, note });
  }
  return { boxes, silent, regions: told };
}

function spanOf({ from, to }: { from: number | null; to: number | null }): { from: number; to: number } | null {
  return from === null || to === null ? null : { from, to };
}

/** The thread knows a blob's path; a person knows the file by its name. */
async function inThread<Result>(task: RedactTask, file: ItemFile, limits: Parameters<typeof runWorker>[2]): Promise<Result> {
  try {
    return await runWorker<Result>('redact', task, limits);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const { code, facts } = toErrorData(error);
    throw new HoldfastError(code, { ...facts, path: file.name, name: file.name }, error);
  }
}
