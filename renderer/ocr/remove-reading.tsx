import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { IconButton } from '../ui/button.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** Takes a reading out of the case, such as one in the wrong language; refused while passages stand on it. */
export function RemoveReading({ fileId }: { fileId: string }) {
  const [isAsking, setAsking] = useState(false);
  const remove = useAct('files.remove');
  const confirm = (reason: string) =>
    remove.mutate(
      { fileId, reason },
      { onSuccess: () => notify({ tone: 'plain', title: t('ocr.removed') }), onSettled: () => setAsking(false) },
    );
  return (
    <>
      <IconButton label={t('ocr.remove')} icon={Trash2} onPress={() => setAsking(true)} />
      <ReasonDialog
        title={t('ocr.remove')}
        text={t('ocr.remove.text')}
        confirm={t('ocr.remove.confirm')}
        isOpen={isAsking}
        isPending={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={confirm}
      />
    </>
  );
}
