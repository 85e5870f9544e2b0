import type { Waveform } from '#shared/model/media.ts';
import type { View } from './view.ts';

/**
 * The outline of a waveform in a view as an SVG path, `width` by `height`, swinging round the middle: for each column
 * the loudest of the cells it covers, so that nothing loud is lost however far one is from it.
 */
export function wavePath(waves: readonly Waveform[], { from, to }: View, width: number, height: number): string {
  const columns = Math.max(1, Math.floor(width));
  const middle = height / 2;
  const second = (to - from) / columns;
  let path = '';
  for (let column = 0; column < columns; column += 1) {
    const peak = loudest(waves, from + column * second, from + (column + 1) * second);
    if (peak < 0) continue;
    const swing = Math.max(0.5, (peak / 255) * middle);
    path += `M${column + 0.5} ${round(middle - swing)}V${round(middle + swing)}`;
  }
  return path;
}

/** The largest peak between two times; -1 where nothing is known. */
function loudest(waves: readonly Waveform[], from: number, to: number): number {
  let most = -1;
  for (const wave of waves) {
    const first = Math.max(0, Math.floor((from - wave.from) / wave.cell + 1e-9));
    const last = Math.min(wave.peaks.length, Math.max(first + 1, Math.ceil((to - wave.from) / wave.cell - 1e-9)));
    if (to <= wave.from) continue;
    for (let index = first; index < last; index += 1) most = Math.max(most, wave.peaks[index]!);
  }
  return most;
}

const round = (value: number) => Math.round(value * 10) / 10;
