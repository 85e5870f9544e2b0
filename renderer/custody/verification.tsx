import { ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import type { VerifyReport } from '#shared/model/proof.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { utcWords } from '../ui/times.tsx';
import { Checked } from './checked.tsx';
import { Findings } from './findings.tsx';
import { cancelVerify, startVerify, useVerifyRun } from './verify-run.ts';

export function VerifyTools() {
  const { jobId } = useVerifyRun();
  const job = useJob(jobId);
  const interrupted = useCall('verify.interrupted', {}).data ?? null;
  if (jobId === null && interrupted !== null)
    return (
      <>
        <span className="muted truncate">{t('verify.interrupted', { at: utcWords(interrupted.startedAt), count: interrupted.blobs })}</span>
        <Button onPress={() => void startVerify()}>{t('verify.anew')}</Button>
        <Button variant="go" icon={ShieldCheck} onPress={() => void startVerify({ resume: true })}>
          {t('verify.resume')}
        </Button>
      </>
    );
  if (jobId === null)
    return (
      <Button variant="go" icon={ShieldCheck} keys="$mod+Shift+v" onPress={() => void startVerify()}>
        {t('verify.run')}
      </Button>
    );
  const label = t('verify.running', { subject: job?.subject ?? '…' });
  return (
    <div className="verify-running" role="status">
      <span className="truncate muted" dir="auto">
        {label}
      </span>
      <Progress label={label} fraction={job === null ? null : jobFraction(job)} />
      <Button size="s" onPress={cancelVerify}>
        {t('verify.cancel')}
      </Button>
    </div>
  );
}

/** What the last verification looked at and what did not hold. */
export function Verification() {
  const last = useCall('verify.last', {});
  if (last.error !== null)
    return (
      <div className="page">
        <ErrorNotice error={last.error} />
      </div>
    );
  if (last.data === undefined) return null;
  if (last.data === null) return <EmptyState icon={ShieldQuestionMark} title={t('verify.never.title')} text={t('verify.never.text')} />;
  return <Report report={last.data} />;
}

function Report({ report }: { report: VerifyReport }) {
  const { checked, findings } = report;
  const seconds = Math.max(0, (Date.parse(report.endedAt) - Date.parse(report.startedAt)) / 1000);
  return (
    <div className="page custody-report">
      <header className={findings.length === 0 ? 'verdict verdict-good' : 'verdict verdict-bad'}>
        <h1>{findings.length === 0 ? t('verify.none') : t('verify.findings', { count: findings.length })}</h1>
        <p className="muted">{t('verify.at', { at: utcWords(report.endedAt), seconds: seconds.toFixed(seconds < 10 ? 1 : 0) })}</p>
        {report.resumedFrom === null ? null : (
          <p className="muted">{t('verify.resumed', { at: utcWords(report.resumedFrom.startedAt), count: report.resumedFrom.blobs })}</p>
        )}
        {report.recorded ? null : <p className="muted">{t('verify.not-recorded')}</p>}
      </header>
      <Findings findings={findings} />
      <Checked
        counts={[
          { label: t('verify.checked.blobs'), value: checked.blobs },
          { label: t('verify.checked.bytes'), value: sizeWords(checked.bytes) },
          { label: t('verify.checked.files'), value: checked.files },
          { label: t('verify.checked.journal'), value: checked.journalEntries },
          { label: t('casefile.checked.seals'), value: checked.seals },
          { label: t('verify.checked.timestamps'), value: checked.timestamps },
          { label: t('verify.checked.texts'), value: checked.texts },
          { label: t('verify.checked.passages'), value: checked.passages },
          { label: t('verify.checked.evidence'), value: checked.evidence },
        ]}
      />
      <p className="custody-limits">{t('verify.limits')}</p>
    </div>
  );
}
