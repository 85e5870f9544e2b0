import { tagColours, type TagColour } from '#shared/model/tag-colours.ts';
import { paintNames, type PaintName } from './paint.ts';

/** As tag-marks.css has them; that file cannot reach into a page of another origin. */
const lineStyles: Record<TagColour, string> = {
  yellow: 'solid',
  blue: 'dashed',
  orange: 'double',
  violet: 'dotted',
  green: 'dashed',
  pink: 'solid',
  red: 'dotted',
  grey: 'double',
};

const tagRules = Object.fromEntries(
  tagColours.map((colour) => [
    `tag-${colour}`,
    `background-color: var(--mark-tag-${colour}); text-decoration: underline 2px ${lineStyles[colour]} var(--mark-tag-${colour}-line)`,
  ]),
) as Record<`tag-${TagColour}`, string>;

const rules: Record<PaintName, string> = {
  ...tagRules,
  'claimed-line': 'text-decoration: underline 3px solid var(--mark-claimed-line)',
  passage: 'background-color: var(--mark-passage)',
  claimed: 'background-color: var(--mark-claimed)',
  find: 'background-color: var(--mark-find)',
  'current-find': 'background-color: var(--mark-current-find)',
  'active-line': 'text-decoration: underline 4px solid var(--mark-line)',
  active: 'background-color: var(--mark-active); text-decoration: underline 2px var(--mark-line)',
};

/**
 * The highlights' style for a page that is not the window: captured pages are light whatever the theme, so they take
 * the tokens for paper, written out.
 */
export function highlightCss(): string {
  const paper = getComputedStyle(document.documentElement);
  const value = (name: string) => paper.getPropertyValue(`--paper-${name}`).trim();
  return paintNames
    .map(
      (name) =>
        `::highlight(holdfast-${name}) { color: ${value('ink')}; -webkit-text-fill-color: ${value('ink')}; ${rules[name].replace(/var\(--mark-([\w-]+)\)/g, (_, token: string) => value(token))} }`,
    )
    .join('\n');
}

/** Style of the boxes and tools over a captured page's pictures, in the window's tokens written out. */
export function areaCss(): string {
  const root = getComputedStyle(document.documentElement);
  const value = (name: string) => root.getPropertyValue(`--${name}`).trim();
  return `
.tools { background: ${value('raised')}; color: ${value('ink')}; border: 1px solid ${value('edge')}; box-shadow: ${value('shadow')}; }
.tools button:hover { background: ${value('hover')}; }
.tools button:focus-visible { outline: 2px solid ${value('focus')}; }
.mark { border: 2px solid ${value('area-line')}; border-radius: ${value('radius-s')}; box-shadow: 0 0 0 1px ${value('area-edge')}; }
.mark:hover, .mark:focus-visible { background: ${value('area-fill')}; }
.mark[data-claimed=true] { border-color: ${value('area-claimed')}; }
.mark[data-active=true] { border-color: ${value('area-active')}; box-shadow: 0 0 0 2px ${value('raised')}; }
.pending { border: 2px dashed ${value('area-active')}; border-radius: ${value('radius-s')}; background: ${value('area-fill')}; box-shadow: 0 0 0 1px ${value('area-edge')}; }
.sheet { outline: 2px solid ${value('area-active')}; outline-offset: -2px; }`;
}
