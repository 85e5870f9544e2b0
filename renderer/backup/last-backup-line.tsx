import type { CaseInfo } from '#shared/model/case.ts';
import { t } from '../messages/index.ts';
import { utcWords } from '../ui/times.tsx';
import { useLastBackup } from './last-backup.ts';

/** When the case was backed up last, and how much was done since. */
export function LastBackupLine({ info }: { info: CaseInfo }) {
  const last = useLastBackup(info.journal.entries);
  if (last === undefined) return null;
  if (last === null) return <p className="muted">{t('backup.never')}</p>;
  const { at, seq, since } = last;
  return (
    <p className="muted">
      {`${t('backup.last')}: ${t('backup.last.line', { at: utcWords(at), seq })}, ${t('backup.last.since', { count: since })}`}
    </p>
  );
}
