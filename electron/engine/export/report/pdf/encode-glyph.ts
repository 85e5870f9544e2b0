/** An outline of lines and quadratic curves, in units of the font, as fontkit gives it. */
export type GlyphPath = { commands: readonly { command: string; args: readonly number[] }[] };

const ON_CURVE = 1;

/** A simple glyph (OpenType 1.9, table glyf), without instructions and without packing; padded to four bytes. Empty for a space. */
export function encodeGlyph({ commands }: GlyphPath): Uint8Array {
  const { points, ends } = contours(commands);
  if (points.length === 0) return new Uint8Array(0);
  const size = 10 + ends.length * 2 + 2 + points.length * 5;
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  const write = (value: number) => (at = bytes.writeInt16BE(value, at));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  for (const value of [ends.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0]) write(value);
  for (const { on } of points) at = bytes.writeUInt8(on ? ON_CURVE : 0, at);
  for (const values of [xs, ys]) values.forEach((value, index) => write(value - (values[index - 1] ?? 0)));
  return bytes;
}

type Point = { x: number; y: number; on: boolean };

function contours(commands: GlyphPath['commands']): { points: Point[]; ends: number[] } {
  const points: Point[] = [];
  const ends: number[] = [];
  const close = () => {
    if (points.length > 0 && ends.at(-1) !== points.length - 1) ends.push(points.length - 1);
  };
  const add = (x = 0, y = 0, on = true) => points.push({ x: Math.round(x), y: Math.round(y), on });
  for (const { command, args } of commands) {
    if (command === 'moveTo' || command === 'closePath') close();
    if (command === 'quadraticCurveTo') add(args[0], args[1], false);
    if (command !== 'closePath') add(...(args.slice(-2) as [number, number]));
  }
  close();
  return { points, ends };
}

/** The same outline elsewhere. */
export function moved({ commands }: GlyphPath, x: number, y: number): GlyphPath['commands'] {
  return commands.map(({ command, args }) => ({ command, args: args.map((value, at) => value + (at % 2 === 0 ? x : y)) }));
}
