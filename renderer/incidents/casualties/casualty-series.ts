/** Reported figures over the time they were said, by origin. Nothing is averaged and nothing summed. Pure. */
import { scaleLinear } from 'd3-scale';
import type { Figure, Measure } from '#shared/model/analysis.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { spanReader, type Span } from '../statements/edtf-span.ts';
import { timeAxis, type TimeAxis } from '../statements/time-axis.ts';

/** A figure's range at the date it was said. A side without a bound is null. In pixels. */
export type Range = { low: number | null; high: number | null; value: number | null };
export type FigureMark = Range & {
  claimId: string;
  x0: number;
  x1: number;
  at: number;
  hue: string;
  letter: string;
  /** Denied, retracted or questioned: shown, bounds nothing. */
  isDenied: boolean;
  /** Said again after somebody else. */
  isRepeat: boolean;
};
/** What an origin's newest figure allows, until it says another. */
/** `letter` is empty but at its origin's newest. */
export type Step = Range & { x0: number; x1: number; hue: string; letter: string };
export type CasualtyScene = {
  axis: TimeAxis;
  marks: FigureMark[];
  steps: Step[];
  ticks: { y: number; n: number }[];
  /** Figures without a date said. */
  undated: number;
};
export type CasualtySize = { width: number; height: number; start: number };

const putForward = new Set(['asserts', 'admits', 'predicts']);
/** What fades upwards needs room to fade in. */
const HEADROOM = 1.2;
/** Origins drawn as steps; every figure still has its mark. */
const MOST_STEPS = 6;

/** Null where no figure has a date. `start`: pixels left free for the numbers. */
export function casualtyScene(
  measure: Measure,
  index: Pick<AnalysisIndex, 'hueOf' | 'lettersOf'>,
  size: CasualtySize,
): CasualtyScene | null {
  const spanOf = spanReader();
  const dated = measure.figures.flatMap((figure) => {
    const span = spanOf(figure.saidAt);
    return span === null ? [] : [{ figure, span }];
  });
  const width = size.width - size.start;
  const axis = timeAxis(
    dated.map(({ span }) => span),
    width,
    12,
  );
  if (axis === null) return null;
  const most = dated.reduce((top, { figure }) => Math.max(top, figure.min ?? 0, figure.value ?? 0, figure.max ?? 0), 1);
  const y = scaleLinear([0, most * HEADROOM], [size.height, 10]).nice(4);
  const moved: TimeAxis = {
    ...axis,
    x: (at) => axis.x(at) + size.start,
    ticks: axis.ticks.map((tick) => ({ ...tick, x: tick.x + size.start })),
  };
  const at = (n: number | null) => (n === null ? null : y(n));
  const rangeOf = ({ min, max, value }: Figure): Range => ({ low: at(min), high: at(max), value: at(value) });
  const looks = (figure: Figure) => ({ hue: index.hueOf(figure.origins), letter: index.lettersOf(figure.origins) });
  return {
    axis: moved,
    marks: distinct(dated.map(({ figure, span }) => markOf(figure, span, moved, { ...rangeOf(figure), ...looks(figure) }))),
    steps: stepsOf(dated, moved, size.width - 12, (figure) => ({ ...rangeOf(figure), ...looks(figure) })),
    ticks: y.ticks(4).map((n) => ({ y: y(n), n })),
    undated: measure.figures.length - dated.length,
  };
}

function markOf(figure: Figure, span: Span, axis: TimeAxis, drawn: Range & { hue: string; letter: string }): FigureMark {
  const [x0, x1] = [axis.x(span.min), axis.x(span.max)];
  const isDenied = !putForward.has(figure.modality);
  return { ...drawn, claimId: figure.claimId, x0, x1, at: (x0 + x1) / 2, isDenied, isRepeat: figure.repeats.length > 0 };
}

/** Of marks that would cover one another exactly, the first. */
function distinct(marks: readonly FigureMark[]): FigureMark[] {
  const seen = new Set<string>();
  return marks.filter((mark) => {
    const key = [mark.hue, Math.round(mark.at / 2), mark.low, mark.high, mark.value, mark.isDenied].join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

type Dated = { figure: Figure; span: Span };

/** One origin's own figures in the order they were said; where all of them repeat somebody, those. */
function stepsOf(
  dated: readonly Dated[],
  axis: TimeAxis,
  end: number,
  looks: (figure: Figure) => Range & { hue: string; letter: string },
): Step[] {
  const byOrigin = new Map<string, Dated[]>();
  for (const one of dated) {
    const [origin] = one.figure.origins;
    if (origin === undefined || !putForward.has(one.figure.modality)) continue;
    const list = byOrigin.get(origin);
    if (list === undefined) byOrigin.set(origin, [one]);
    else list.push(one);
  }
  return [...byOrigin.values()].slice(0, MOST_STEPS).flatMap((list) => {
    const own = list.filter(({ figure }) => figure.repeats.length === 0);
    const said = (own.length === 0 ? list : own)
      .map(({ figure, span }) => ({ figure, x: (axis.x(span.min) + axis.x(span.max)) / 2 }))
      .sort((a, b) => a.x - b.x);
    return said
      .map(({ figure, x }, at) => {
        const next = said[at + 1];
        const drawn = looks(figure);
        return { ...drawn, letter: next === undefined ? drawn.letter : '', x0: x, x1: next?.x ?? end };
      })
      .filter(({ x0, x1 }) => x1 > x0);
  });
}

/** Acts whose counts are people harmed or found; what is counted of other acts is no casualty. */
const casualtyActs = new Set(['killed', 'injured', 'missing', 'exhumed', 'buried', 'detained', 'tortured', 'displaced', 'evacuated']);
/** Things that are counted beside people: their number over time says nothing of people. */
const things = new Set(['mass graves', 'strikes', 'buildings', 'vehicles', 'pages', 'months', 'families']);

/** The measures that count people, in their order. */
export function casualtyMeasures(measures: readonly Measure[]): Measure[] {
  return measures.filter(({ act, unit, role }) => role === 'count' && casualtyActs.has(act) && !things.has(unit));
}
