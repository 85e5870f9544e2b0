import type { TagColour } from '#shared/model/tag-colours.ts';

/** As many tags as fit in a line, those with a colour first, and how many are left. */
export function firstTags(
  tags: readonly string[],
  colours: ReadonlyMap<string, TagColour>,
  most: number,
): { shown: readonly string[]; left: number } {
  const shown = [...tags].sort((a, b) => Number(colours.has(b)) - Number(colours.has(a))).slice(0, most);
  return { shown, left: tags.length - shown.length };
}
