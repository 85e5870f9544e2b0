import type { Passage } from '#shared/model/passages.ts';
import type { AreaBox } from './area-box.ts';

/** The area a passage marks, in percent of the picture (Media Fragments URI 1.0, section 4.2.2); null when it marks none. */
export function areaOf({ selectors, kind = 'area' }: Pick<Passage, 'selectors'> & Partial<Pick<Passage, 'kind'>>): AreaBox | null {
  // Words read from a picture have their place there too; they are drawn as words.
  if (kind === 'words') return null;
  for (const whole of selectors) {
    const selector = whole.type === 'CssSelector' ? whole.refinedBy : whole;
    if (selector?.type !== 'FragmentSelector') continue;
    const found = /(?:^|&)xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)/.exec(selector.value);
    const [x, y, width, height] = (found?.slice(1) ?? []).map(Number);
    if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) return { x, y, width, height };
  }
  return null;
}
