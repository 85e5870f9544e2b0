import './text-origin.css';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { languageName, makerOf } from '../reader/transcripts/track-words.ts';
import { useCall } from '../shell/engine.ts';
import { TextKindNote } from './text-kind-note.tsx';
import { textKindWords } from './text-kind-words.ts';

type Quoted = Pick<Passage, 'itemId' | 'textFileId'> & { textConfidence?: number | null };

/**
 * What the words of a passage are when they are not the source's own: read by OCR, written down from speech, translated,
 * and by whom. Nothing for words of the canonical text. Stands wherever such words are quoted.
 */
export function TextOrigin({ itemId, textFileId, textConfidence = null }: Quoted) {
  const { data } = useCall('items.texts', { id: itemId }, { enabled: textFileId !== null });
  const text = textFileId === null ? undefined : data?.texts.find(({ fileId }) => fileId === textFileId);
  if (text === undefined || text.kind === 'canonical') return null;
  const { kind, language } = text;
  if (kind === 'ocr') return <TextKindNote textKind={kind} textConfidence={textConfidence} />;
  const maker = kind === 'unlocked' ? null : makerOf(text);
  const words = kind === 'translation' ? t('text-origin.translation', { maker: maker ?? '' }) : textKindWords({ textKind: kind });
  const rest = [kind === 'transcript' ? maker : null, language === null ? null : languageName(language)];
  return <span className="text-origin">{[words, ...rest].filter((part) => part !== null).join(' · ')}</span>;
}
