import './capture-report-section.css';
import { captureWarningWords } from '#shared/capture-words.ts';
import type { CaptureReport } from '#shared/model/capture-report.ts';
import { isMessage, t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';

const tones: Record<CaptureReport['verdict'], ChipTone> = { good: 'proved', fair: 'pending', poor: 'broken' };

/** How good a capture is: the verdict, why, and what exactly is missing. */
export function CaptureReportSection({ itemId }: { itemId: string }) {
  const report = useCall('captures.report', { itemId });
  if (report.error !== null) return <ErrorNotice error={report.error} />;
  return report.data == null ? null : <Report report={report.data} />;
}

function Report({ report }: { report: CaptureReport }) {
  const { verdict, warnings, resources, text, images } = report;
  return (
    <section>
      <div className="capture-report-head">
        <h3>{t('report.title')}</h3>
        <Chip tone={tones[verdict]} title={t(`report.verdict.${verdict}.hint`)}>
          {t(`report.verdict.${verdict}`)}
        </Chip>
      </div>
      {warnings.length === 0 ? null : (
        <ul className="capture-report-warnings">
          {warnings.map((warning) => (
            <li key={warning.id}>{captureWarningWords(warning)}</li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          { label: t('report.exchanges'), value: t('report.exchanges.value', { kept: resources.kept, count: resources.exchanges }) },
          { label: t('report.text'), value: t('report.text.value', { percent: Math.floor(text.share * 100), count: text.liveWords }) },
          { label: t('report.images'), value: t('report.images.value', { kept: images.inSnapshot, live: images.live }) },
          {
            label: t('report.withheld'),
            value: resources.withheld === 0 ? null : t('report.withheld.value', { count: resources.withheld }),
          },
        ]}
      />
      <Addresses title={t('report.failed', { count: resources.failed.length })} rows={resources.failed} />
      <Addresses title={t('report.cut', { count: resources.cut.length })} rows={resources.cut} />
      <Addresses title={t('report.blocked', { count: resources.blocked.length })} rows={resources.blocked} />
      <Addresses
        title={t('report.not-recorded', { count: resources.notRecorded.length })}
        rows={resources.notRecorded.map((url) => ({ url, reason: '' }))}
      />
    </section>
  );
}

function Addresses({ title, rows }: { title: string; rows: readonly { url: string; reason: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <details className="capture-report-list">
      <summary>{title}</summary>
      <ul>
        {rows.map(({ url, reason }, index) => (
          <li key={index}>
            <span className="selectable capture-report-url" dir="ltr">
              {url}
            </span>
            {reason === '' ? null : <span className="faint">{reasonWords(reason)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function reasonWords(reason: string): string {
  const key = `report.reason.${reason}`;
  if (isMessage(key)) return t(key);
  return reason.startsWith('ERR_') ? reason.slice(4).replaceAll('_', ' ').toLowerCase() : reason;
}
