import type { CanonicalText, Item } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import type { WordsProps } from '../reader/surface/use-surfaces.ts';
import { TextViewer } from '../reader/text/text-viewer.tsx';
import { utcWords } from '../ui/times.tsx';
import './ocr-reading.css';

type OcrReadingProps = { item: Item; text: CanonicalText; label: string; words: WordsProps };

/** What was read from pages or a picture as running words, under a line that says what read it and when. */
export function OcrReading({ item, text, label, words }: OcrReadingProps) {
  const { tool = null, toolVersion = null, createdAt = '' } = item.files.find(({ id }) => id === text.fileId) ?? {};
  return (
    <div className="ocr-reading">
      <p className="ocr-reading-by muted">
        {t('ocr.by', { tool: tool ?? '', version: toolVersion ?? '', at: createdAt === '' ? '' : utcWords(createdAt) })}
      </p>
      <TextViewer label={label} text={text.text} language={text.language ?? item.language} typeface="read" {...words} />
    </div>
  );
}
