import { useMemo } from 'react';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../../messages/index.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { StatementPicture } from './statement-picture.tsx';
import type { DatedEvent } from './statement-scene.ts';
import { StatementTable } from './statement-table.tsx';

export type StatementsSectionProps = { incident: Incident; analysis: IncidentAnalysis; claims: readonly Claim[]; index: AnalysisIndex };

/** Statements along time and in a list; a denial and the admission after it both stay. */
export function StatementsSection({ incident, analysis: { statements, turns }, claims, index }: StatementsSectionProps) {
  const events = useMemo(() => eventsOf(incident.when, claims), [incident.when, claims]);
  return (
    <section className="incident-part" aria-labelledby="incident-statements">
      <h2 id="incident-statements">{t('incident.statements')}</h2>
      {turns.length === 0 ? null : (
        <ul className="turns" aria-label={t('incident.turns')}>
          {turns.map((turn) => (
            <li key={`${turn.fromClaimId} ${turn.toClaimId}`} dir="auto">
              {t('incident.turn', turn)}
            </li>
          ))}
        </ul>
      )}
      <StatementPicture statements={statements} turns={turns} events={events} index={index} />
      <StatementTable statements={statements} index={index} />
    </section>
  );
}

/** When the incident was, and each act as claims date it, the most claimed first. Pure. */
export function eventsOf(when: string | null, claims: readonly Pick<Claim, 'act' | 'when'>[]): DatedEvent[] {
  const counts = new Map<string, { when: string; act: string; count: number }>();
  for (const claim of claims) {
    if (claim.when === null) continue;
    const key = `${claim.when} ${claim.act}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { when: claim.when, act: claim.act, count: 1 });
    else known.count++;
  }
  const own = when === null ? [] : [{ when, label: t('incident.event.incident') }];
  const acts = [...counts.values()].sort((a, b) => b.count - a.count || (a.when < b.when ? -1 : 1));
  return [...own, ...acts.map(({ when: at, act, count }) => ({ when: at, label: t('incident.event.claims', { act, count }) }))];
}
