import { useMemo } from 'react';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../../messages/index.ts';
import { FewFirst } from '../few-first.tsx';
import { isolated } from '../../ui/isolated.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { eventsOf } from './events.ts';
import { StatementPicture } from './statement-picture.tsx';
import { StatementTable } from './statement-table.tsx';

const FEW = 3;

export type StatementsSectionProps = { incident: Incident; analysis: IncidentAnalysis; claims: readonly Claim[]; index: AnalysisIndex };

/** Statements along time and in a list; a denial and the admission after it both stay. */
export function StatementsSection({ incident, analysis: { statements, turns }, claims, index }: StatementsSectionProps) {
  const events = useMemo(() => eventsOf(incident.when, claims), [incident.when, claims]);
  return (
    <section className="incident-part" aria-labelledby="incident-statements">
      <h2 id="incident-statements">{t('incident.statements')}</h2>
      {turns.length === 0 ? null : (
        <div className="turns" role="group" aria-label={t('incident.turns')}>
          <FewFirst
            items={turns}
            few={FEW}
            itemKey={({ fromClaimId, toClaimId }) => `${fromClaimId} ${toClaimId}`}
            more={(count) => t('incident.turns.more', { count })}
          >
            {(turn) => t('incident.turn', { ...turn, speaker: isolated(turn.speaker) })}
          </FewFirst>
        </div>
      )}
      <StatementPicture statements={statements} turns={turns} events={events} index={index} />
      <StatementTable statements={statements} index={index} />
    </section>
  );
}
