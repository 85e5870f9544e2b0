import { useEffect, useState } from 'react';
import type { SessionInfo } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SessionFacts } from './session-facts.tsx';
import { ask, tell } from './toolbar-state.ts';

export function SessionDialog({ onClose }: { onClose: () => void }) {
  const [info, setInfo] = useState<SessionInfo | null>(null);
  useEffect(() => void ask('session', {}).then((answer) => setInfo(answer as SessionInfo)), []);
  const wipe = () => {
    tell('wipe', {});
    onClose();
  };
  return (
    <Dialog
      title={t('hands-on.session.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="danger" onPress={wipe}>
            {t('hands-on.session.wipe')}
          </Button>
        </>
      }
    >
      <SessionFacts info={info} />
    </Dialog>
  );
}
