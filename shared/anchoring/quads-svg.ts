import type { Selector } from '../model/passages.ts';
import type { Point, Quad } from './pdf-quads.ts';

type SvgSelector = Extract<Selector, { type: 'SvgSelector' }>;

const polygons = /<polygon points="([^"]*)"\/>/g;

/**
 * Shapes as a selector (Web Annotation Data Model, section 4.2.8): one polygon a line of words, in an SVG whose viewBox
 * is the page, in points to the hundredth. It can be laid over the page as it is.
 */
export function quadsSelector(quads: readonly Quad[], { width, height }: { width: number; height: number }): SvgSelector {
  const shapes = quads.map((quad) => `<polygon points="${quad.map(([x, y]) => `${decimal(x)},${decimal(y)}`).join(' ')}"/>`);
  return {
    type: 'SvgSelector',
    value: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${decimal(width)} ${decimal(height)}">${shapes.join('')}</svg>`,
  };
}

/** The page's size and the polygons of such a selector; null when it is of another form. Nothing in it is run. */
export function readQuads({ value }: SvgSelector): { width: number; height: number; polygons: Point[][] } | null {
  const box = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\S+) (\S+)">/.exec(value);
  const found = [...value.matchAll(polygons)].map(([, points = '']) => points.split(' ').map((pair) => pair.split(',').map(Number)));
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  if (!(width > 0 && height > 0) || found.some((points) => points.some((pair) => pair.length !== 2 || !pair.every(Number.isFinite))))
    return null;
  return { width, height, polygons: found as unknown as Point[][] };
}

/** Hundredths, never an exponent, never -0. */
function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
