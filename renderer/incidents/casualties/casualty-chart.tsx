import { useId, useMemo } from 'react';
import { numberWords } from '#shared/claims/figure-words.ts';
import type { Measure } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { openClaim } from '../../shell/session.ts';
import { useWidth } from '../../ui/use-width.ts';
import { measureName } from '../measures/measure-words.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { casualtyScene, type CasualtyScene, type FigureMark, type Step } from './casualty-series.ts';

const TALL = 190;
/** One or two figures need no more. */
const LOW = 110;
const AXIS = 24;
const START = 46;
/** How far a side without a bound is drawn before it has faded. */
const FADE = 44;

export function CasualtyChart({ measure, index }: { measure: Measure; index: AnalysisIndex }) {
  const [frame, width] = useWidth();
  const wide = Math.floor(width);
  const height = measure.figures.filter(({ saidAt }) => saidAt !== null).length > 2 ? TALL : LOW;
  const scene = useMemo(
    () => (wide < 160 ? undefined : casualtyScene(measure, index, { width: wide, height, start: START })),
    [measure, index, wide, height],
  );
  return (
    <div ref={frame}>
      {scene === null ? <p className="muted">{t('incident.casualties.none')}</p> : null}
      {scene == null ? null : (
        <Drawn scene={scene} width={wide} height={height} title={t('incident.casualties.title', { measure: measureName(measure) })} />
      )}
      {scene == null ? null : <p className="faint picture-key">{t('incident.casualties.key')}</p>}
      {scene == null || scene.undated === 0 ? null : (
        <p className="muted picture-key">{t('incident.casualties.undated', { count: scene.undated })}</p>
      )}
    </div>
  );
}

function Drawn({ scene, width, height, title }: { scene: CasualtyScene; width: number; height: number; title: string }) {
  const fade = useId();
  return (
    <svg className="casualty-chart" width={width} height={height + AXIS} role="img" aria-label={title}>
      <title>{title}</title>
      <defs>
        <Fades id={fade} />
      </defs>
      <g className="axis">
        {scene.ticks.map(({ y, n }) => (
          <g key={n}>
            <line className="axis-grid" x1={START} x2={width} y1={y} y2={y} />
            <text x={START - 6} y={y + 4} textAnchor="end">
              {numberWords(n)}
            </text>
          </g>
        ))}
        {scene.axis.ticks.map((tick) => (
          <text key={tick.at} x={tick.x} y={height + 17} textAnchor="middle">
            {tick.label}
          </text>
        ))}
        <line className="axis-base" x1={START} x2={width} y1={height} y2={height} />
      </g>
      {scene.steps.map((step, at) => (
        <StepBand key={at} step={step} fade={fade} height={height} />
      ))}
      {scene.marks.map((mark, at) => (
        <MarkBar key={at} mark={mark} />
      ))}
    </svg>
  );
}

/** One gradient up, one down, in the colour of what uses them. */
function Fades({ id }: { id: string }) {
  return (
    <>
      {['up', 'down'].map((way) => (
        <mask key={way} id={`${id}${way}`} maskContentUnits="objectBoundingBox">
          <linearGradient id={`${id}${way}g`} x1={0} x2={0} y1={way === 'up' ? 1 : 0} y2={way === 'up' ? 0 : 1}>
            <stop className="mask-from" offset={0} />
            <stop className="mask-to" offset={1} />
          </linearGradient>
          <rect width={1} height={1} fill={`url(#${id}${way}g)`} />
        </mask>
      ))}
    </>
  );
}

/** What an origin's last figure allows until its next one. */
function StepBand({ step: { low, high, value, x0, x1, hue, letter }, fade, height }: { step: Step; fade: string; height: number }) {
  const width = Math.max(1, x1 - x0);
  const anchor = high ?? low ?? value;
  if (anchor === null) return null;
  return (
    <g data-hue={hue} className="step">
      {low !== null && high !== null ? <rect className="step-band" x={x0} y={high} width={width} height={Math.max(2, low - high)} /> : null}
      {low !== null && high === null ? (
        <rect className="step-band" x={x0} y={low - FADE} width={width} height={FADE} mask={`url(#${fade}up)`} />
      ) : null}
      {high !== null && low === null ? (
        <rect className="step-band" x={x0} y={high} width={width} height={Math.min(FADE, height - high)} mask={`url(#${fade}down)`} />
      ) : null}
      {low === null && high === null && value !== null ? <line className="step-about" x1={x0} x2={x1} y1={value} y2={value} /> : null}
      {low === null ? null : <line className="step-edge" x1={x0} x2={x1} y1={low} y2={low} />}
      {high === null ? null : <line className="step-edge" x1={x0} x2={x1} y1={high} y2={high} />}
      <text x={x1 + 3} y={anchor + 4}>
        {letter}
      </text>
    </g>
  );
}

/** One figure at its date: a bar between its bounds, an arrow on a side that has none, a ring for a number without bounds. */
function MarkBar({ mark }: { mark: FigureMark }) {
  const { low, high, value, at, hue, isDenied, isRepeat, claimId } = mark;
  const words = [mark.letter, isRepeat ? t('incident.casualties.key.repeat') : '', isDenied ? t('incident.casualties.key.denied') : '']
    .filter((part) => part !== '')
    .join(', ');
  // What a repeat leaves open is left open by the figure it repeats, whose arrow stands there already.
  const isOpen = !isRepeat && (low === null) !== (high === null);
  const points = [...new Set([low, high, value].filter((y) => y !== null))];
  return (
    <g className="figure-mark" data-hue={hue} data-denied={isDenied} data-repeat={isRepeat} onClick={() => openClaim(claimId)}>
      <title>{words}</title>
      {mark.x1 - mark.x0 > 10 ? points.map((y) => <line key={y} className="figure-when" x1={mark.x0} x2={mark.x1} y1={y} y2={y} />) : null}
      {low !== null && high !== null ? <line className="figure-range" x1={at} x2={at} y1={low} y2={high} /> : null}
      {isOpen && low !== null ? <path className="figure-open" d={`M${at} ${low} v-20 m-4 5 l4 -5 l4 5`} /> : null}
      {isOpen && high !== null ? <path className="figure-open" d={`M${at} ${high} v20 m-4 -5 l4 5 l4 -5`} /> : null}
      {points.map((y) => (
        <circle key={`p${y}`} cx={at} cy={y} r={isRepeat ? 3.5 : 4.5} data-loose={low === null && high === null} />
      ))}
    </g>
  );
}
