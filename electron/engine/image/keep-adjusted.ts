import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { isAdjusted } from '#shared/model/adjustments.ts';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getFile } from '../items/get-file.ts';
import { getItem } from '../items/get-item.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { runWorker } from '../worker/run-worker.ts';
import { canvasVersion } from './canvas-version.ts';
import type { MadePicture, PictureTask } from './picture-worker.ts';

const limits = { timeLimitMs: 120_000, heapMegabytes: 512 };

/**
 * Keeps what a person sees with adjustments as a file of its own: an 8-bit PNG of the upright pixels (the first frame of
 * a moving picture), with the arithmetic of the window (shared/image/adjust-pixels.ts).
 * @throws HoldfastError wrong-input (nothing adjusted, no picture of the item), image-too-large, image-unreadable
 */
export async function keepAdjusted(ctx: CaseContext, input: ParsedInput<'images.keepAdjusted'>): Promise<ItemFile> {
  const { itemId, fileId, adjustments } = input;
  const item = await getItem(ctx, itemId);
  const parent = pictureFile(item, fileId);
  if (!isAdjusted(adjustments)) throw refused('adjustments', 'change nothing');
  // An SVG is a program for a drawing machine; nothing in the engine runs it.
  if (parent.mediaType === 'image/svg+xml')
    throw new HoldfastError('image-unreadable', { name: parent.name, problem: 'a drawing (SVG) has no pixels of its own' });
  const { path } = await ctx.store.locate(parent.sha256);
  const made = await makePicture({ make: 'adjusted', path, adjustments }, parent.name);
  const blob = await ctx.store.keepBytes(made.png);
  const before = item.files.find(
    ({ role, sha256, parentFileId }) => role === 'adjusted' && sha256 === blob.sha256 && parentFileId === parent.id,
  );
  if (before !== undefined) return before;
  const parameters = {
    ...adjustments,
    parentSha256: parent.sha256,
    width: made.width,
    height: made.height,
    bits: 8,
    frame: 1,
    upright: true,
  };
  const [id] = await keepDerived(ctx, itemId, [
    {
      role: 'adjusted',
      blob,
      name: `${stem(parent.name)}.adjusted.png`,
      mediaType: 'image/png',
      parentFileId: parent.id,
      tool: { name: '@napi-rs/canvas', version: canvasVersion, parameters },
    },
  ]);
  return getFile(ctx, id!);
}

/** Makes a picture in a thread of its own, whatever the bytes do there. @throws HoldfastError image-too-large, image-unreadable */
export async function makePicture(task: PictureTask, name: string): Promise<MadePicture> {
  try {
    return await runWorker<MadePicture>('picture', task, { signal: new AbortController().signal, ...limits });
  } catch (error) {
    const { code, facts } = toErrorData(error);
    if (code === 'image-too-large') throw error;
    throw new HoldfastError('image-unreadable', { name, problem: String(facts['problem'] ?? facts['reason'] ?? facts['message'] ?? code) });
  }
}

/** The picture named, or the original. @throws HoldfastError wrong-input */
export function pictureFile(item: Item, fileId: string | undefined): ItemFile {
  const file = item.files.find(({ id, role }) => (fileId === undefined ? role === 'original' : id === fileId));
  if (file === undefined) throw refused('fileId', 'is no file of this item');
  if (!file.mediaType.startsWith('image/')) throw refused('fileId', `is no picture (${file.mediaType})`);
  return file;
}

/** A file's name without its ending. */
export function stem(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, '') || name;
}

function refused(field: string, problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'images.keepAdjusted', field, problem });
}
