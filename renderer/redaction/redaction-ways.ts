import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import { shownFile } from '../reader/image/shown-file.ts';

/** What places are chosen on. */
export type Way = { id: 'pages' | 'picture' | 'screenshot' | 'recording'; file: ItemFile } | { id: 'words'; text: CanonicalText };

/** The ways to choose places of an item, the usual one first. */
export function waysOf(item: Item, text: CanonicalText | null): Way[] {
  const words: Way[] = text === null || text.text.trim() === '' ? [] : [{ id: 'words', text }];
  const original = item.files.find(({ role }) => role === 'original');
  switch (item.type) {
    case 'pdf':
      return [...(original === undefined ? [] : [{ id: 'pages' as const, file: original }]), ...words];
    case 'image': {
      const shown = shownFile(item);
      return [
        ...(shown.how === 'shown' && shown.file.mediaType !== 'image/svg+xml' ? [{ id: 'picture' as const, file: shown.file }] : []),
        ...words,
      ];
    }
    case 'video':
    case 'audio':
      return [...(original === undefined ? [] : [{ id: 'recording' as const, file: original }]), ...words];
    case 'web': {
      const [screenshot] = screenshotsOf(item);
      return [...words, ...(screenshot === undefined ? [] : [{ id: 'screenshot' as const, file: screenshot }])];
    }
    case 'document':
      return words;
  }
}

/** A tall page has several pictures, in their order. */
export function screenshotsOf({ files }: Pick<Item, 'files'>): ItemFile[] {
  const part = ({ name }: ItemFile) => Number(/-(\d+)\.png$/.exec(name)?.[1] ?? 1);
  return files.filter(({ role }) => role === 'screenshot').sort((a, b) => part(a) - part(b));
}
