import { rotation } from '../media-facts.ts';
import type { ProbedStream } from '../probe-media.ts';

/**
 * ffmpeg filters that turn a decoded picture as its display matrix says (ISO/IEC 14496-12 section 8.3.2), the way
 * players do: quarter turns and mirrorings. Any other turn is shown by no player; the picture then stays as coded,
 * and `isQuarter` is false.
 */
export function uprightFilter(stream: ProbedStream): { filters: string[]; isQuarter: boolean } {
  const matrix = matrixOf(stream);
  if (matrix === null) return byAngle(rotation(stream));
  const [a, b, c, d] = matrix;
  const key = [a, b, c, d].map(Math.sign).join(',');
  const filters = turns[key];
  return filters === undefined ? { filters: [], isQuarter: false } : { filters, isQuarter: true };
}

/** By the signs of a, b, c and d: x' = a x + c y, y' = b x + d y, y pointing down. */
const turns: Record<string, string[]> = {
  '1,0,0,1': [],
  '-1,0,0,1': ['hflip'],
  '1,0,0,-1': ['vflip'],
  '-1,0,0,-1': ['hflip', 'vflip'],
  '0,1,-1,0': ['transpose=clock'],
  '0,-1,1,0': ['transpose=cclock'],
  '0,1,1,0': ['transpose=cclock_flip'],
  '0,-1,-1,0': ['transpose=clock_flip'],
};

/** The four numbers of a matrix that turn and mirror, out of ffprobe's three lines of three; null when there is none. */
function matrixOf({ side_data_list = [] }: ProbedStream): [number, number, number, number] | null {
  const written = side_data_list.find(({ displaymatrix }) => displaymatrix !== undefined)?.displaymatrix ?? '';
  const rows = [...written.matchAll(/^\d+:\s*(-?\d+)\s+(-?\d+)\s+-?\d+$/gm)].map(([, one, other]) => [Number(one), Number(other)] as const);
  const [first, second] = rows;
  if (first === undefined || second === undefined) return null;
  const most = Math.max(...[...first, ...second].map(Math.abs));
  // Writers round sines and cosines; what is a thousandth of the rest is nought.
  const [a, b, c, d] = [...first, ...second].map((value) => (Math.abs(value) * 1000 < most ? 0 : value));
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
}

/** Older ffprobe gives only the angle, anticlockwise. */
function byAngle(degrees: number): { filters: string[]; isQuarter: boolean } {
  const quarter = (((Math.round(degrees / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  if (Math.abs(degrees - Math.round(degrees / 90) * 90) > 1) return { filters: [], isQuarter: false };
  return { filters: [[], ['transpose=cclock'], ['hflip', 'vflip'], ['transpose=clock']][quarter]!, isQuarter: true };
}
