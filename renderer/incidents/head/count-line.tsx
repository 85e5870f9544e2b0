import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';

type Counted = Pick<IncidentAnalysis, 'claims' | 'statements' | 'independentOrigins' | 'origins'>;

/** "9 claims from 7 speakers, but only 2 independent origins": how much is said against how many voices say it. */
export function CountLine({ analysis: { claims, statements, independentOrigins, origins } }: { analysis: Counted }) {
  const speakers = new Set(statements.flatMap(({ speakerId }) => speakerId ?? [])).size;
  const unknown = origins.filter((one) => !one.known).reduce((sum, one) => sum + one.claims.length, 0);
  if (claims === 0) return <p className="incident-counts">{t('incident.count.claims', { count: 0 })}</p>;
  return (
    <p className="incident-counts">
      <strong>{t('incident.count.claims', { count: claims })}</strong>
      {t('incident.count.speakers', { count: speakers })}
      {independentOrigins < speakers && independentOrigins > 0 ? t('incident.count.fewer') : t('incident.count.same')}
      <strong>{t('incident.count.origins', { count: independentOrigins })}</strong>
      {unknown === 0 ? null : t('incident.count.unknown', { count: unknown })}.
    </p>
  );
}
