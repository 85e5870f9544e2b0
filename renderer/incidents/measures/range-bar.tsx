import { numberWords } from '#shared/claims/figure-words.ts';
import type { Figure } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { barOf } from './bar-of.ts';

const WIDTH = 100;
const HEIGHT = 14;

export type RangeBarProps = { figure: Figure; top: number; ticks: readonly number[]; hue: string };

/** What a figure allows, on a scale from nothing to `top` in its origin's hue. A side without a bound is dashed. */
export function RangeBar({ figure, top, ticks, hue }: RangeBarProps) {
  const bar = barOf(figure, top);
  const denied = figure.modality === 'denies' || figure.modality === 'retracts';
  return (
    <svg
      className="range-bar"
      data-denied={denied}
      data-hue={hue}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={boundsWords(figure)}
    >
      <title>{boundsWords(figure)}</title>
      {ticks.map((tick) => (
        <line key={`tick ${tick}`} className="range-tick" x1={(tick / top) * WIDTH} x2={(tick / top) * WIDTH} y1={0} y2={HEIGHT} />
      ))}
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
