// Draws the scenes of the sample video, joins them with ffmpeg and embeds the captions.
// Run: node sample/generate/video.mjs (needs ffmpeg). Captions: committee-video.srt, written here too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { DUSK, SANS, SERIF, diggingScene, grain, registerFonts, streetScene } from './drawing.mjs';

const [W, H, FPS, SCENE, FADE] = [1280, 720, 25, 5.6, 0.8];
const out = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const CUES = [
  [0.4, 4.6, 'Raqqa. A video of the Reconstruction Committee of the Raqqa Civil Council.'],
  [5.8, 9.4, 'Nearly 1,236 bodies have been exhumed from three mass graves.'],
  [10.6, 14.2, 'Most of them are women and children.'],
  [15.4, 19.4, 'This video was drawn for the Holdfast sample. It is not the committee’s own.'],
];

function titled(g, lines) {
  g.fillStyle = '#1f2a2b';
  g.fillRect(0, 0, W, H);
  g.textAlign = 'center';
  lines.forEach(([text, size, colour, family], i) => {
    g.font = `500 ${size}px "${family}"`;
    g.fillStyle = colour;
    g.fillText(text, W / 2, H * 0.36 + i * 74);
  });
}

const SCENES = [
  (g) => streetScene(g, W, H, DUSK, 19),
  (g) => diggingScene(g, W, H, 3),
  (g) => diggingScene(g, W, H, 1, DUSK, 83),
  (g) =>
    titled(g, [
      ['Reconstruction Committee', 46, '#f4efe4', SERIF],
      ['Raqqa Civil Council', 46, '#f4efe4', SERIF],
      ['Sample video, drawn for Holdfast', 26, '#a9bdb6', SANS],
    ]),
];

function stamp(seconds) {
  const ms = Math.round(seconds * 1000);
  const two = (n) => String(Math.floor(n)).padStart(2, '0');
  return `${two(ms / 3600000)}:${two((ms / 60000) % 60)}:${two((ms / 1000) % 60)},${String(ms % 1000).padStart(3, '0')}`;
}

function writeScenes(folder) {
  return SCENES.map((draw, i) => {
    const canvas = createCanvas(W, H);
    const g = canvas.getContext('2d');
    draw(g);
    grain(g, W, H, 100 + i, 5);
    const path = join(folder, `scene-${i}.png`);
    writeFileSync(path, canvas.toBuffer('image/png'));
    return path;
  });
}

/** A slow push in on each scene, scenes dissolved into one another. */
function filters() {
  const frames = Math.round(SCENE * FPS);
  const moves = SCENES.map(
    (_, i) =>
      `[${i}:v]zoompan=z='1+0.06*on/${frames}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=${frames}:s=640x360:fps=${FPS},setsar=1[s${i}]`,
  );
  let last = 's0';
  const joins = SCENES.slice(1).map((_, i) => {
    const from = last;
    last = `j${i + 1}`;
    return `[${from}][s${i + 1}]xfade=transition=fade:duration=${FADE}:offset=${((SCENE - FADE) * (i + 1)).toFixed(2)}[${last}]`;
  });
  return [...moves, ...joins, `[${last}]format=yuv420p[v]`].join(';');
}

registerFonts();
writeFileSync(
  out('committee-video.srt'),
  CUES.map(([from, to, text], i) => `${i + 1}\n${stamp(from)} --> ${stamp(to)}\n${text}\n`).join('\n'),
);
const folder = mkdtempSync(join(tmpdir(), 'sample-video-'));
const total = SCENE * SCENES.length - FADE * (SCENES.length - 1);
execFileSync('ffmpeg', [
  '-v',
  'error',
  '-y',
  ...writeScenes(folder).flatMap((path) => ['-i', path]),
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=110:sample_rate=44100:duration=${total},volume=0.06,afade=t=in:d=2,afade=t=out:st=${total - 2}:d=2`,
  '-i',
  out('committee-video.srt'),
  '-filter_complex',
  filters(),
  '-map',
  '[v]',
  '-map',
  `${SCENES.length}:a`,
  '-map',
  `${SCENES.length + 1}:s`,
  '-c:v',
  'libx264',
  '-preset',
  'slow',
  '-crf',
  '27',
  '-profile:v',
  'main',
  '-g',
  '50',
  '-c:a',
  'aac',
  '-b:a',
  '48k',
  '-ac',
  '1',
  '-c:s',
  'mov_text',
  '-metadata:s:s:0',
  'language=eng',
  '-metadata',
  'title=Sample video: three mass graves in Raqqa',
  '-metadata',
  'comment=Drawn for Holdfast. It is not the committee’s own video.',
  '-t',
  String(total),
  '-movflags',
  '+faststart',
  '-fflags',
  '+bitexact',
  out('committee-video.mp4'),
]);
rmSync(folder, { recursive: true });
