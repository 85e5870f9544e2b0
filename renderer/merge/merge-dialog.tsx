import './merge.css';
import { useState } from 'react';
import type { MergeReport } from '#shared/model/merges.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { notifyError } from '../ui/toast.tsx';
import { MergePlan } from './merge-plan.tsx';

/** Asks for the other copy, says what would come in, and merges it when the person agrees. */
export function MergeDialog({ onClose, onSettle }: { onClose: () => void; onSettle: () => void }) {
  const [path, setPath] = useState<string | null>(null);
  const looking = useJobCall('case.merge');
  const merging = useJobCall('case.merge');
  const look = (chosen: string | null) => {
    if (chosen === null) return;
    setPath(chosen);
    looking.run({ path: chosen, dryRun: true });
  };
  const chooseFolder = () =>
    void call('dialogs.chooseCase', {})
      .then(({ folder }) => look(folder))
      .catch(notifyError);
  const chooseFile = () =>
    void call('dialogs.chooseCaseFile', {})
      .then((chosen) => look(chosen.path))
      .catch(notifyError);
  const running = looking.isRunning ? looking : merging.isRunning ? merging : null;
  const report: MergeReport | undefined = merging.result ?? (merging.isRunning || looking.isRunning ? undefined : looking.result);
  const isDone = merging.result !== undefined;
  const isNothing = report !== undefined && report.kinds.length === 0 && report.conflicts.length === 0 && report.entries.theirs === 0;
  const actions = () => {
    if (running !== null) return <Button onPress={running.cancel}>{t('ui.cancel')}</Button>;
    if (isDone && report !== undefined && report.conflicts.length > 0)
      return (
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="go" onPress={onSettle}>
            {t('merge.settle.go')}
          </Button>
        </>
      );
    if (isDone || isNothing) return <Button onPress={onClose}>{t('ui.close')}</Button>;
    return (
      <>
        <Button onPress={chooseFile}>{t('merge.choose.file')}</Button>
        <Button variant={report === undefined ? 'go' : 'plain'} onPress={chooseFolder}>
          {t('merge.choose.folder')}
        </Button>
        {report === undefined || path === null ? null : (
          <Button variant="go" onPress={() => merging.run({ path, dryRun: false })}>
            {t('merge.go')}
          </Button>
        )}
      </>
    );
  };
  return (
    <Dialog title={isDone ? t('merge.done') : t('merge.title')} isOpen onClose={onClose} wide actions={actions()}>
      {report === undefined ? (
        <p className="muted">{t('merge.text')}</p>
      ) : (
        <MergePlan report={report} isDone={isDone} isNothing={isNothing} />
      )}
      {running === null ? null : <Running label={t(looking.isRunning ? 'merge.looking' : 'merge.merging')} {...running} />}
      {looking.error === null ? null : <ErrorNotice error={looking.error} />}
      {merging.error === null ? null : <ErrorNotice error={merging.error} />}
    </Dialog>
  );
}

function Running({ label, subject, fraction }: { label: string; subject: string; fraction: number | null }) {
  return (
    <div role="status">
      <p className="truncate" dir="auto">{`${label}: ${subject}`}</p>
      <Progress label={label} fraction={fraction} />
    </div>
  );
}
