import type { Claim } from '#shared/model/claims.ts';
import { t } from '../../messages/index.ts';
import type { DatedEvent } from './statement-scene.ts';

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
