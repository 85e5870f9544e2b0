import { spansOf, type Words } from '../blocks.ts';
import { inks } from '../charts/shapes.ts';
import type { Style, StyledSpan } from './bidi-line.ts';

/** The report's type on paper. */
export const type = {
  title: { family: 'read', size: 26, colour: inks.ink, bold: true },
  h2: { family: 'read', size: 17, colour: inks.ink, bold: true },
  h3: { family: 'ui', size: 10.8, colour: inks.ink, bold: true },
  h4: { family: 'ui', size: 9.4, colour: inks.accent, bold: true },
  body: { family: 'ui', size: 9.2, colour: inks.ink },
  quiet: { family: 'ui', size: 8.4, colour: inks.soft },
  label: { family: 'ui', size: 8.4, colour: inks.soft },
  fact: { family: 'ui', size: 8.6, colour: inks.ink },
  cell: { family: 'ui', size: 7.9, colour: inks.ink },
  head: { family: 'ui', size: 7.6, colour: inks.soft },
  caption: { family: 'ui', size: 8.4, colour: inks.ink, bold: true },
  quote: { family: 'read', size: 10.8, colour: inks.ink },
  around: { family: 'read', size: 10, colour: inks.faint },
  running: { family: 'ui', size: 7.4, colour: inks.soft },
} as const satisfies Record<string, Style>;

/** Words in a style; parts that say otherwise in theirs. */
export function inStyle(words: Words, style: Style): StyledSpan[] {
  const mono: Style = { ...style, family: 'mono', size: style.size * 0.88, leading: style.size };
  const quiet: Style = { ...style, colour: inks.soft };
  const strong: Style = { ...style, bold: true };
  const link: Style = { ...style, colour: inks.accent };
  return spansOf(words).map(({ text, as, to }) => ({
    text,
    style: as === 'code' ? mono : as === 'quiet' ? quiet : as === 'strong' ? strong : to === undefined ? style : link,
    isolated: as === 'foreign',
    to,
  }));
}
