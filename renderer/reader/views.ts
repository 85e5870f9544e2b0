import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import { archiveFile } from './replay/archive-file.ts';

/** Ways to look at an item; the first of an item's views is the one it opens in. */
export type View = 'captured' | 'reading' | 'screenshot' | 'video' | 'replay' | 'pdf' | 'media' | 'image' | 'none';

export function viewsOf(item: Item, text: CanonicalText | null): readonly View[] {
  const replay: View[] = archiveFile(item) === undefined ? [] : ['replay'];
  const reading: View[] = text === null || text.length === 0 ? [] : ['reading'];
  switch (item.type) {
    case 'web': {
      const views: View[] = [
        ...(fileOf(item, 'snapshot') === undefined || text === null ? [] : (['captured'] as const)),
        ...reading,
        ...(fileOf(item, 'screenshot') === undefined ? [] : (['screenshot'] as const)),
        ...replay,
        ...(fileOf(item, 'video') === undefined ? [] : (['video'] as const)),
      ];
      return views.length === 0 ? ['none'] : views;
    }
    case 'pdf':
      return ['pdf', ...readFromPicture(text)];
    case 'video':
    case 'audio':
      return ['media'];
    case 'image':
      return ['image', ...readFromPicture(text)];
    case 'document': {
      const views: View[] = [...replay, ...reading];
      return views.length === 0 ? ['none'] : views;
    }
  }
}

/** What was read from pages or a picture can be read as running words too. */
function readFromPicture(text: CanonicalText | null): View[] {
  return text?.kind === 'ocr' ? ['reading'] : [];
}

export function fileOf(item: Item, role: ItemFile['role']): ItemFile | undefined {
  return item.files.find((file) => file.role === role);
}
