import type { Claim } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import type { DatedEvent } from './statement-scene.ts';

/** What happened at each date the incident or its claims give: the incident's own first, then what most claims date. Pure. */
export function eventsOf(when: string | null, claims: readonly Pick<Claim, 'act' | 'when'>[]): DatedEvent[] {
  const dates = new Map<string, Map<string, number>>(when === null ? [] : [[when, new Map()]]);
  for (const claim of claims) {
    if (claim.when === null) continue;
    const acts = dates.get(claim.when) ?? new Map<string, number>();
    dates.set(claim.when, acts.set(claim.act, (acts.get(claim.act) ?? 0) + 1));
  }
  const total = (acts: Map<string, number>) => [...acts.values()].reduce((sum, count) => sum + count, 0);
  return [...dates]
    .map(([at, acts]) => ({ when: at, isOwn: at === when, claims: total(acts), label: labelOf(acts, at === when) }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.claims - a.claims || (a.when < b.when ? -1 : 1))
    .map(({ when: at, label }) => ({ when: at, label }));
}

function labelOf(acts: ReadonlyMap<string, number>, isOwn: boolean): string {
  const words = [...acts].sort(([, a], [, b]) => b - a).map(([act, count]) => t('incident.event.claims', { act, count }));
  return [...(isOwn ? [t('incident.event.incident')] : []), ...words].join(', ');
}
