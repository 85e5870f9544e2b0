import type { Item, ItemFile } from '#shared/model/items.ts';

/** What Chromium draws in an `<img>`. */
const drawn = new Set([
  'image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp', 'image/svg+xml', 'image/x-icon', 'image/vnd.microsoft.icon',
]); // prettier-ignore
/** Decoded, this is 320 MB of pixels; the engine's limit too (image-worker.ts). */
const MOST_PIXELS = 80_000_000;

/** How an image can be looked at: as it is, by a picture made from it, or not yet. `why`: what keeps the original from being shown. */
export type ShownFile =
  | { how: 'shown'; file: ItemFile }
  | { how: 'preview'; file: ItemFile; why: 'type' | 'pixels' }
  | { how: 'needs-preview'; why: 'type' | 'pixels' }
  | { how: 'none' };

export function shownFile({ files, facts }: Pick<Item, 'files' | 'facts'>): ShownFile {
  const original = files.find(({ role }) => role === 'original');
  if (original === undefined) return { how: 'none' };
  const size = pixelSize({ facts });
  const isVector = original.mediaType === 'image/svg+xml';
  const tooMany = !isVector && size !== null && size.width * size.height > MOST_PIXELS;
  const why = !drawn.has(original.mediaType) ? 'type' : tooMany ? 'pixels' : null;
  if (why === null) return { how: 'shown', file: original };
  const preview = files.find(({ role, mediaType }) => role === 'proxy' && mediaType === 'image/png');
  return preview === undefined ? { how: 'needs-preview', why } : { how: 'preview', file: preview, why };
}

/** Size of the upright original in pixels, as read when it was taken; null where it could not be. */
export function pixelSize({ facts: { image } }: Pick<Item, 'facts'>): { width: number; height: number } | null {
  if (image === null || typeof image !== 'object' || Array.isArray(image)) return null;
  const { width, height } = image;
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : null;
}
