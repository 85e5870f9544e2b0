import { useRef, type KeyboardEvent } from 'react';
import type { CanonicalText } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { maskedText, trimmedRange, type DraftRegion, type Place } from '../draft-regions.ts';

type WordsStageProps = { name: string; text: CanonicalText; list: readonly DraftRegion[]; onAdd: (places: readonly Place[]) => void };

/**
 * The text to select words in, by mouse or with Shift and arrows. A text field that cannot be typed in: what is selected
 * in it is counted in the units of the text itself.
 */
export function WordsStage({ name, text, list, onAdd }: WordsStageProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const add = () => {
    const { selectionStart, selectionEnd } = field.current!;
    const range = trimmedRange(text.text, selectionStart, selectionEnd);
    if (range !== null) onAdd([{ kind: 'words', ...range, textFileId: text.kind === 'canonical' ? null : text.fileId }]);
    field.current!.setSelectionRange(selectionEnd, selectionEnd);
    field.current!.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className="redaction-stage">
      <div className="redaction-tools">
        <span className="muted">{t('redaction.words.hint')}</span>
        <Button size="s" onPress={add}>
          {t('redaction.words.add')}
        </Button>
      </div>
      <textarea
        className="redaction-text selectable"
        ref={field}
        readOnly
        dir="auto"
        spellCheck={false}
        aria-label={t('redaction.words.label', { name })}
        value={maskedText(text, list)}
        onKeyDown={press}
      />
    </div>
  );
}
