import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/launch.ts';
import { bytes, css, html, page } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Origins, Routes } from './site-types.ts';

const font = readFileSync(join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
const dataPicture = `data:image/png;base64,${noisePng(500, 4, 4).toString('base64')}`;
const sprite = `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mark" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol></svg>`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="teal"/></svg>`;

const body = `<h1>Page of assets</h1><p class="imported">Words in a web font.</p>
  <img srcset="/assets/small.png 1x, /assets/large.png 2x" src="/assets/small.png" alt="">
  <picture><source media="(min-width: 600px)" srcset="/assets/wide.png"><img src="/assets/narrow.png" alt=""></picture>
  <img src="/assets/drawing.svg" alt=""><img src="${dataPicture}" alt=""><img id="blob" alt="">
  <svg width="20" height="20"><use href="/assets/sprite.svg#mark"/></svg><object data="/assets/object.svg" type="image/svg+xml"></object>
  <div style="background-image: url('/assets/inline.png'); width: 9px; height: 9px"></div>
  <script>fetch('/assets/for-blob.png').then((got) => got.blob()).then((blob) => { document.querySelector('#blob').src = URL.createObjectURL(blob); });</script>`;

/** Fonts, imported style sheets, responsive pictures, drawings that use other drawings, data and blob addresses. */
export function assets({ main, other }: Origins) {
  const routes: Routes = {
    '/assets/page': html(body, { head: '<link rel="stylesheet" href="/assets/first.css"><link rel="icon" href="/assets/icon.png">' }),
    '/assets/first.css': css(`@import url("/assets/second.css"); @import "${other}/assets/third.css" screen; body { margin: 8px }`),
    '/assets/second.css': css(
      `@font-face { font-family: Imported; src: url("/assets/font.woff2") format("woff2") } .imported { font-family: Imported }`,
    ),
    '/assets/third.css': css('h1 { background: url("deep/back.png") }'),
    '/assets/font.woff2': bytes(font, 'font/woff2'),
    '/assets/sprite.svg': bytes(sprite, 'image/svg+xml'),
    '/assets/drawing.svg': bytes(drawing, 'image/svg+xml'),
    '/assets/object.svg': bytes(drawing, 'image/svg+xml'),
  };
  const names = ['small.png', 'large.png', 'wide.png', 'narrow.png', 'inline.png', 'for-blob.png', 'icon.png', 'deep/back.png'];
  names.forEach((name, at) => (routes[`/assets/${name}`] = bytes(noisePng(510 + at), 'image/png')));
  const here = ['first.css', 'second.css', 'font.woff2', 'small.png', 'wide.png', 'drawing.svg', 'sprite.svg', 'object.svg', 'inline.png'];
  const asks = [
    ...here.map((name) => `${main}/assets/${name}`),
    `${main}/assets/for-blob.png`,
    `${other}/assets/third.css`,
    `${other}/assets/deep/back.png`,
  ];
  return { routes, pages: { assets: page(`${main}/assets/page`, ['Page of assets', 'Words in a web font.'], { images: 5, asks }) } };
}
