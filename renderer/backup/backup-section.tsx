import { HardDrive } from 'lucide-react';
import { t } from '../messages/index.ts';
import { useCaseInfo } from '../shell/case-info.ts';
import { runCommand } from '../shell/commands.ts';
import { Button } from '../ui/button.tsx';
import { LastBackupLine } from './last-backup-line.tsx';

/** When the case was backed up last, and the way to do it now. */
export function BackupSection() {
  const { data: info = null } = useCaseInfo();
  return (
    <section>
      <HardDrive aria-hidden />
      <h2>{t('backup.title')}</h2>
      <p className="muted">{t('backup.text')}</p>
      {info === null ? null : <LastBackupLine info={info} />}
      <Button onPress={() => runCommand('case.backup')}>{t('backup.command')}</Button>
    </section>
  );
}
