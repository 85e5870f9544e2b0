import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';

/** Keeps graphic media blurred and without colour, out of reach of pointer and keyboard, until asked for. */
export function GraphicVeil({ isVeiled, onShow, children }: { isVeiled: boolean; onShow: () => void; children: ReactNode }) {
  return (
    <div className="veiled" data-veiled={isVeiled}>
      <div className="veiled-content" inert={isVeiled}>
        {children}
      </div>
      {isVeiled ? (
        <div className="veiled-ask" role="alert">
          <EyeOff aria-hidden />
          <strong>{t('reader.graphic.title')}</strong>
          <span>{t('reader.graphic.text')}</span>
          <Button onPress={onShow}>{t('reader.graphic.show')}</Button>
        </div>
      ) : null}
    </div>
  );
}
