import './backup.css';
import { useState } from 'react';
import type { BackupResult } from '#shared/model/backup.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { notifyError } from '../ui/toast.tsx';
import { lastPlace, rememberPlace } from './backup-place.ts';
import { JobProgress } from './job-progress.tsx';
import { LastBackupLine } from './last-backup-line.tsx';
import { LostBlobs } from './lost-blobs.tsx';

/** Copies the case to where the person says, and tells what is there now. */
export function BackupDialog({ info, onClose }: { info: CaseInfo; onClose: () => void }) {
  const [check, setCheck] = useState(false);
  const [out, setOut] = useState(() => lastPlace(info.caseId));
  const copying = useJobCall('case.backup');
  const run = (path: string) => {
    setOut(path);
    rememberPlace(info.caseId, path);
    copying.run({ out: path, check });
  };
  const choose = async () => {
    const { path } = await call('dialogs.backupTarget', { title: info.title });
    if (path !== null) run(path);
  };
  const start = () => void choose().catch(notifyError);
  const { result, isRunning, error } = copying;
  const isDone = result !== undefined && !isRunning;
  return (
    <Dialog
      title={isDone ? t('backup.done') : t('backup.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        isRunning ? (
          <Button onPress={copying.cancel}>{t('ui.cancel')}</Button>
        ) : (
          <Ways isDone={isDone} again={out === null ? null : () => run(out)} choose={start} onClose={onClose} />
        )
      }
    >
      {isDone ? (
        <Done result={result} />
      ) : (
        <>
          <p className="muted">{t('backup.text')}</p>
          <LastBackupLine info={info} />
          {out === null ? null : <Facts facts={[{ label: t('backup.there'), value: <span dir="ltr">{out}</span> }]} />}
          <div className="backup-check">
            <Checkbox isSelected={check} onChange={setCheck} isDisabled={isRunning}>
              {t('backup.check')}
            </Checkbox>
            <span className="muted">{t('backup.check.hint')}</span>
          </div>
        </>
      )}
      {isRunning ? <JobProgress label={t('backup.running')} subject={copying.subject} fraction={copying.fraction} /> : null}
      {error === null || isRunning ? null : <ErrorNotice error={error} />}
    </Dialog>
  );
}

type WaysProps = { isDone: boolean; again: (() => void) | null; choose: () => void; onClose: () => void };

function Ways({ isDone, again, choose, onClose }: WaysProps) {
  if (isDone)
    return (
      <Button variant="go" onPress={onClose}>
        {t('ui.close')}
      </Button>
    );
  return (
    <>
      <Button variant={again === null ? 'go' : 'plain'} onPress={choose}>
        {t('backup.choose')}
      </Button>
      {again === null ? null : (
        <Button variant="go" onPress={again}>
          {t('backup.again')}
        </Button>
      )}
    </>
  );
}

function Done({ result }: { result: BackupResult }) {
  const { path, blobs, bytes, copied, copiedBytes, mended, journal, lost } = result;
  const files = (count: number, size: number) => t('backup.blobs.value', { blobs: count, size: sizeWords(size) });
  return (
    <>
      <LostBlobs title={t('backup.lost', { count: lost.length })} text={t('backup.lost.text')} lost={lost} />
      <Facts
        facts={[
          { label: t('backup.path'), value: <span dir="ltr">{path}</span> },
          { label: t('backup.blobs'), value: files(blobs, bytes) },
          { label: t('backup.copied'), value: copied === 0 ? t('backup.copied.none') : files(copied, copiedBytes) },
          { label: t('backup.mended'), value: mended === 0 ? null : mended.toLocaleString('en') },
          { label: t('backup.head'), value: `${journal.seq.toLocaleString('en')}, ${journal.hash.slice(0, 16)}…` },
        ]}
      />
      <p className="muted">{t('backup.key')}</p>
      <div>
        <Button size="s" onPress={() => void call('files.reveal', { path }).catch(notifyError)}>
          {t('export.reveal')}
        </Button>
      </div>
    </>
  );
}
