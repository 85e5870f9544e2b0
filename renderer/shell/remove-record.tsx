import { t } from '../messages/index.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';
import { useAct } from './engine.ts';

type RemoveRecordProps = { of: 'incidents' | 'parties'; id: string; onClose: () => void; onRemoved?: () => void };

/** Takes an incident or a party away. The engine refuses while claims lean on it, and says how many. */
export function RemoveRecord({ of, id, onClose, onRemoved }: RemoveRecordProps) {
  const remove = useAct(`${of}.remove`);
  const done = () => {
    onClose();
    notify({ tone: 'good', title: t(`${of}.removed`) });
    onRemoved?.();
  };
  return (
    <ReasonDialog
      title={t(`${of}.remove.title`)}
      text={t(`${of}.remove.text`)}
      confirm={t(`${of}.remove.confirm`)}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ id, reason }, { onSuccess: done, onError: onClose })}
    />
  );
}
