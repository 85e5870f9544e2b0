/**
 * What counts as a picture of a frozen page, for both sides: the annotator, which offers pictures to be marked, and the
 * engine, which refuses an area of anything else. Elements by local name in lower case.
 */
export type ElementLook = {
  name: string;
  /** Value of an attribute, null when absent. */
  attribute(name: string): string | null;
  /** Whether it stands inside another drawing. */
  inSvg: boolean;
};

/** `img` and image buttons that have their picture, videos that have a poster, outermost drawings (`svg`). */
export function isPicture({ name, attribute, inSvg }: ElementLook): boolean {
  switch (name) {
    case 'img':
      return attribute('src') !== null;
    case 'input':
      return attribute('type')?.toLowerCase() === 'image' && attribute('src') !== null;
    case 'video':
      return attribute('poster') !== null;
    case 'svg':
      return !inSvg;
    default:
      return false;
  }
}
