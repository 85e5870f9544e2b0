import { SquareDashed } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { ToggleIcon } from '../../ui/toggle-icon.tsx';

/** Whether boxes are drawn, and how. */
export function DrawTool({ isDrawing, onToggle }: { isDrawing: boolean; onToggle: () => void }) {
  return (
    <>
      <ToggleIcon label={t('redaction.draw')} icon={SquareDashed} isOn={isDrawing} onToggle={onToggle} />
      <span className="muted truncate">{t(isDrawing ? 'redaction.draw.hint' : 'redaction.draw')}</span>
    </>
  );
}
