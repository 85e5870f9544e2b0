/** The figures of one measure side by side: each with the range it allows. Pure. */
import { scaleLinear } from 'd3-scale';
import { figureAlone, numberWords } from '#shared/claims/figure-words.ts';
import type { Figure, Measure } from '#shared/model/analysis.ts';
import type { Quantity } from '#shared/model/claims.ts';
import type { Block } from '../blocks.ts';
import type { Shape } from './shapes.ts';

const WIDTH = 680;
const LABELS = 200;
const RIGHT = 132;
const ROW = 22;
const TOP = 26;
/** More rows than a page holds help nobody; the table beside the chart has them all. */
export const MOST_ROWS = 40;

/** Null where figures with numbers do not differ: there is nothing to compare. Figures denied, retracted or questioned are hollow: they bound nothing. */
export function figureChart(measure: Measure): Extract<Block, { is: 'chart' }> | null {
  const counted = measure.figures.filter((figure) => numbersOf(figure).length > 0);
  if (new Set(counted.map(({ value, min, max }) => `${value} ${min} ${max}`)).size < 2) return null;
  const rows = counted.slice(0, MOST_ROWS);
  const height = TOP + rows.length * ROW + 26;
  const x = scaleLinear()
    .domain([0, Math.max(1, ...rows.flatMap(numbersOf))])
    .nice(5)
    .range([LABELS, WIDTH - RIGHT]);
  const shapes = [...ground(measure, x, height), ...rows.flatMap((figure, at) => figureShapes(figure, TOP + at * ROW + ROW / 2, x))];
  const left = counted.length - rows.length;
  return {
    is: 'chart',
    caption: `${measure.unit} ${measure.act}: what each source says${left > 0 ? ` (${left} more stand in the table)` : ''}`,
    width: WIDTH,
    height,
    shapes,
    words: rows.map((figure) => `${figure.speaker ?? 'Speaker not recorded'}: ${said(figure)}`).join('; '),
  };
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function ground({ least, most }: Measure, x: Scale, height: number): Shape[] {
  const bottom = height - 22;
  const band: Shape[] =
    least === null || most === null
      ? []
      : [
          {
            is: 'box',
            x: x(least) - 1,
            y: TOP - 6,
            width: Math.max(2, x(most) - x(least) + 2),
            height: bottom - TOP + 6,
            colour: 'accentSoft',
          },
        ];
  const ticks = x.ticks(5).flatMap((tick): Shape[] => [
    { is: 'line', x1: x(tick), y1: TOP - 6, x2: x(tick), y2: bottom, colour: 'line', width: 0.6 },
    { is: 'text', x: x(tick), y: bottom + 13, text: numberWords(tick), size: 9, at: 'middle', colour: 'soft' },
  ]);
  const named: Shape[] =
    band.length === 0
      ? []
      : [
          {
            is: 'text',
            x: x(least!),
            y: 12,
            text: bandWords(least!, most!),
            size: 9,
            at: x(least!) > 440 ? 'end' : 'start',
            colour: 'accent',
          },
        ];
  return [...band, ...ticks, ...named];
}

function bandWords(least: number, most: number): string {
  return least === most ? `put forward: ${numberWords(least)}` : `put forward: ${numberWords(least)} to ${numberWords(most)}`;
}

function figureShapes(figure: Figure, y: number, x: Scale): Shape[] {
  const { value, min, max, modality } = figure;
  const hollow = !putForward.has(modality);
  const colour = hollow ? 'faint' : 'accent';
  const from = min ?? value ?? max ?? 0;
  const to = max ?? value ?? min ?? 0;
  const shapes: Shape[] = [
    {
      is: 'text',
      x: LABELS - 10,
      y: y + 3.5,
      text: `${figure.speaker ?? 'Speaker not recorded'}${hollow ? ` (${modality})` : ''}`,
      size: 10,
      at: 'end',
      colour: 'ink',
      most: LABELS - 14,
    },
    {
      is: 'text',
      x: WIDTH - RIGHT + 8,
      y: y + 3.5,
      text: said(figure),
      size: 10,
      at: 'start',
      colour: hollow ? 'soft' : 'ink',
      most: RIGHT - 8,
    },
  ];
  if (from !== to) shapes.push({ is: 'line', x1: x(from), y1: y, x2: x(to), y2: y, colour, width: 2.5, dashed: hollow });
  if (max === null) shapes.push({ is: 'arrow', x: x(to) + 10, y, towards: 1, colour });
  if (min === null) shapes.push({ is: 'arrow', x: x(from) - 10, y, towards: -1, colour });
  for (const end of new Set([from, to])) shapes.push({ is: 'dot', x: x(end), y, radius: 3.6, colour, hollow });
  return shapes;
}

export const putForward = new Set(['asserts', 'admits', 'predicts']);

export function numbersOf({ value, min, max }: Pick<Figure, 'value' | 'min' | 'max'>): number[] {
  return [value, min, max].filter((one) => one !== null);
}

function said(figure: Figure): string {
  return figureAlone({ ...figure, qualifier: figure.qualifier as Quantity['qualifier'] });
}
