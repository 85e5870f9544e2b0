import './custody.css';
import type { CaseFileReport } from '#shared/model/proof.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { Progress } from '../ui/progress.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { notifyError } from '../ui/toast.tsx';
import { Checked } from './checked.tsx';
import { Findings } from './findings.tsx';
import { useJobCall } from './job-dialog.ts';

/** Checks a case file, with or without a case open. */
export function VerifyFileDialog({ onClose }: { onClose: () => void }) {
  const checking = useJobCall('casefile.verify');
  const choose = async () => {
    const { path } = await call('dialogs.chooseCaseFile', {});
    if (path !== null) checking.run({ path });
  };
  const start = () => void choose().catch(notifyError);
  return (
    <Dialog
      title={t('casefile.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        checking.isRunning ? (
          <Button onPress={checking.cancel}>{t('ui.cancel')}</Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('ui.close')}</Button>
            <Button variant="go" onPress={start}>
              {t('casefile.choose')}
            </Button>
          </>
        )
      }
    >
      <p className="muted">{t('casefile.text')}</p>
      {checking.isRunning ? (
        <div role="status">
          <p className="truncate" dir="auto">{`${t('casefile.running')} ${checking.subject}`}</p>
          <Progress label={t('casefile.running')} fraction={checking.fraction} />
        </div>
      ) : null}
      {checking.error === null ? null : <ErrorNotice error={checking.error} />}
      {checking.result === undefined || checking.isRunning ? null : <FileReport report={checking.result} />}
    </Dialog>
  );
}

function FileReport({ report }: { report: CaseFileReport }) {
  const { checked, findings } = report;
  return (
    <>
      <header className={findings.length === 0 ? 'verdict verdict-good' : 'verdict verdict-bad'}>
        <h2>{findings.length === 0 ? t('casefile.none') : t('verify.findings', { count: findings.length })}</h2>
      </header>
      <Facts
        facts={[
          { label: t('casefile.of'), value: report.title },
          { label: t('casefile.exported'), value: report.exportedAt },
          { label: t('export.path'), value: <span dir="ltr">{report.path}</span> },
        ]}
      />
      <Findings findings={findings} canOpen={false} />
      <Checked
        counts={[
          { label: t('casefile.checked.files'), value: checked.files },
          { label: t('verify.checked.bytes'), value: sizeWords(checked.bytes) },
          { label: t('verify.checked.journal'), value: checked.journalEntries },
          { label: t('casefile.checked.seals'), value: checked.seals },
          { label: t('verify.checked.passages'), value: checked.passages },
          { label: t('verify.checked.claims'), value: checked.claims },
        ]}
      />
      <p className="custody-limits">{t('verify.limits')}</p>
    </>
  );
}
