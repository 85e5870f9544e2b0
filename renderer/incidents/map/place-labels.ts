/** Names beside what they name, none over another. Pure. */
export type LabelWish = { key: string; x: number; y: number; radius: number; text: string };
export type Label = { key: string; x: number; y: number; anchor: 'start' | 'end' | 'middle'; text: string };

const PIXELS_A_LETTER = 6.4;
const TALL = 14;
const AIR = 5;

/** A place for each name, tried right, left, over and under it; one that finds none is left out, as the list has it. */
export function layLabels(wishes: readonly LabelWish[], { width, height }: { width: number; height: number }): Label[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return wishes.flatMap(({ key, x, y, radius, text }) => {
    const wide = text.length * PIXELS_A_LETTER;
    const tries: { x: number; y: number; anchor: Label['anchor'] }[] = [
      { x: x + radius + AIR, y: y + 4, anchor: 'start' },
      { x: x - radius - AIR, y: y + 4, anchor: 'end' },
      { x, y: y - radius - AIR, anchor: 'middle' },
      { x, y: y + radius + TALL, anchor: 'middle' },
      { x, y: y + 4, anchor: 'middle' },
    ];
    for (const at of tries) {
      const left = at.anchor === 'start' ? at.x : at.anchor === 'end' ? at.x - wide : at.x - wide / 2;
      const box = { left, right: left + wide, top: at.y - TALL + 3, bottom: at.y + 3 };
      const fits = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      if (!fits || taken.some((other) => overlap(other, box))) continue;
      taken.push(box);
      return [{ key, text, ...at }];
    }
    return [];
  });
}

type Box = { left: number; right: number; top: number; bottom: number };

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
