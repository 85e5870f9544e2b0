// Drawn scenes shared by the sample's pictures, photo and video. Everything is drawn from
// seeded numbers, so a second run gives the same picture. Nothing here is a photograph.
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

const fonts = new URL('../../node_modules/@fontsource-variable/', import.meta.url);

export const SERIF = 'Sample Serif';
export const SANS = 'Sample Sans';

/** Registers the two type families that the generators write with. */
export function registerFonts() {
  const at = (path) => fileURLToPath(new URL(path, fonts));
  GlobalFonts.registerFromPath(at('source-serif-4/files/source-serif-4-latin-wght-normal.woff2'), SERIF);
  GlobalFonts.registerFromPath(at('inter/files/inter-latin-wght-normal.woff2'), SANS);
}

/** mulberry32: small, seeded, the same on every machine. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const DUSK = {
  sky: ['#5b6f7d', '#c9b08f', '#ead9bd'],
  far: '#a39684',
  mid: '#7d7264',
  near: '#4d473f',
  ground: '#b59f7e',
  shade: '#8d7a5f',
};
export const MORNING = {
  sky: ['#8fa9b5', '#cfd6d0', '#efe7d6'],
  far: '#b5b3a8',
  mid: '#8f8a7c',
  near: '#5c574d',
  ground: '#c6b391',
  shade: '#9c8a6b',
};

export function sky(g, w, h, palette) {
  const fill = g.createLinearGradient(0, 0, 0, h * 0.7);
  palette.sky.forEach((colour, i) => fill.addColorStop(i / (palette.sky.length - 1), colour));
  g.fillStyle = fill;
  g.fillRect(0, 0, w, h);
}

/** One building, its roof line broken, with dark window openings and a few missing floors. */
function building(g, x, base, w, h, colour, random) {
  g.fillStyle = colour;
  g.beginPath();
  g.moveTo(x, base);
  const steps = 5;
  for (let i = 0; i <= steps; i++) {
    const bite = random() < 0.45 ? random() * h * 0.28 : 0;
    g.lineTo(x + (w * i) / steps, base - h + bite);
  }
  g.lineTo(x + w, base);
  g.fill();
  g.fillStyle = 'rgb(30 26 22 / .28)';
  const cell = Math.max(9, w / 6);
  for (let y = base - h * 0.68; y < base - cell; y += cell * 1.45) {
    for (let c = x + cell * 0.5; c < x + w - cell * 0.8; c += cell * 1.25) {
      if (random() < 0.72) g.fillRect(c, y, cell * 0.55, cell * (0.6 + random() * 0.35));
    }
  }
}

/** A row of damaged buildings that stands on `base`. */
export function skyline(g, w, base, size, colour, seed) {
  const random = seeded(seed);
  for (let x = -20; x < w + 20;) {
    const width = size * (0.5 + random() * 0.7);
    building(g, x, base, width, size * (0.5 + random() * 1.1), colour, random);
    x += width + random() * size * 0.35;
  }
}

export function ground(g, w, h, from, palette, seed) {
  const fill = g.createLinearGradient(0, from, 0, h);
  fill.addColorStop(0, palette.shade);
  fill.addColorStop(0.25, palette.ground);
  fill.addColorStop(1, palette.shade);
  g.fillStyle = fill;
  g.fillRect(0, from, w, h - from);
  const random = seeded(seed);
  for (let i = 0; i < 260; i++) {
    const y = from + random() ** 0.7 * (h - from);
    const r = (0.8 + random() * 4) * (0.4 + (y - from) / (h - from));
    g.fillStyle = random() < 0.5 ? 'rgb(70 58 42 / .35)' : 'rgb(240 226 198 / .3)';
    g.beginPath();
    g.ellipse(random() * w, y, r * 1.7, r, random(), 0, Math.PI * 2);
    g.fill();
  }
}

