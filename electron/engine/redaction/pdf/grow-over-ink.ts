/** Boxes round words grown until no letter is cut. Pure. */
import type { LaidBox } from './page-layout.ts';

export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/** Shares of the height of the letters: what is added in any case, and how far ink is followed at most. */
const MARGIN = { along: 0.1, across: 0.14 };
const FURTHEST = 1;
/** Sum of the differences in red, green and blue from the paper that is ink. */
const INK = 90;

/**
 * The box with a margin, moved outwards along the line to the next gap in the ink: letters lean out of the boxes that
 * their font's measures give, and a cut letter can be guessed. Paper is the lightest colour found along the box.
 */
export function growOverInk(box: LaidBox, picture: Pixels): LaidBox {
  const lies = box.along === 'x';
  const high = lies ? box.bottom - box.top : box.right - box.left;
  const [along, across] = [high * MARGIN.along, high * MARGIN.across];
  const grown = {
    ...box,
    left: box.left - (lies ? along : across),
    right: box.right + (lies ? along : across),
    top: box.top - (lies ? across : along),
    bottom: box.bottom + (lies ? across : along),
  };
  const paper = lightest(box, picture);
  const steps = Math.ceil(high * FURTHEST);
  const [low, far] = lies ? [grown.left, grown.right] : [grown.top, grown.bottom];
  const isInk = (place: number) => lineHasInk(box, lies, Math.floor(place), picture, paper);
  let [from, to] = [low, far];
  for (let step = 0; step < steps && isInk(from); step++) from--;
  for (let step = 0; step < steps && isInk(to); step++) to++;
  return lies ? { ...grown, left: from, right: to } : { ...grown, top: from, bottom: to };
}

type Colour = [number, number, number];

function lineHasInk(box: LaidBox, lies: boolean, place: number, picture: Pixels, paper: Colour): boolean {
  const [first, last] = lies ? [box.top, box.bottom] : [box.left, box.right];
  for (let at = Math.floor(first); at < last; at++) {
    const colour = colourAt(picture, lies ? place : at, lies ? at : place);
    if (colour !== null && colour.reduce((sum, one, index) => sum + Math.abs(one - paper[index]!), 0) > INK) return true;
  }
  return false;
}

function lightest(box: LaidBox, picture: Pixels): Colour {
  let best: Colour = [0, 0, 0];
  for (let y = Math.floor(box.top); y < box.bottom; y++)
    for (let x = Math.floor(box.left); x < box.right; x++) {
      const colour = colourAt(picture, x, y);
      if (colour !== null && colour[0] + colour[1] + colour[2] > best[0] + best[1] + best[2]) best = colour;
    }
  return best;
}

function colourAt({ data, width, height }: Pixels, x: number, y: number): Colour | null {
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  const at = (y * width + x) * 4;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}
