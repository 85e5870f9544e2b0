import './status-bar.css';
import { X } from 'lucide-react';
import type { CaseInfo } from '#shared/model/case.ts';
import type { Job } from '#shared/model/events.ts';
import { t } from '../messages/index.ts';
import { SealStatus } from '../seals/seal-status.tsx';
import { IconButton } from '../ui/button.tsx';
import { shortDigest } from '../ui/digest.tsx';
import { Progress } from '../ui/progress.tsx';
import { utcWords } from '../ui/times.tsx';
import { call } from './engine.ts';
import { jobFraction, useJobs } from './jobs.ts';

export function StatusBar({ info: { journal, lastVerified, caseFile } }: { info: CaseInfo }) {
  const running = useJobs((state) => state.running);
  const newest = running.at(-1);
  return (
    <footer className="status-bar">
      {caseFile === null ? null : (
        <strong className="status-case-file" title={caseFile}>
          {t('casefile.shown')}
        </strong>
      )}
      <span className="number">{t('shell.journal', { count: journal.entries })}</span>
      <span className="mono selectable" title={journal.head}>
        {t('shell.head', { head: shortDigest(journal.head) })}
      </span>
      <SealStatus />
      <span className="truncate">
        {lastVerified === null
          ? t('shell.verified.never')
          : t('shell.verified', { at: utcWords(lastVerified.at), count: lastVerified.findings })}
      </span>
      {newest === undefined ? null : <RunningJob job={newest} />}
      {running.length > 1 ? <span>{t('shell.jobs', { count: running.length })}</span> : null}
    </footer>
  );
}

function RunningJob({ job }: { job: Job }) {
  const label = t(`shell.job.${job.kind}`, { subject: job.subject });
  return (
    <span className="status-job" role="status">
      <span className="truncate" dir="auto">
        {label}
      </span>
      <Progress label={label} fraction={jobFraction(job)} />
      <IconButton label={t('ui.cancel')} icon={X} onPress={() => void call('jobs.cancel', { jobId: job.id })} />
    </span>
  );
}
