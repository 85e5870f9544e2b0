import { useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { inspect, itemInUse, useSession } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { notify } from '../../ui/toast.tsx';

export function RemovePassage({ passage }: { passage: Passage }) {
  const [isAsking, setAsking] = useState(false);
  const remove = useAct('passages.remove');
  const confirm = async (reason: string) => {
    await remove.mutateAsync({ id: passage.id, reason });
    const isInReader = itemInUse(useSession.getState()) === passage.itemId;
    inspect(isInReader ? { kind: 'passages', itemId: passage.itemId, passageId: null } : { kind: 'closed' });
    notify({ tone: 'plain', title: t('passage.removed') });
  };
  return (
    <>
      <Button variant="quiet" size="s" onPress={() => setAsking(true)}>
        {t('passage.remove')}
      </Button>
      <ReasonDialog
        title={t('passage.remove.title')}
        text={t('passage.remove.text')}
        confirm={t('passage.remove.confirm')}
        isOpen={isAsking}
        isPending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => void confirm(reason).catch(() => setAsking(false))}
      />
    </>
  );
}
