import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { cancel } from './queue-calls.ts';

export function CancelAllDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const confirm = () => {
    void cancel({});
    onClose();
  };
  return (
    <Dialog
      title={t('queue.cancel.title', { count })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('queue.cancel.keep')}</Button>
          <Button variant="danger" onPress={confirm}>
            {t('queue.cancel.all')}
          </Button>
        </>
      }
    >
      <p>{t('queue.cancel.text')}</p>
    </Dialog>
  );
}
