import type { SessionInfo } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SessionFacts } from './session-facts.tsx';

type SessionViewProps = { info: SessionInfo | null; isWiping?: boolean; onWipe: () => void; onClose: () => void };

/** What the case's browsing session holds on this computer, and the way to take it away; for window and toolbar alike. */
export function SessionView({ info, isWiping = false, onWipe, onClose }: SessionViewProps) {
  return (
    <Dialog
      title={t('hands-on.session.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="danger" isDisabled={isWiping} onPress={onWipe}>
            {t('hands-on.session.wipe')}
          </Button>
        </>
      }
    >
      <SessionFacts info={info} />
    </Dialog>
  );
}
