// Draws the pictures of the sample site and the sample photo. Run: node sample/generate/pictures.mjs
// The photo's EXIF is written by exiftool (Debian: libimage-exiftool-perl).
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { DUSK, diggingScene, grain, registerFonts, SANS, schoolScene, streetScene } from './drawing.mjs';

const out = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function picture(path, w, h, draw, quality = 78) {
  const canvas = createCanvas(w, h);
  const g = canvas.getContext('2d');
  draw(g, w, h);
  grain(g, w, h, 7, 9);
  writeFileSync(out(path), canvas.toBuffer('image/jpeg', quality));
}

/** The picture that stands for the committee's video on the site, with its caption bar. */
function videoStill(g, w, h) {
  diggingScene(g, w, h, 3);
  g.fillStyle = 'rgb(18 20 21 / .82)';
  g.fillRect(0, h * 0.84, w, h * 0.16);
  g.fillStyle = '#f4efe4';
  g.font = `500 ${Math.round(h * 0.052)}px "${SANS}"`;
  g.textAlign = 'center';
  g.fillText('Nearly 1,236 bodies exhumed from three mass graves', w / 2, h * 0.94);
  g.fillStyle = 'rgb(18 20 21 / .62)';
  g.beginPath();
  g.arc(w / 2, h * 0.42, h * 0.1, 0, Math.PI * 2);
  g.fill();
  g.fillStyle = '#f4efe4';
  g.beginPath();
  g.moveTo(w / 2 - h * 0.033, h * 0.365);
  g.lineTo(w / 2 + h * 0.056, h * 0.42);
  g.lineTo(w / 2 - h * 0.033, h * 0.475);
  g.fill();
}

function photoApril(g, w, h) {
  diggingScene(g, w, h, 1, { ...DUSK, sky: ['#9fb3b8', '#d8d2c2', '#efe3cb'] }, 83);
  g.fillStyle = 'rgb(255 255 255 / .9)';
  g.fillRect(w * 0.7, h * 0.92, w * 0.28, h * 0.05);
  g.fillStyle = '#2a2622';
  g.font = `500 ${Math.round(h * 0.026)}px "${SANS}"`;
  g.textAlign = 'center';
  g.fillText('Drawn for the Holdfast sample', w * 0.84, h * 0.954);
}

registerFonts();
picture('site/images/street.jpg', 1200, 640, (g, w, h) => streetScene(g, w, h));
picture('site/images/school.jpg', 1000, 560, (g, w, h) => schoolScene(g, w, h));
picture('site/images/video-still.jpg', 960, 540, videoStill);
picture('photo-april.jpg', 1280, 853, photoApril, 80);
// Only what is true of the drawing: who made it, how, when. No place, no date of any real photo.
execFileSync('exiftool', [
  '-q',
  '-overwrite_original',
  '-EXIF:Make=Holdfast',
  '-EXIF:Model=Sample drawing',
  '-EXIF:Software=sample/generate/pictures.mjs',
  '-EXIF:Artist=Holdfast contributors',
  '-EXIF:Copyright=AGPL-3.0-or-later',
  '-EXIF:Orientation#=1',
  '-EXIF:ImageDescription=A drawing that stands for the photos posted in April. It is not a photograph.',
  '-EXIF:ModifyDate=2026:11:23 00:00:00',
  '-EXIF:OffsetTime=+00:00',
  '-EXIF:DateTimeOriginal=2026:11:23 00:00:00',
  '-EXIF:OffsetTimeOriginal=+00:00',
  out('photo-april.jpg'),
]);
