import './origins.css';
import type { IncidentAnalysis, Origin } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { openParty } from '../../shell/session.ts';
import { FewFirst } from '../few-first.tsx';
import type { AnalysisIndex } from '../origin-index.ts';
import { CircleNote } from './circle-note.tsx';
import { OriginLetter } from './origin-letter.tsx';

const FEW = 6;
/** Parts of the bar with a letter in them; more would be lines. */
const MOST_PARTS = 12;

export type OriginListProps = { analysis: Pick<IncidentAnalysis, 'origins' | 'circles'>; index: AnalysisIndex };

/** Whose voices the claims go back to, how many claims each has, and why they are one. */
export function OriginList({ analysis: { origins, circles }, index }: OriginListProps) {
  const known = origins.filter((one) => one.known);
  return (
    <section className="incident-part" aria-labelledby="incident-origins">
      <h2 id="incident-origins">{t('incident.origins')}</h2>
      {known.length === 0 ? <p className="muted">{t('incident.origins.none')}</p> : <OriginBar origins={known} index={index} />}
      <FewFirst
        className="origins"
        items={origins}
        few={FEW}
        itemKey={(origin) => origin.id}
        more={(count) => t('incident.origins.more', { count })}
      >
        {(origin) => <OriginRow origin={origin} hue={index.hueOf([origin.id])} />}
      </FewFirst>
      {circles.map((circle, at) => (
        <CircleNote key={at} circle={circle} />
      ))}
    </section>
  );
}

/** Many claims may be one voice: the bar is as wide as all claims, each part one origin. */
function OriginBar({ origins, index }: { origins: readonly Origin[]; index: AnalysisIndex }) {
  const shown = origins.slice(0, MOST_PARTS);
  const part = ({ label, claims }: Origin) => t('incident.origins.bar.part', { label, count: claims.length });
  return (
    <div className="origin-bar" role="img" aria-label={t('incident.origins.bar', { parts: shown.map(part).join(', ') })}>
      {shown.map((origin) => (
        <span key={origin.id} data-hue={index.hueOf([origin.id])} style={{ flexGrow: origin.claims.length }} title={part(origin)}>
          {part(origin)}
        </span>
      ))}
    </div>
  );
}

function OriginRow({ origin, hue }: { origin: Origin; hue: string }) {
  const { label, speakers, claims, known } = origin;
  return (
    <div className="origin">
      {known ? <OriginLetter label={label} hue={hue} /> : <span className="faint">–</span>}
      <span className="origin-speakers">
        {speakers.length === 0 ? <span className="muted">{t('incident.origins.nobody')}</span> : null}
        {speakers.map(({ partyId, name }, at) => (
          <span key={partyId}>
            {at === 0 ? '' : ', '}
            <button type="button" className="row-link" dir="auto" onClick={() => openParty(partyId)}>
              {name}
            </button>
          </span>
        ))}
      </span>
      <span className="muted number">{t('incident.origins.claims', { count: claims.length })}</span>
      <span className="origin-why">{whyWords(origin)}</span>
    </div>
  );
}

function whyWords({ why, claims, roots }: Origin): string {
  return why.map((one) => t(`incident.why.${one}`, { count: claims.length - roots.length })).join('; ');
}
