/** The figures of one measure over the time at which they were said. Pure. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { numberWords } from '#shared/claims/figure-words.ts';
import { parseEdtf } from '#shared/edtf.ts';
import type { Figure, Measure } from '#shared/model/analysis.ts';
import type { Block } from '../blocks.ts';
import { numbersOf, putForward } from './figure-chart.ts';
import type { Shape } from './shapes.ts';

const WIDTH = 680;
const HEIGHT = 220;
const SIDE = { left: 64, right: 20, top: 16, bottom: 30 };

type Dated = { figure: Figure; from: number; to: number };

/** Null where figures with numbers were not said at two different times at least. */
export function tollChart(measure: Measure): Extract<Block, { is: 'chart' }> | null {
  const dated = measure.figures.flatMap(datedFigure);
  if (new Set(dated.map(({ from, to }) => `${from} ${to}`)).size < 2) return null;
  const first = Math.min(...dated.map(({ from }) => from));
  const last = Math.max(...dated.map(({ to }) => to));
  const around = Math.max(86_400_000, (last - first) * 0.03);
  const x = scaleUtc()
    .domain([first - around, last + around])
    .range([SIDE.left, WIDTH - SIDE.right]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...dated.flatMap(({ figure }) => numbersOf(figure)))])
    .nice(4)
    .range([HEIGHT - SIDE.bottom, SIDE.top]);
  const undated = measure.figures.length - dated.length;
  return {
    is: 'chart',
    caption: `${measure.unit} ${measure.act}: by when it was said${undated === 0 ? '' : ` (${undated} without a date or number are not drawn)`}`,
    width: WIDTH,
    height: HEIGHT,
    shapes: [...axes(x, y), ...dated.flatMap((one) => point(one, x, y))],
    words: dated.map(({ figure }) => `${figure.saidAt}: ${numbersOf(figure).map(numberWords).join(' to ')}`).join('; '),
  };
}

function datedFigure(figure: Figure): Dated[] {
  const bounds = figure.saidAt === null ? null : parseEdtf(figure.saidAt);
  if (bounds === null || !Number.isFinite(bounds.min) || !Number.isFinite(bounds.max) || numbersOf(figure).length === 0) return [];
  return [{ figure, from: bounds.min, to: bounds.max }];
}

type Time = ReturnType<typeof scaleUtc<number, number>>;
type Linear = ReturnType<typeof scaleLinear<number, number>>;

function axes(x: Time, y: Linear): Shape[] {
  const form = timeForm(x.domain() as [Date, Date]);
  const rows = y.ticks(4).flatMap((tick): Shape[] => [
    { is: 'line', x1: SIDE.left, y1: y(tick), x2: WIDTH - SIDE.right, y2: y(tick), colour: 'line', width: 0.6 },
    { is: 'text', x: SIDE.left - 8, y: y(tick) + 3, text: numberWords(tick), size: 9, at: 'end', colour: 'soft' },
  ]);
  const days = x.ticks(6).flatMap((tick): Shape[] => [
    { is: 'line', x1: x(tick), y1: HEIGHT - SIDE.bottom, x2: x(tick), y2: HEIGHT - SIDE.bottom + 4, colour: 'strong', width: 0.8 },
    { is: 'text', x: x(tick), y: HEIGHT - SIDE.bottom + 16, text: form(tick), size: 9, at: 'middle', colour: 'soft' },
  ]);
  return [...rows, ...days];
}

/** As exact as the axis is long: years, months or days. */
function timeForm([first, last]: [Date, Date]): (date: Date) => string {
  const days = (last.getTime() - first.getTime()) / 86_400_000;
  const length = days > 6 * 366 ? 4 : days > 100 ? 7 : 10;
  return (date) => date.toISOString().slice(0, length);
}

/** A date that is a month or a year is drawn as wide as it is, a range as high. */
function point({ figure, from, to }: Dated, x: Time, y: Linear): Shape[] {
  const hollow = !putForward.has(figure.modality);
  const colour = hollow ? 'faint' : 'accent';
  const numbers = numbersOf(figure);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const middle = (x(from) + x(to)) / 2;
  const level = y(figure.value ?? (low + high) / 2);
  return [
    { is: 'line', x1: x(from), y1: level, x2: x(to), y2: level, colour, width: 1.2, dashed: hollow },
    ...(low === high ? [] : [{ is: 'line', x1: middle, y1: y(low), x2: middle, y2: y(high), colour, width: 2, dashed: hollow } as const]),
    { is: 'dot', x: middle, y: level, radius: 3.8, colour, hollow },
  ];
}