/** A dug trench seen from a standing height: an opened plot with a string line and stakes. */
export function trench(g, cx, cy, w, h) {
  g.save();
  g.translate(cx, cy);
  const outline = (k) => {
    g.beginPath();
    g.moveTo(-w * 0.36 * k, -h * 0.5 * k);
    g.lineTo(w * 0.36 * k, -h * 0.5 * k);
    g.lineTo(w * 0.5 * k, h * 0.5 * k);
    g.lineTo(-w * 0.5 * k, h * 0.5 * k);
    g.closePath();
  };
  outline(1.14);
  g.fillStyle = 'rgb(214 194 158 / .8)';
  g.fill();
  outline(1);
  g.fillStyle = '#5a4935';
  g.fill();
  outline(0.84);
  g.fillStyle = '#3d3126';
  g.fill();
  g.strokeStyle = 'rgb(250 244 228 / .85)';
  g.lineWidth = Math.max(1, w / 130);
  outline(1.22);
  g.stroke();
  g.fillStyle = '#e9e0cb';
  for (const [x, y] of [
    [-0.44, -0.61],
    [0.44, -0.61],
    [0.61, 0.61],
    [-0.61, 0.61],
  ]) {
    g.fillRect(w * x - w * 0.01, h * y - h * 0.3, w * 0.02, h * 0.34);
  }
  g.restore();
}

/** Fine grain, so that flat colour does not band when it is compressed. */
export function grain(g, w, h, seed, strength = 10) {
  const image = g.getImageData(0, 0, w, h);
  const random = seeded(seed);
  for (let i = 0; i < image.data.length; i += 4) {
    const n = (random() - 0.5) * strength;
    for (let c = 0; c < 3; c++) image.data[i + c] += n;
  }
  g.putImageData(image, 0, 0);
}

/** A street at the end of the day: two rows of broken buildings over rubble. */
export function streetScene(g, w, h, palette = DUSK, seed = 11) {
  sky(g, w, h, palette);
  skyline(g, w, h * 0.66, h * 0.2, palette.far, seed);
  ground(g, w, h, h * 0.66, palette, seed + 2);
  skyline(g, w, h * 0.71, h * 0.3, palette.mid, seed + 1);
}

/** An opened plot of ground with `count` marked trenches. */
export function diggingScene(g, w, h, count, palette = MORNING, seed = 31) {
  sky(g, w, h, palette);
  skyline(g, w, h * 0.4, h * 0.13, palette.far, seed);
  ground(g, w, h, h * 0.39, palette, seed + 2);
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    trench(g, w * (0.06 + t * 0.88), h * (0.6 + (i % 2) * 0.13), (w * 0.72) / count, h * 0.15);
  }
}

/** A long two-storey school with a hole in its roof. */
export function schoolScene(g, w, h, palette = MORNING, seed = 51) {
  sky(g, w, h, palette);
  skyline(g, w, h * 0.62, h * 0.12, palette.far, seed);
  ground(g, w, h, h * 0.61, palette, seed + 3);
  const [x, y, bw, bh] = [w * 0.14, h * 0.34, w * 0.72, h * 0.36];
  g.fillStyle = '#d9ccb1';
  g.beginPath();
  g.moveTo(x, y + bh);
  for (const [px, py] of [
    [0, 0],
    [0.5, 0],
    [0.53, 0.2],
    [0.57, 0.14],
    [0.6, 0.46],
    [0.66, 0.4],
    [0.7, 0.5],
    [0.76, 0.22],
    [0.79, 0.27],
    [0.82, 0],
    [1, 0],
    [1, 1],
  ]) {
    g.lineTo(x + bw * px, y + bh * py);
  }
  g.fill();
  g.fillStyle = 'rgb(90 78 60 / .5)';
  g.fillRect(x, y + bh * 0.48, bw * 0.58, bh * 0.035);
  g.fillStyle = '#5d5648';
  for (let row = 0; row < 2; row++) {
    for (let i = 0; i < 13; i++) {
      const hole = i > 6 && i < 11 && row === 0;
      if (!hole) g.fillRect(x + bw * (0.035 + i * 0.074), y + bh * (0.16 + row * 0.46), bw * 0.042, bh * 0.22);
    }
  }
  const random = seeded(seed + 9);
  for (let i = 0; i < 90; i++) {
    const t = random() + random() - 1;
    g.fillStyle = ['#c4b595', '#a8987a', '#877a62'][i % 3];
    const size = (3 + random() * 13) * (w / 1200);
    g.fillRect(x + bw * (0.68 + t * 0.2), y + bh * (1.02 - (1 - Math.abs(t)) * 0.26 * random()), size * 1.6, size);
  }
}
