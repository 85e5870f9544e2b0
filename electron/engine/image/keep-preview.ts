import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { imageSize } from 'image-size';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getFile } from '../items/get-file.ts';
import { getItem } from '../items/get-item.ts';
import { keepDerived, type DerivedFile } from '../items/keep-derived.ts';
import { ffmpegVersion } from '../media/probe-media.ts';
import { runFfmpeg } from '../media/run-ffmpeg.ts';
import { canvasVersion } from './canvas-version.ts';
import { makePicture, pictureFile, stem } from './keep-adjusted.ts';

/** Pixels of the longer side: 25 million at most, 100 MB decoded. */
const MOST_SIDE = 5000;
const TIME_LIMIT_MS = 120_000;

/** Which demuxer of ffmpeg reads a type; types that are not here are left to other programs. */
const demuxers: Record<string, string> = {
  'image/tiff': 'tiff_pipe', 'image/jpeg': 'jpeg_pipe', 'image/webp': 'webp_pipe', 'image/bmp': 'bmp_pipe', 'image/gif': 'gif',
  'image/jp2': 'j2k_pipe', 'image/jpx': 'j2k_pipe', 'image/vnd.adobe.photoshop': 'psd_pipe', 'image/x-exr': 'exr_pipe', 'image/x-xbitmap': 'xbm_pipe',
  'image/heic': 'mov,mp4,m4a,3gp,3g2,mj2', 'image/heif': 'mov,mp4,m4a,3gp,3g2,mj2', 'image/avif': 'mov,mp4,m4a,3gp,3g2,mj2',
  'image/jxl': 'jpegxl_pipe', 'image/x-portable-pixmap': 'ppm_pipe', 'image/qoi': 'qoi_pipe',
}; // prettier-ignore

/**
 * Keeps an upright PNG of at most 5,000 pixels a side, to look at: of an image whose format the window cannot show or
 * that has too many pixels. Areas are percent, so what is marked on it is marked on the original. Made once.
 * @throws HoldfastError wrong-input when the item is no image, image-unreadable, helper-missing, helper-timeout
 */
export async function keepPreview(ctx: CaseContext, itemId: string): Promise<ItemFile> {
  const item = await getItem(ctx, itemId);
  const before = item.files.find(({ role, mediaType }) => role === 'proxy' && mediaType === 'image/png');
  if (before !== undefined) return before;
  const original = pictureFile(item, undefined);
  const file = original.mediaType === 'image/png' ? await fromPng(ctx, item, original) : await fromFfmpeg(ctx, item, original);
  const [id] = await keepDerived(ctx, itemId, [file]);
  return getFile(ctx, id!);
}

async function fromPng(ctx: CaseContext, item: Item, original: ItemFile): Promise<DerivedFile> {
  const { path } = await ctx.store.locate(original.sha256);
  const orientation = orientationOf(item);
  const { png, width, height } = await makePicture({ make: 'small-png', path, mostSide: MOST_SIDE, orientation }, original.name);
  const parameters = { mostSide: MOST_SIDE, orientation, width, height, parentSha256: original.sha256, method: 'mean' };
  return derived(original, await ctx.store.keepBytes(png), { name: '@napi-rs/canvas', version: canvasVersion, parameters });
}

async function fromFfmpeg(ctx: CaseContext, item: Item, original: ItemFile): Promise<DerivedFile> {
  const demuxer = demuxers[original.mediaType];
  const unreadable = (problem: string) => new HoldfastError('image-unreadable', { name: original.name, problem });
  if (demuxer === undefined) throw unreadable(`no decoder for ${original.mediaType}`);
  const signal = new AbortController().signal;
  const { path } = await ctx.store.locate(original.sha256);
  const version = await ffmpegVersion(signal);
  const output = await ctx.store.stagingPath(`${randomUUID()}.png`);
  const filter = [
    ...turns(orientationOf(item)),
    `scale=w='min(${MOST_SIDE},iw)':h='min(${MOST_SIDE},ih)':force_original_aspect_ratio=decrease`,
  ].join(',');
  try {
    const after = ['-frames:v', '1', '-vf', filter, '-pix_fmt', 'rgba', '-an', '-sn', '-dn', '-map_metadata', '-1', '-flags:v', '+bitexact', '-threads', '2', '-c:v', 'png', '-f', 'image2', '-update', '1']; // prettier-ignore
    await runFfmpeg({ input: path, formats: [demuxer], before: ['-noautorotate'], after, output, signal, timeLimitMs: TIME_LIMIT_MS });
    const { width, height } = imageSize(await readFile(output));
    const parameters = { filter, demuxer, width, height, frame: 1, parentSha256: original.sha256 };
    return derived(original, await ctx.store.keepStaged(output), { name: 'ffmpeg', version, parameters });
  } catch (error) {
    const { code, facts } = toErrorData(error);
    if (code === 'helper-failed') throw unreadable(String(facts['problem'] ?? ''));
    // ffmpeg may end well and write nothing when no picture came out of the bytes.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw unreadable('no picture was found in it');
    throw error;
  } finally {
    await rm(output, { force: true });
  }
}

function derived(original: ItemFile, blob: DerivedFile['blob'], tool: NonNullable<DerivedFile['tool']>): DerivedFile {
  return { role: 'proxy', blob, name: `${stem(original.name)}.preview.png`, mediaType: 'image/png', parentFileId: original.id, tool };
}

function orientationOf({ facts: { image } }: Item): number | null {
  const orientation = image !== null && typeof image === 'object' && !Array.isArray(image) ? image['orientation'] : null;
  return typeof orientation === 'number' ? orientation : null;
}

/** EXIF 2.32, tag 0x0112, as filters of ffmpeg. */
function turns(orientation: number | null): string[] {
  const filters: Record<number, string[]> = {
    2: ['hflip'], 3: ['hflip', 'vflip'], 4: ['vflip'], 5: ['transpose=0'], 6: ['transpose=1'], 7: ['transpose=3'], 8: ['transpose=2'],
  }; // prettier-ignore
  return filters[orientation ?? 1] ?? [];
}
