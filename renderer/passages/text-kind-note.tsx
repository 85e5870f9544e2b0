import './text-kind-note.css';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';
import { textKindWords, type WordsOf } from './text-kind-words.ts';

/** Says of quoted words that they are not what the source itself says; nothing for those that are. `isShort`: where room is short; the rest when pointed at. */
export function TextKindNote({ textKind, textConfidence = null, isShort = false }: WordsOf & { isShort?: boolean }) {
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
