import type { Item, ItemFile } from '#shared/model/items.ts';

/** Subtitles that Chromium can show; others are kept and listed with the files of the item. */
export function subtitlesOf({ files }: Item): ItemFile[] {
  return files.filter(({ role, mediaType }) => role === 'subtitles' && mediaType === 'text/vtt');
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** `subtitles.ar.vtt` reads as Arabic; a code nobody knows reads as itself. */
export function languageName({ name }: Pick<ItemFile, 'name'>): string {
  const code = /^subtitles\.(.+)\.\w+$/.exec(name)?.[1] ?? name;
  try {
    return names.of(code.replaceAll('_', '-')) ?? code;
  } catch {
    return code;
  }
}
