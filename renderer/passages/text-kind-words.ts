import { assertNever } from '#shared/errors.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import { t } from '../messages/index.ts';

/** What words are of; `textConfidence` of OCR, 0 to 100. */
export type WordsOf = { textKind: TextKind | null; textConfidence?: number | null };

/** What words stand in, when that is not what the source itself says; null for words of the source. */
export function textKindWords({ textKind, textConfidence = null }: WordsOf): string | null {
  switch (textKind) {
    case null:
    case 'canonical':
      return null;
    case 'ocr':
      return textConfidence === null ? t('ocr.chip') : t('ocr.chip.sure', { confidence: textConfidence });
    case 'transcript':
      return t('kind.transcript');
    case 'translation':
      return t('kind.translation');
    case 'unlocked':
      return t('kind.unlocked');
    default:
      return assertNever(textKind);
  }
}
