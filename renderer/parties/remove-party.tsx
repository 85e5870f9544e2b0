import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** The engine refuses while claims name the party, and says how many. */
export function RemoveParty({ id, onClose, onRemoved }: { id: string; onClose: () => void; onRemoved?: () => void }) {
  const remove = useAct('parties.remove');
  const done = () => {
    onClose();
    notify({ tone: 'good', title: t('parties.removed') });
    onRemoved?.();
  };
  return (
    <ReasonDialog
      title={t('parties.remove.title')}
      text={t('parties.remove.text')}
      confirm={t('parties.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ id, reason }, { onSuccess: done, onError: onClose })}
    />
  );
}
