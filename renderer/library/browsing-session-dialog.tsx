import { SessionFacts } from '../hands-on/session-facts.tsx';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** What the case's browsing session holds on this computer, and the way to take it away. */
export function BrowsingSessionDialog({ onClose }: { onClose: () => void }) {
  const info = useCall('handsOn.sessionInfo', {});
  const wiping = useAct('handsOn.wipe');
  const wipe = () =>
    wiping.mutate(
      {},
      {
        onSuccess: () => {
          notify({ tone: 'good', title: t('hands-on.session.wiped') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('hands-on.session.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="danger" isDisabled={wiping.isPending} onPress={wipe}>
            {t('hands-on.session.wipe')}
          </Button>
        </>
      }
    >
      <SessionFacts info={info.data ?? null} />
    </Dialog>
  );
}
