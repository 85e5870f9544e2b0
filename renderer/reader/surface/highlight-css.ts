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
        `::highlight(holdfast-${name}) { color: ${value('ink')}; ${rules[name].replace(/var\(--mark-([\w-]+)\)/g, (_, token: string) => value(token))} }`,
    )
    .join('\n');
}
