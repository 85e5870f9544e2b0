import { paintNames, type PaintName } from './paint.ts';

const rules: Record<PaintName, string> = {
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
