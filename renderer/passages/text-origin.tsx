import './text-origin.css';
import { t } from '../messages/index.ts';
import { languageName, makerOf } from '../reader/transcripts/track-words.ts';
import { useCall } from '../shell/engine.ts';

/**
 * What the words of a passage are when they are not the source's own: read by OCR, written down from speech, translated,
 * and by whom. Nothing for words of the canonical text. Stands wherever such words are quoted.
 */
export function TextOrigin({ itemId, textFileId }: { itemId: string; textFileId: string | null }) {
  const { data } = useCall('items.texts', { id: itemId }, { enabled: textFileId !== null });
  const text = textFileId === null ? undefined : data?.texts.find(({ fileId }) => fileId === textFileId);
  if (text === undefined || text.kind === 'canonical') return null;
  const { kind, language } = text;
  const maker = kind === 'transcript' || kind === 'translation' ? makerOf(text) : null;
  const words = kind === 'translation' ? t('text-origin.translation', { maker: maker ?? '' }) : t(`text-origin.${kind}`);
  const rest = [kind === 'transcript' ? maker : null, language === null ? null : languageName(language)];
  return <span className="text-origin">{[words, ...rest].filter((part) => part !== null).join(' · ')}</span>;
}
