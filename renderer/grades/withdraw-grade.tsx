import type { Grade } from '#shared/model/grades.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';

/** Takes a grade out with a reason; what its person gave before is current again. */
export function WithdrawGrade({ grade, onClose }: { grade: Grade; onClose: () => void }) {
  const withdraw = useAct('grades.withdraw');
  const done = () => (onClose(), notify({ tone: 'plain', title: t('grades.withdrawn') }));
  return (
    <ReasonDialog
      title={t('grades.withdraw.title')}
      text={t('grades.withdraw.text')}
      confirm={t('grades.withdraw.confirm')}
      isOpen
      isPending={withdraw.isPending}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate({ id: grade.id, reason }, { onSuccess: done })}
    />
  );
}
