import type { CanonicalText, Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';

/** What the reader must know of the words of this PDF, and how to draw while areas are drawn. */
export function PdfNotices({ item, text, isDrawing }: { item: Item; text: CanonicalText | null; isDrawing: boolean }) {
  const isLocked = item.gaps.some(({ reason }) => reason === 'pdf-locked');
  const key = isDrawing
    ? 'reader.area.hint'
    : text === null
      ? isLocked
        ? 'reader.pdf.locked.no-text'
        : 'reader.pdf.no-text'
      : text.kind === 'unlocked'
        ? 'reader.pdf.locked.quoting'
        : null;
  return key === null ? null : (
    <p className="pdf-notice" role="status">
      {t(key)}
    </p>
  );
}
