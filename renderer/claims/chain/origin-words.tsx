import { RefreshCcw } from 'lucide-react';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { RepeatFamily } from '#shared/model/claim-relations.ts';
import { t } from '../../messages/index.ts';
import { rootsOf } from './repeat-tree.ts';

/** In words: what a claim goes back to, how many claims say the same after it, and how many independent origins that makes. */
export function OriginWords({
  id,
  family,
  analysis,
}: {
  id: string;
  family: RepeatFamily | undefined;
  analysis: IncidentAnalysis | undefined;
}) {
  return (
    <div className="origin-words">
      {family === undefined ? null : <p>{repeatWords(id, family)}</p>}
      {analysis?.origins
        .filter((origin) => origin.claims.includes(id))
        .map((origin) => (
          <p key={origin.id} data-origin={origin.label}>
            {originWords(origin)}
          </p>
        ))}
      {analysis?.circles
        .filter((circle) => circle.claims.includes(id))
        .map((circle, at) => (
          <p key={at} className="origin-circle" role="note">
            <RefreshCcw aria-hidden />
            <span>
              {t('chain.circle.title')}:{' '}
              <bdi>{[...circle.parties, ...circle.parties.slice(0, 1)].map((party) => party.name).join(' → ')}</bdi>
            </span>
          </p>
        ))}
    </div>
  );
}

function repeatWords(id: string, family: RepeatFamily): string {
  const count = family.total - 1;
  if (count === 0) return t('chain.alone');
  const roots = rootsOf(family, id);
  if (roots.length === 1 && roots[0]?.id === id) return t('chain.is-root', { count });
  const speakers = [...new Set(roots.map((root) => root.speaker ?? t('chain.nobody')))].join(', ');
  return t('chain.goes-back', { count: family.total - roots.length, speakers });
}

function originWords({ known, label, claims, why }: IncidentAnalysis['origins'][number]): string {
  if (!known) return t('chain.unknown-origin');
  if (claims.length === 1) return t('chain.own-origin', { label });
  return t('chain.one-origin', { count: claims.length, label, why: why.map((one) => t(`chain.why.${one}`)).join(', ') });
}
