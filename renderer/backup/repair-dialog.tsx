import './backup.css';
import { useState } from 'react';
import type { SalvageReport } from '#shared/model/backup.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { notifyError } from '../ui/toast.tsx';
import { JobProgress } from './job-progress.tsx';
import { Salvaged } from './salvaged.tsx';

/** Saves what can be read of a damaged case. `damaged` is its folder, where one would not open. */
export function RepairDialog({ damaged: given, onClose }: { damaged: string | null; onClose: () => void }) {
  const [damaged, setDamaged] = useState(given);
  const saving = useJobCall('case.repair');
  const { result, isRunning, error } = saving;
  const chooseDamaged = async () => {
    const { folder } = await call('dialogs.chooseCase', {});
    if (folder !== null) setDamaged(folder);
  };
  const go = async (from: string) => {
    const { folder } = await call('dialogs.newCase', { title: t('repair.name', { name: nameOf(from) }) });
    if (folder !== null) saving.run({ damaged: from, folder });
  };
  const open = async ({ folder }: SalvageReport) => {
    await call('case.open', { folder });
    onClose();
  };
  const isDone = result !== undefined && !isRunning;
  const doneTitle = result?.identity === 'none' ? t('repair.done.none') : t('repair.done');
  return (
    <Dialog
      title={isDone ? doneTitle : t('repair.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        isRunning ? (
          <Button onPress={saving.cancel}>{t('ui.cancel')}</Button>
        ) : isDone ? (
          <Ending onClose={onClose} open={result.identity === 'none' ? null : () => void open(result).catch(notifyError)} />
        ) : (
          <Ways
            choose={() => void chooseDamaged().catch(notifyError)}
            go={damaged === null ? null : () => void go(damaged).catch(notifyError)}
          />
        )
      }
    >
      {isDone ? (
        <Salvaged report={result} />
      ) : (
        <>
          <p className="muted">{t('repair.text')}</p>
          <p>{t('repair.backup-first')}</p>
          {damaged === null ? null : <Facts facts={[{ label: t('repair.damaged'), value: <span dir="ltr">{damaged}</span> }]} />}
        </>
      )}
      {isRunning ? <JobProgress label={t('repair.running')} subject={saving.subject} fraction={saving.fraction} /> : null}
      {error === null || isRunning ? null : <ErrorNotice error={error} />}
    </Dialog>
  );
}

function Ending({ open, onClose }: { open: (() => void) | null; onClose: () => void }) {
  return (
    <>
      <Button onPress={onClose}>{t('ui.close')}</Button>
      {open === null ? null : (
        <Button variant="go" onPress={open}>
          {t('restore.open')}
        </Button>
      )}
    </>
  );
}

function Ways({ choose, go }: { choose: () => void; go: (() => void) | null }) {
  return (
    <>
      <Button variant={go === null ? 'go' : 'plain'} onPress={choose}>
        {t('repair.choose')}
      </Button>
      {go === null ? null : (
        <Button variant="go" onPress={go}>
          {t('repair.go')}
        </Button>
      )}
    </>
  );
}

function nameOf(folder: string): string {
  const name = folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
  return name.replace(/\.holdfast$/, '');
}
