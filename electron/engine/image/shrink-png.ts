import { createReadStream } from 'node:fs';
import { createInflate } from 'node:zlib';
import { HoldfastError } from '#shared/errors.ts';

/** A picture made smaller: RGBA, four bytes a pixel, upright only if the file was. */
export type SmallPicture = { width: number; height: number; pixels: Uint8ClampedArray };

type Header = { width: number; height: number; depth: number; colour: number; channels: number; bytesPerPixel: number; rowBytes: number };

/** Samples a pixel by colour type (PNG 3rd edition, 11.2.1); a palette index is one. */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const LARGEST_CHUNK = 2 ** 31;

/**
 * Makes a PNG of any size small while reading it, a row at a time: each new pixel is the mean of those it stands for,
 * or of some nine spread over them where they are many. Memory holds two rows and the small picture, whatever the file
 * claims.
 * @throws HoldfastError file-damaged (`reason`: interlaced, palette, not-png, or what zlib says); a file that ends early gives what it has
 */
export async function shrinkPng(path: string, mostSide: number): Promise<SmallPicture> {
  const chunks = readChunks(path);
  const head = await nextHeader(chunks);
  const shrink = new RowMeans(head, mostSide);
  const rows = new RowReader(head, (row) => shrink.add(row, palette));
  let palette: Palette = { colours: null, alphas: null };
  const inflate = createInflate();
  const done = new Promise<void>((resolve, reject) => {
    inflate.on('data', (bytes: Buffer) => {
      try {
        rows.take(bytes);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    // A stream that breaks off has given what it has; the rest stays transparent.
    inflate.on('error', () => resolve());
    inflate.on('end', resolve);
  });
  for await (const { type, data } of chunks) {
    if (type === 'PLTE') palette = { ...palette, colours: data };
    else if (type === 'tRNS') palette = { ...palette, alphas: data };
    else if (type === 'IDAT' && !inflate.write(data)) await new Promise<void>((next) => inflate.once('drain', next).once('close', next));
    else if (type === 'IEND') break;
  }
  inflate.end();
  await done;
  inflate.destroy();
  return shrink.picture();
}

type Palette = { colours: Buffer | null; alphas: Buffer | null };
type Chunk = { type: string; data: Buffer };

/** Chunks one after another; long ones of picture data come in parts, others are read whole. */
async function* readChunks(path: string): AsyncGenerator<Chunk> {
  let held: Buffer = Buffer.alloc(0);
  let left = 8;
  let state: { type: string; left: number } | null = null;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    for (;;) {
      if (left > 0) {
        const skipped = Math.min(left, held.length);
        held = held.subarray(skipped);
        left -= skipped;
        if (left > 0) break;
      }
      if (state === null) {
        if (held.length < 8) break;
        state = { type: held.toString('latin1', 4, 8), left: held.readUInt32BE(0) };
        if (state.left >= LARGEST_CHUNK) throw new HoldfastError('file-damaged', { reason: 'not-png' });
        held = held.subarray(8);
      }
      const takes: number = state.type === 'IDAT' ? Math.min(state.left, held.length) : state.left;
      // What is neither header nor palette is passed over without being held.
      if (state.type !== 'IDAT' && !['IHDR', 'PLTE', 'tRNS', 'IEND'].includes(state.type)) {
        left = state.left + 4;
        state = null;
        continue;
      }
      if (held.length < takes || (takes === 0 && state.left > 0)) break;
      yield { type: state.type, data: held.subarray(0, takes) };
      held = held.subarray(takes);
      state.left -= takes;
      if (state.left > 0) break;
      state = null;
      left = 4;
    }
  }
}

async function nextHeader(chunks: AsyncGenerator<Chunk>): Promise<Header> {
  const first = await chunks.next();
  if (first.done === true || first.value.type !== 'IHDR' || first.value.data.length < 13)
    throw new HoldfastError('file-damaged', { reason: 'not-png' });
  const { data } = first.value;
  const [width, height, depth, colour] = [data.readUInt32BE(0), data.readUInt32BE(4), data[8]!, data[9]!];
  const channels = channelsOf[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || width === 0 || height === 0)
    throw new HoldfastError('file-damaged', { reason: 'not-png' });
  // Adam7 gives rows out of order; a picture this large is not made that way by any camera or scanner.
  if (data[12] !== 0) throw new HoldfastError('file-damaged', { reason: 'interlaced' });
  const bits = channels * depth;
  return { width, height, depth, colour, channels, bytesPerPixel: Math.max(1, bits >> 3), rowBytes: Math.ceil((width * bits) / 8) };
}

/** Undoes the filters (PNG 3rd edition, section 9) and hands on each row. */
class RowReader {
  readonly #head: Header;
  readonly #onRow: (row: Buffer) => void;
  #row: Buffer;
  #before: Buffer;
  #filled = 0;
  #read = 0;

  constructor(head: Header, onRow: (row: Buffer) => void) {
    this.#head = head;
    this.#onRow = onRow;
    this.#row = Buffer.alloc(head.rowBytes + 1);
    this.#before = Buffer.alloc(head.rowBytes + 1);
  }

  take(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && this.#read < this.#head.height;) {
      const copied = bytes.copy(this.#row, this.#filled, at);
      at += copied;
      this.#filled += copied;
      if (this.#filled <= this.#head.rowBytes) return;
      unfilter(this.#row, this.#before, this.#head.bytesPerPixel);
      this.#onRow(this.#row);
      [this.#row, this.#before] = [this.#before, this.#row];
      this.#filled = 0;
      this.#read++;
    }
  }
}

/** Both rows begin with their filter byte; `before` is undone already. */
function unfilter(row: Buffer, before: Buffer, step: number): void {
  const filter = row[0]!;
  if (filter === 0) return;
  for (let at = 1; at < row.length; at++) {
    const left = at > step ? row[at - step]! : 0;
    const up = before[at]!;
    const corner = at > step ? before[at - step]! : 0;
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    row[at] = row[at]! + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Sums rows into the pixels of the small picture. */
class RowMeans {
  readonly #head: Header;
  readonly #width: number;
  readonly #height: number;
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;
  readonly #pixels: Uint8ClampedArray;
  readonly #columns: Uint32Array;
  /** Every which column and row is looked at. */
  readonly #step: number;
  #row = 0;
  #out = 0;

  constructor(head: Header, mostSide: number) {
    const scale = Math.min(1, mostSide / Math.max(head.width, head.height));
    this.#head = head;
    this.#width = Math.max(1, Math.round(head.width * scale));
    this.#height = Math.max(1, Math.round(head.height * scale));
    this.#sums = new Float64Array(this.#width * 4);
    this.#counts = new Uint32Array(this.#width);
    this.#pixels = new Uint8ClampedArray(this.#width * this.#height * 4);
    this.#step = Math.max(1, Math.floor(1 / scale / 2));
    this.#columns = Uint32Array.from({ length: head.width }, (_, x) => Math.floor((x * this.#width) / head.width));
  }

  add(row: Buffer, palette: Palette): void {
    const out = Math.floor((this.#row * this.#height) / this.#head.height);
    if (out !== this.#out) this.#flush(out);
    const isLookedAt = this.#row++ % this.#step === 0;
    if (!isLookedAt) return;
    const sample = sampler(this.#head, row, palette);
    const pixel = [0, 0, 0, 255] as [number, number, number, number];
    for (let x = 0; x < this.#head.width; x += this.#step) {
      sample(x, pixel);
      const column = this.#columns[x]!;
      this.#counts[column]!++;
      for (let channel = 0; channel < 4; channel++) this.#sums[column * 4 + channel]! += pixel[channel]!;
    }
  }

  picture(): SmallPicture {
    this.#flush(this.#height);
    return { width: this.#width, height: this.#height, pixels: this.#pixels };
  }

  #flush(next: number): void {
    for (let column = 0; column < this.#width; column++) {
      const count = this.#counts[column]!;
      if (count === 0) continue;
      for (let channel = 0; channel < 4; channel++)
        this.#pixels[(this.#out * this.#width + column) * 4 + channel] = this.#sums[column * 4 + channel]! / count;
    }
    this.#sums.fill(0);
    this.#counts.fill(0);
    this.#out = next;
  }
}

/** Reads the pixel of a column as 8-bit RGBA. */
function sampler({ depth, colour, channels }: Header, row: Buffer, palette: Palette) {
  const value =
    depth === 8
      ? (index: number) => row[1 + index]!
      : depth === 16
        ? (index: number) => row[1 + index * 2]!
        : (index: number) => (row[1 + ((index * depth) >> 3)]! >> (8 - depth - ((index * depth) & 7))) & ((1 << depth) - 1);
  const full = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  return (x: number, pixel: [number, number, number, number]): void => {
    const at = x * channels;
    if (colour === 3) {
      const index = value(at);
      for (let channel = 0; channel < 3; channel++) pixel[channel] = palette.colours?.[index * 3 + channel] ?? 0;
      pixel[3] = palette.alphas?.[index] ?? 255;
      return;
    }
    const grey = colour === 0 || colour === 4;
    for (let channel = 0; channel < 3; channel++) pixel[channel] = value(grey ? at : at + channel) * full;
    pixel[3] = colour === 4 ? value(at + 1) : colour === 6 ? value(at + 3) : 255;
  };
}
