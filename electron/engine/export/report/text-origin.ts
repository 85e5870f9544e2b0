import type { ExportedItem } from '#shared/model/case-file.ts';
import type { Passage } from '#shared/model/passages.ts';

type Words = Pick<Passage, 'textFileId'>;

/** What the words of a passage are when they are not the source's own, and by whom; null for those of the canonical text. */
export function textOriginWords(item: Pick<ExportedItem, 'files' | 'texts'>, passage: Words): string | null {
  const text = item.texts.find(({ fileId }) => fileId === passage.textFileId);
  if (text === undefined) return null;
  const file = item.files.find(({ id }) => id === text.fileId);
  const said = (name: string) => (typeof file?.toolParameters?.[name] === 'string' ? file.toolParameters[name] : null);
  const language = text.language === null ? '' : ` (${text.language})`;
  switch (text.kind) {
    case 'translation':
      return `Translation${language} by ${said('translatorKind') === 'software' ? 'the program ' : ''}${said('translator') ?? 'somebody not named'}, not words of the source.`;
    case 'transcript':
      return `Transcript${language} ${file?.tool === 'person' ? `typed by ${said('who') ?? 'somebody not named'}` : 'read from a file received'}, added to the source later.`;
    case 'ocr':
      return `Words${language} read from the picture by ${file?.tool ?? 'a program'}.`;
    case 'unlocked':
      return `Words${language} read with a password.`;
  }
}

/** BCP 47 language of the words, for whoever reads them aloud; null when nobody said. */
export function languageOfWords(item: Pick<ExportedItem, 'language' | 'texts'>, passage: Words): string | null {
  return passage.textFileId === null ? item.language : (item.texts.find(({ fileId }) => fileId === passage.textFileId)?.language ?? null);
}
