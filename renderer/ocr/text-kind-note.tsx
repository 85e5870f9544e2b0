import { assertNever } from '#shared/errors.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';

type Standing = { textKind: TextKind | null; textConfidence?: number | null };

/** Says of quoted words that they are not what the source itself says; nothing for those that are. */
export function TextKindNote(standing: Standing) {
  const words = textKindWords(standing);
  if (words === null) return null;
  return (
    <Chip tone="pending" {...(standing.textKind === 'ocr' ? { title: t('ocr.chip.hint') } : {})}>
      {words}
    </Chip>
  );
}

/** The same as plain words; null for words of the source itself. */
export function textKindWords({ textKind, textConfidence = null }: Standing): string | null {
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
