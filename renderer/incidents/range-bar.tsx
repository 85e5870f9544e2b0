import { numberWords } from '#shared/claims/figure-words.ts';
import { t } from '../messages/index.ts';
import { barOf, type Figure } from './bar-of.ts';

const WIDTH = 100;
const HEIGHT = 14;

/** What a figure allows, drawn on a scale from nothing to `top`. A side without a bound fades out; a number said without bounds is a ring. */
export function RangeBar({ figure, top }: { figure: Figure; top: number }) {
  const bar = barOf(figure, top);
  const denied = figure.modality === 'denies' || figure.modality === 'retracts';
  return (
    <svg
      className="range-bar"
      data-denied={denied}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={boundsWords(figure)}
    >
      <title>{boundsWords(figure)}</title>
      <line className="range-track" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {bar.open === null ? null : (
        <line className="range-open" x1={bar.open.from * WIDTH} x2={bar.open.to * WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      )}
      {bar.solid === null ? null : (
        <line className="range-solid" x1={bar.solid.from * WIDTH} x2={bar.solid.to * WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      )}
      {bar.marks.map((at) => (
        <line key={at} className="range-mark" x1={at * WIDTH} x2={at * WIDTH} y1={2} y2={HEIGHT - 2} />
      ))}
    </svg>
  );
}

function boundsWords({ min, max }: Figure): string {
  if (min !== null && max !== null)
    return min === max
      ? t('incident.bar.exact', { min: numberWords(min) })
      : t('incident.bar.both', { min: numberWords(min), max: numberWords(max) });
  if (min !== null) return t('incident.bar.least', { min: numberWords(min) });
  return max === null ? t('incident.bar.open') : t('incident.bar.most', { max: numberWords(max) });
}
