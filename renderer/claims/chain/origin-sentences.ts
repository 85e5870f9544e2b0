import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { RepeatFamily } from '#shared/model/claim-relations.ts';
import { t } from '../../messages/index.ts';
import { rootsOf } from './repeat-tree.ts';

/** What a claim goes back to, and how many claims say the same after it. Pure. */
export function repeatWords(id: string, family: RepeatFamily): string {
  const count = family.total - 1;
  if (count === 0) return t('chain.alone');
  const roots = rootsOf(family, id);
  if (roots.length === 1 && roots[0]?.id === id) return t('chain.is-root', { count });
  const speakers = [...new Set(roots.map((root) => root.speaker ?? t('chain.nobody')))].join(', ');
  return t('chain.goes-back', { count: family.total - roots.length, speakers });
}

/** How many claims of the incident come from one independent origin, and why they are one. Pure. */
export function originWords({ known, label, claims, why }: IncidentAnalysis['origins'][number]): string {
  if (!known) return t('chain.unknown-origin');
  if (claims.length === 1) return t('chain.own-origin', { label });
  return t('chain.one-origin', { count: claims.length, label, why: why.map((one) => t(`chain.why.${one}`)).join(', ') });
}

/** Sources that lean on each other, back to the first: "A → B → A". Pure. */
export function circleWords({ parties }: IncidentAnalysis['circles'][number]): string {
  return [...parties, ...parties.slice(0, 1)].map((party) => party.name).join(' → ');
}
