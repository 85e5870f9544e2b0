import { useCall } from '../shell/engine.ts';

/** The text an item is read in: the canonical one or, of a source that was locked when it was kept, what was read from it later. */
export function useShownText(itemId: string) {
  const canonical = useCall('items.text', { id: itemId });
  const isWithout = canonical.data === null;
  const texts = useCall('items.texts', { id: itemId }, { enabled: isWithout });
  const unlocked = texts.data?.texts.find(({ kind }) => kind === 'unlocked');
  const later = useCall('items.text', { id: itemId, fileId: unlocked?.fileId }, { enabled: unlocked !== undefined });
  if (!isWithout || texts.error !== null) return canonical;
  if (unlocked !== undefined) return later;
  return texts.data === undefined ? { ...canonical, data: undefined } : canonical;
}
