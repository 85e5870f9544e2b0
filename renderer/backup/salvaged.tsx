import type { SalvageReport } from '#shared/model/backup.ts';
import { t } from '../messages/index.ts';
import { Facts } from '../ui/facts.tsx';
import { sizeWords } from '../ui/sizes.ts';

/** What was saved of a damaged case, and what is gone, in counts; each piece stands in SALVAGE.txt. */
export function Salvaged({ report }: { report: SalvageReport }) {
  const { folder, tables, journal, blobs, identity } = report;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const gone = goneLines(report);
  return (
    <>
      {identity === 'none' ? <p>{t('repair.none.text')}</p> : null}
      <Facts
        facts={[
          { label: t('backup.path'), value: <span dir="ltr">{folder}</span> },
          { label: t('repair.rows'), value: rows.toLocaleString('en') },
          { label: t('repair.journal'), value: journal.entries.toLocaleString('en') },
          { label: t('repair.files'), value: t('backup.blobs.value', { blobs: blobs.kept, size: sizeWords(blobs.bytes) }) },
        ]}
      />
      <section className="repair-gone">
        <h3>{t('repair.gone')}</h3>
        {gone.length === 0 ? (
          <p className="muted">{t('repair.gone.none')}</p>
        ) : (
          <ul>
            {gone.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <p className="muted">{t('repair.report')}</p>
    </>
  );
}

function goneLines({ journal, tables, blobs, dangling }: SalvageReport): string[] {
  return [
    ...journal.gaps.map(({ from, to }) => t('repair.gone.entries', { from, to })),
    ...tables
      .map(({ table, lost, refused }) => ({ table, count: lost.length + refused.length }))
      .filter(({ count }) => count > 0)
      .map((line) => t('repair.gone.rows', line)),
    ...(blobs.lost.length === 0 ? [] : [t('repair.gone.files', { count: blobs.lost.length })]),
    ...(dangling.length === 0 ? [] : [t('repair.gone.dangling', { count: dangling.length })]),
  ];
}
