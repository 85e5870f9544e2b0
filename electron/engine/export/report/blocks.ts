/** What the report says, before it is set as HTML or as PDF: both writers take the same blocks, so they cannot differ in content. */
import type { Shape } from './charts/shapes.ts';

/** A place in the report, or a file of the bag by its path from the top. */
export type Target = { anchor: string } | { file: string };
/** `foreign`: words of the case (names, titles, typed notes), in whatever script they are; ours are English. */
export type Span = { text: string; as?: 'code' | 'quiet' | 'strong' | 'foreign'; to?: Target };
export type Words = string | Span | readonly (string | Span)[];

/** `share`: of the width, next to the other columns. */
export type Column = { head: string; share: number; numeric?: boolean };
export type Picture = { file: string; width: number; height: number; alt: string; caption: Words };

export type Block =
  | { is: 'title'; words: Words }
  | { is: 'heading'; level: 2 | 3 | 4; anchor: string; words: Words; listed: boolean }
  | { is: 'text'; words: Words; quiet?: boolean }
  | { is: 'points'; points: readonly Words[] }
  | { is: 'facts'; rows: readonly (readonly [string, Words])[] }
  | { is: 'table'; caption: string; columns: readonly Column[]; rows: readonly (readonly Words[])[] }
  | { is: 'quote'; text: string; before: string; after: string; language: string | null }
  | ({ is: 'picture' } & Picture)
  | { is: 'chart'; caption: string; width: number; height: number; shapes: readonly Shape[]; words: string }
  | { is: 'chain'; steps: readonly Words[] }
  | { is: 'contents' }
  | { is: 'group'; kind: 'cover' | 'claim' | 'evidence' | 'exhibit' | 'incident'; anchor?: string; blocks: readonly Block[] };

export type Heading = Extract<Block, { is: 'heading' }>;

export const foreign = (text: string): Span => ({ text, as: 'foreign' });
export const code = (text: string): Span => ({ text, as: 'code' });
export const quiet = (text: string): Span => ({ text, as: 'quiet' });
export const strong = (text: string): Span => ({ text, as: 'strong' });
export const leadTo = (anchor: string, text: string): Span => ({ text, to: { anchor } });
export const openFile = (file: string, text: string): Span => ({ text, to: { file } });

export function spansOf(words: Words): readonly Span[] {
  const list = Array.isArray(words) ? (words as readonly (string | Span)[]) : [words as string | Span];
  return list.map((one) => (typeof one === 'string' ? { text: one } : one));
}

export function plainWords(words: Words): string {
  return spansOf(words)
    .map(({ text }) => text)
    .join('');
}

/** Lists of spans with something between them. */
export function joinedBy(parts: readonly Words[], between: string): (string | Span)[] {
  return parts.flatMap((part, at): (string | Span)[] => (at === 0 ? [...spansOf(part)] : [between, ...spansOf(part)]));
}

/** Rows whose value is missing are left out. */
export function facts(rows: readonly (readonly [string, Words | null])[]): Extract<Block, { is: 'facts' }> {
  return {
    is: 'facts',
    rows: rows.flatMap(([name, value]) => (value === null || plainWords(value) === '' ? [] : [[name, value] as const])),
  };
}

/** Headings that the contents list, in order. */
export function listedHeadings(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block) =>
    block.is === 'group' ? listedHeadings(block.blocks) : block.is === 'heading' && block.listed ? [block] : [],
  );
}
