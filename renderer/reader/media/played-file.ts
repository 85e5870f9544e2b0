import type { Item, ItemFile } from '#shared/model/items.ts';

/** What the window plays for a recording: itself, or the newest proxy made of it. `offset`: seconds from the played file's time to the recording's. */
export type Played = { file: ItemFile; offset: number; isProxy: boolean };

export function playedFile(item: Pick<Item, 'files'>, original: ItemFile, wantsOriginal: boolean): Played {
  const proxy = wantsOriginal ? undefined : proxyOf(item, original);
  if (proxy === undefined) return { file: original, offset: 0, isProxy: false };
  const offset = proxy.toolParameters?.['offsetSeconds'];
  return { file: proxy, offset: typeof offset === 'number' ? offset : 0, isProxy: true };
}

export function proxyOf(item: Pick<Item, 'files'>, original: ItemFile): ItemFile | undefined {
  return item.files.findLast(({ role, parentFileId }) => role === 'proxy' && parentFileId === original.id);
}
