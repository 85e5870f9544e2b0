import './text-kind-note.css';
import { assertNever } from '#shared/errors.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';

type Standing = { textKind: TextKind | null; textConfidence?: number | null };

/** Says of quoted words that they are not what the source itself says; nothing for those that are. `isShort`: where room is short; the rest when pointed at. */
export function TextKindNote({ textKind, textConfidence = null, isShort = false }: Standing & { isShort?: boolean }) {
  const whole = textKindWords({ textKind, textConfidence });
  if (whole === null) return null;
  return (
    <span className="text-kind-note">
      <Chip tone="pending" {...(textKind === 'ocr' ? { title: `${whole}. ${t('ocr.chip.hint')}` } : {})}>
        {isShort && textKind === 'ocr' ? t('ocr.chip.short') : whole}
      </Chip>
    </span>
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
