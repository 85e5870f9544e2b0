import { useCall } from '../shell/engine.ts';

/**
 * The text an item is read in: the canonical one or, of a source that was locked when it was kept, what was read from it
 * later. Until that is here the source is shown without words, and stays open when they come.
 */
export function useShownText(itemId: string) {
  const canonical = useCall('items.text', { id: itemId });
  const texts = useCall('items.texts', { id: itemId }, { enabled: canonical.data === null });
  const unlocked = texts.data?.texts.find(({ kind }) => kind === 'unlocked');
  const later = useCall('items.text', { id: itemId, fileId: unlocked?.fileId }, { enabled: unlocked !== undefined });
  return later.data == null ? canonical : later;
}
