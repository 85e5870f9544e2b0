import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** The engine refuses while claims are about the incident, and says how many. */
export function RemoveIncident({ id, onClose, onRemoved }: { id: string; onClose: () => void; onRemoved?: () => void }) {
  const remove = useAct('incidents.remove');
  const done = () => {
    onClose();
    notify({ tone: 'good', title: t('incidents.removed') });
    onRemoved?.();
  };
  return (
    <ReasonDialog
      title={t('incidents.remove.title')}
      text={t('incidents.remove.text')}
      confirm={t('incidents.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ id, reason }, { onSuccess: done, onError: onClose })}
    />
  );
}
