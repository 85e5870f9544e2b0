import { getAttribute, isElement, localName, removeAttribute, setAttribute } from './html-tree.ts';
import type { HtmlElement, HtmlParent } from './html-tree.ts';
import { keptPrefix } from './freeze-attributes.ts';
import type { PageResources } from './page-resources.ts';

export type ImageCandidate = { url: string; weight: number };

/**
 * `srcset` apart (HTML 4.8.4.2.1): address and weight (width, or density, 1 when none).
 */
export function parseSrcset(value: string): ImageCandidate[] {
  const candidates: ImageCandidate[] = [];
  const pattern = /\s*,*\s*(data:[^\s]+|[^\s,][^\s]*)((?:\s+[^\s,()]+)*)\s*(?:,|$)/g;
  for (const match of value.matchAll(pattern)) {
    const url = match[1]!;
    const weight = parseFloat(/(\d+(?:\.\d+)?)[wx]/.exec(match[2] ?? '')?.[1] ?? '1');
    for (const one of splitTrailingCommas(url)) candidates.push({ url: one, weight });
  }
  return candidates;
}

function splitTrailingCommas(url: string): string[] {
  const trimmed = url.replace(/,+$/, '');
  return trimmed === '' ? [] : [trimmed];
}

/**
 * Gives an `<img>` the one image the page showed or, failing that, the best candidate that came with the page; the
 * other candidates are kept by address only. The `<source>` elements of its `<picture>` are read and then dropped.
 */
export function freezeImage(image: HtmlElement, base: string | null, resources: PageResources): void {
  const source = getAttribute(image, 'src') ?? '';
  const sets = [getAttribute(image, 'srcset'), ...pictureSources(image.parentNode)].filter((set) => set !== null);
  const candidates = sets.flatMap(parseSrcset).sort((a, b) => b.weight - a.weight);
  const chosen =
    source !== '' && resources.has(source, base) && !isPlaceholder(source, candidates, base, resources)
      ? source
      : (candidates.find((candidate) => resources.has(candidate.url, base))?.url ?? source);
  const inlined = chosen === '' ? null : resources.inline(chosen, base, 'img');
  if (source !== '' && !/^data:/i.test(source)) setAttribute(image, `${keptPrefix}src`, source);
  if (chosen !== source && inlined) setAttribute(image, `${keptPrefix}shown`, chosen);
  removeAttribute(image, 'srcset');
  removeAttribute(image, 'src');
  if (inlined) setAttribute(image, 'src', inlined);
}

/** Lazy pages put a tiny `data:` image in `src`; a real candidate at hand is what a reader would have seen. */
function isPlaceholder(source: string, candidates: ImageCandidate[], base: string | null, resources: PageResources): boolean {
  return (
    /^data:/i.test(source) && source.length < 2000 && candidates.some((one) => !/^data:/i.test(one.url) && resources.has(one.url, base))
  );
}

function pictureSources(parent: HtmlParent | null): string[] {
  if (!parent || !isElement(parent) || localName(parent) !== 'picture') return [];
  return parent.childNodes.flatMap((child) => {
    const set = isElement(child) && localName(child) === 'source' ? getAttribute(child, 'srcset') : null;
    return set === null ? [] : [set];
  });
}
