import { useState } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import { t, type MessageKey } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { Button } from '../../ui/button.tsx';
import { ReadWordsDialog } from './read-words-dialog.tsx';

type PdfNoticesProps = { item: Item; text: CanonicalText | null; isDrawing: boolean };

/** What the reader must know of the words of this PDF, and how to draw while areas are drawn. */
export function PdfNotices({ item, text, isDrawing }: PdfNoticesProps) {
  const canWrite = useCanWrite();
  const [isReading, setReading] = useState(false);
  const key = isDrawing ? 'reader.area.hint' : wordsNotice(item, text);
  if (key === null) return null;
  return (
    <div className="pdf-notice" role="status">
      <span>{t(key)}</span>
      {key === 'reader.pdf.locked.no-text' && canWrite ? (
        <Button size="s" onPress={() => setReading(true)}>
          {t('reader.pdf.locked.read-now')}
        </Button>
      ) : null}
      {isReading ? <ReadWordsDialog itemId={item.id} onClose={() => setReading(false)} /> : null}
    </div>
  );
}

function wordsNotice(item: Item, text: CanonicalText | null): MessageKey | null {
  if (text !== null) return text.kind === 'unlocked' ? 'reader.pdf.locked.quoting' : null;
  if (item.textLength !== null) return null;
  return item.gaps.some(({ reason }) => reason === 'pdf-locked') ? 'reader.pdf.locked.no-text' : 'reader.pdf.no-text';
}
