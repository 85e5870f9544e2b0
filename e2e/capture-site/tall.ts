import { html, page } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

/** Colours of the first and last 100 px of a tall page, to be looked for in its screenshot. */
export const tallMarks = { top: [0, 120, 200], bottom: [200, 0, 80] } as const;

const bar = (name: keyof typeof tallMarks, words: string) =>
  `<div style="height:100px;background:rgb(${tallMarks[name].join(',')})">${words}</div>`;
const tallPage = (height: number) =>
  html(`${bar('top', `Top of ${height}`)}<div style="height:${height - 200}px"></div>${bar('bottom', `Bottom of ${height}`)}`, {
    head: '<style>body { margin: 0 }</style>',
  });

/** Pages of exactly 30,000 and 100,000 CSS pixels. */
export function tall({ main }: Origins) {
  const routes: Routes = { '/tall/30000': tallPage(30_000), '/tall/100000': tallPage(100_000) };
  const pages = {
    tall: page(`${main}/tall/30000`, ['Top of 30000', 'Bottom of 30000']),
    veryTall: page(`${main}/tall/100000`, ['Top of 100000', 'Bottom of 100000']),
  };
  return { routes, pages };
}
