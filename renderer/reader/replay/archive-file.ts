import type { Item, ItemFile } from '#shared/model/items.ts';

const mediaTypes = new Set(['application/wacz', 'application/wacz+zip', 'application/x-wacz', 'application/warc', 'application/x-warc']);
const names = /\.(wacz|warc|warc\.gz)$/i;

/** The file of an item that can be replayed: the archive of its capture, or an archive it was imported as. */
export function archiveFile(item: Pick<Item, 'files'>): ItemFile | undefined {
  return item.files.find(({ role }) => role === 'wacz') ?? item.files.find((file) => file.role === 'original' && isArchive(file));
}

function isArchive({ mediaType, name }: Pick<ItemFile, 'mediaType' | 'name'>): boolean {
  return mediaTypes.has(mediaType.replace(/\s*;.*$/, '').toLowerCase()) || names.test(name);
}
