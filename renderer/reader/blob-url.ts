import type { ItemFile } from '#shared/model/items.ts';

/** Where the window finds the bytes of a file; answered in ranges by main. */
export function blobUrl({ sha256, mediaType }: Pick<ItemFile, 'sha256' | 'mediaType'>): string {
  return `holdfast-blob://blob/${sha256}?type=${encodeURIComponent(mediaType)}`;
}
