import { parseTimeBase } from '../frames/time-base.ts';
import type { ProbedStream } from '../probe-media.ts';
import { uprightFilter } from './upright-filter.ts';

/** From this height on, untagged colours are read as those of high definition (ITU-R BT.709), as players do. */
const HIGH_DEFINITION = 720;

/** Filters from a decoded frame to the picture a person sees: upright, with square pixels, in red, green and blue. */
export function pictureFilter(stream: ProbedStream): { filter: string; isQuarterTurn: boolean; matrix: string } {
  const { filters, isQuarter } = uprightFilter(stream);
  const matrix = colourMatrix(stream);
  const depth = /1[0-6](le|be)$/.test(stream.pix_fmt ?? '') ? 'rgb48be' : 'rgb24';
  const isRgb = /^(gbr|rgb|bgr|argb|abgr|0rgb|0bgr|pal8)/.test(stream.pix_fmt ?? '');
  const scale = [...square(stream), 'flags=accurate_rnd+full_chroma_int+bicubic', ...(isRgb ? [] : [`in_color_matrix=${matrix}`])].join(
    ':',
  );
  return {
    filter: [`scale=${scale}`, 'setsar=1', ...filters, `format=${depth}`].join(','),
    isQuarterTurn: isQuarter,
    matrix: isRgb ? 'rgb' : matrix,
  };
}

/** Wide and narrow pixels are stretched, never shrunk, before the picture is turned. */
function square({ sample_aspect_ratio }: ProbedStream): string[] {
  const ratio = parseTimeBase(sample_aspect_ratio?.replace(':', '/'));
  if (ratio === null || ratio.num === ratio.den) return ['w=iw', 'h=ih'];
  return ratio.num > ratio.den ? [`w=round(iw*${ratio.num}/${ratio.den})`, 'h=ih'] : ['w=iw', `h=round(ih*${ratio.den}/${ratio.num})`];
}

function colourMatrix({ color_space, height = 0 }: ProbedStream): string {
  switch (color_space) {
    case 'bt709':
      return 'bt709';
    case 'bt470bg':
    case 'smpte170m':
      return 'bt601';
    case 'bt2020nc':
    case 'bt2020c':
      return 'bt2020';
    case 'fcc':
    case 'smpte240m':
      return color_space;
    default:
      return height < HIGH_DEFINITION ? 'bt601' : 'bt709';
  }
}
