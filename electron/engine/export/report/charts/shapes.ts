/** What charts are made of, in the chart's own units, y downwards: both writers draw the same. */
export type Shape =
  | { is: 'line'; x1: number; y1: number; x2: number; y2: number; colour: Ink; width: number; dashed?: boolean }
  | { is: 'box'; x: number; y: number; width: number; height: number; colour: Ink }
  | { is: 'dot'; x: number; y: number; radius: number; colour: Ink; hollow: boolean }
  | { is: 'arrow'; x: number; y: number; towards: 1 | -1; colour: Ink }
  | { is: 'text'; x: number; y: number; text: string; size: number; at: 'start' | 'middle' | 'end'; colour: Ink; most?: number };

/** Names of the report's few colours: `inks` says them. */
export type Ink = keyof typeof inks;

/** A printed page is white: the case's light theme on paper. */
export const inks = {
  ink: '#1d1f21',
  soft: '#565a5e',
  faint: '#85888b',
  line: '#dedbd4',
  strong: '#c6c2b9',
  sunken: '#f3f1ec',
  accent: '#0f6b5c',
  accentSoft: '#dcebe6',
  mark: '#ffe9a3',
  markLine: '#94650a',
} as const;
