import type { Claim } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { AttributionChain } from '../attribution-chain.tsx';
import { OriginWords } from './origin-words.tsx';
import { RepeatList } from './repeat-list.tsx';

/** The picture of how a claim came to us: its own chain, the origin it goes back to and the claims that repeat one another. */
export function ChainSection({ claim, names }: { claim: Claim; names: ReadonlyMap<string, string> }) {
  const { data, error } = useCall('claims.relations', { id: claim.id });
  const analysis = useCall('analysis.incident', { incidentId: claim.incidentId ?? '' }, { enabled: claim.incidentId !== null }).data;
  const circles = analysis?.circles.filter((circle) => circle.claims.includes(claim.id)) ?? [];
  const circle = new Set(circles.flatMap(({ parties }) => parties.map((party) => party.partyId)));
  return (
    <section aria-label={t('claim.chain')}>
      <h2>{t('claim.chain')}</h2>
      <AttributionChain claim={claim} names={names} circle={circle} />
      <h3 className="chain-origin">{t('chain.origin')}</h3>
      {error === null ? null : <ErrorNotice error={error} />}
      <OriginWords id={claim.id} family={data?.family} analysis={analysis} />
      {data === undefined || data.family.total < 2 ? null : <RepeatList family={data.family} id={claim.id} />}
    </section>
  );
}
