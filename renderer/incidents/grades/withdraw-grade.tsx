import type { Grade } from '#shared/model/grades.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

/** Takes a grade out with a reason; what its person gave before is current again. */
export function WithdrawGrade({ grade, onClose }: { grade: Grade; onClose: () => void }) {
  const withdraw = useAct('grades.withdraw');
  return (
    <ReasonDialog
      title={t('incident.grade.withdraw.title')}
      text={t('incident.grade.withdraw.text')}
      confirm={t('incident.grade.withdraw.confirm')}
      isOpen
      isPending={withdraw.isPending}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate({ id: grade.id, reason }, { onSettled: onClose })}
    />
  );
}
