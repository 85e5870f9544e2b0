import type { ItemRow } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { closeInspector, closeTab } from '../shell/session.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** Asks for the reason and takes an item out of the case. */
export function RemoveItem({ item, onClose }: { item: Pick<ItemRow, 'id' | 'title'>; onClose: () => void }) {
  const remove = useAct('items.remove');
  const confirm = (reason: string) =>
    remove.mutate(
      { id: item.id, reason },
      {
        onSuccess: () => {
          closeTab(item.id);
          closeInspector();
          notify({ tone: 'good', title: t('library.removed') });
        },
        onSettled: onClose,
      },
    );
  return (
    <ReasonDialog
      title={t('library.remove.title', { title: item.title })}
      text={t('library.remove.text')}
      confirm={t('library.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
