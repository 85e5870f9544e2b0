import '../ui/plain-table.css';
import './merge.css';
import type { MergeReport } from '#shared/model/merges.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';
import { Facts } from '../ui/facts.tsx';
import { sizeWords } from '../ui/sizes.ts';

const MOST = 12;
const columns = ['added', 'changed', 'removed', 'restored'] as const;

/** What a merge brings, and what of it both had changed. */
export function MergePlan({ report, isDone, isNothing }: { report: MergeReport; isDone: boolean; isNothing: boolean }) {
  const { kinds, conflicts, files } = report;
  return (
    <>
      <Facts
        facts={[
          { label: t('merge.source'), value: <span dir="auto">{report.source}</span> },
          { label: t('merge.fork'), value: report.fork.seq.toLocaleString('en') },
          { label: t('merge.since'), value: t('merge.since.value', { ours: report.entries.ours, theirs: report.entries.theirs }) },
          {
            label: t('merge.files'),
            value: files.count === 0 ? null : t('merge.files.value', { count: files.count, size: sizeWords(files.bytes) }),
          },
          { label: t('merge.alike'), value: report.alike === 0 ? null : report.alike.toLocaleString('en') },
          {
            label: t('merge.absent'),
            value: report.absent === 0 ? null : `${report.absent.toLocaleString('en')} · ${t('merge.absent.hint')}`,
          },
        ]}
      />
      {isNothing || (kinds.length === 0 && conflicts.length === 0) ? (
        <div className="verdict">
          <h3>{t('merge.nothing')}</h3>
          {report.entries.theirs === 0 || !isDone ? <p>{t('merge.nothing.text')}</p> : null}
        </div>
      ) : null}
      {kinds.length === 0 ? null : (
        <table className="plain-table merge-counts">
          <caption>{t(isDone ? 'merge.came' : 'merge.comes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('merge.kind')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`merge.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((count) => (
              <tr key={count.kind}>
                <th scope="row">{t(`merge.kind.${count.kind}`)}</th>
                {columns.map((column) => (
                  <td key={column} className="number">
                    {count[column] === 0 ? '' : count[column].toLocaleString('en')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isNothing ? null : <Disputed conflicts={conflicts} />}
    </>
  );
}

function Disputed({ conflicts }: Pick<MergeReport, 'conflicts'>) {
  return (
    <section className="merge-disputed">
      <h3>{t('merge.conflicts.count', { count: conflicts.length })}</h3>
      {conflicts.length === 0 ? null : <p className="muted">{t('merge.conflicts.kept')}</p>}
      <ul>
        {conflicts.slice(0, MOST).map(({ kind, cause, title }, index) => (
          <li key={`${kind} ${title} ${index}`}>
            <Chip tone="pending">{t(`merge.cause.${cause}`)}</Chip>
            <span className="truncate" dir="auto" title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      {conflicts.length > MOST ? <p className="faint">{t('merge.conflicts.more', { count: conflicts.length - MOST })}</p> : null}
    </section>
  );
}
