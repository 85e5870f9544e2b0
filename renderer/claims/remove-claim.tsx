import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

export function RemoveClaim({ claim, onClose, onRemoved }: { claim: Pick<Claim, 'id'>; onClose: () => void; onRemoved?: () => void }) {
  const remove = useAct('claims.remove');
  const confirm = (reason: string) =>
    remove.mutate(
      { id: claim.id, reason },
      {
        onSuccess: () => {
          onClose();
          notify({ tone: 'good', title: t('claims.removed') });
          onRemoved?.();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('claims.remove.title')}
      text={t('claims.remove.text')}
      confirm={t('claims.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
