import './backup.css';
import type { RestoreResult } from '#shared/model/backup.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { utcWords } from '../ui/times.tsx';
import { notifyError } from '../ui/toast.tsx';
import { JobProgress } from './job-progress.tsx';
import { LostBlobs } from './lost-blobs.tsx';

/** Makes a case out of a backup, with or without a case open, and offers to open it. */
export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const restoring = useJobCall('case.restore');
  const { result, isRunning, error } = restoring;
  const choose = async () => {
    const { folder: backup } = await call('dialogs.chooseBackup', {});
    if (backup === null) return;
    const { folder } = await call('dialogs.newCase', { title: t('restore.name') });
    if (folder !== null) restoring.run({ backup, folder });
  };
  const open = async ({ folder }: RestoreResult) => {
    await call('case.open', { folder });
    onClose();
  };
  const isDone = result !== undefined && !isRunning;
  return (
    <Dialog
      title={isDone ? t('restore.done') : t('restore.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        isRunning ? (
          <Button onPress={restoring.cancel}>{t('ui.cancel')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('ui.close')}</Button>
            {isDone ? (
              <Button variant="go" onPress={() => void open(result).catch(notifyError)}>
                {t('restore.open')}
              </Button>
            ) : (
              <Button variant="go" onPress={() => void choose().catch(notifyError)}>
                {t('restore.choose')}
              </Button>
            )}
          </>
        )
      }
    >
      {isDone ? <Done result={result} /> : <p className="muted">{t('restore.text')}</p>}
      {isRunning ? <JobProgress label={t('restore.running')} subject={restoring.subject} fraction={restoring.fraction} /> : null}
      {error === null || isRunning ? null : <ErrorNotice error={error} />}
    </Dialog>
  );
}

function Done({ result: { title, folder, backedUpAt, blobs, bytes, journal, lost } }: { result: RestoreResult }) {
  return (
    <>
      <LostBlobs title={t('restore.lost', { count: lost.length })} text={t('restore.lost.text')} lost={lost} />
      <Facts
        facts={[
          { label: t('casefile.of'), value: <bdi>{title}</bdi> },
          { label: t('backup.path'), value: <span dir="ltr">{folder}</span> },
          { label: t('restore.at'), value: `${utcWords(backedUpAt)} UTC` },
          { label: t('backup.blobs'), value: t('backup.blobs.value', { blobs, size: sizeWords(bytes) }) },
          { label: t('backup.head'), value: `${journal.seq.toLocaleString('en')}, ${journal.hash.slice(0, 16)}…` },
        ]}
      />
    </>
  );
}
