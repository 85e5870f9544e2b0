import { RefreshCcw } from 'lucide-react';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { RepeatFamily } from '#shared/model/claim-relations.ts';
import { t } from '../../messages/index.ts';
import { circleWords, originWords, repeatWords } from './origin-sentences.ts';

type OriginProps = { id: string; family: RepeatFamily | undefined; analysis: IncidentAnalysis | undefined };

/** In words: what a claim goes back to, how many claims say the same after it, and how many independent origins that makes. */
export function OriginWords({ id, family, analysis }: OriginProps) {
  const origins = analysis?.origins.filter((origin) => origin.claims.includes(id)) ?? [];
  const circles = analysis?.circles.filter((circle) => circle.claims.includes(id)) ?? [];
  return (
    <div className="origin-words">
      {family === undefined ? null : <p dir="auto">{repeatWords(id, family)}</p>}
      {origins.map((origin) => (
        <p key={origin.id}>{originWords(origin)}</p>
      ))}
      {circles.map((circle, at) => (
        <p key={at} className="origin-circle" role="note">
          <RefreshCcw aria-hidden />
          <span>
            {t('chain.circle.title')}: <bdi>{circleWords(circle)}</bdi>
          </span>
        </p>
      ))}
    </div>
  );
}
