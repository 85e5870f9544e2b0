/**
 * The CSS selector by which an element of a frozen page is named: every step a child of the one before, counted among
 * its siblings of the same name (`html > body > div:nth-of-type(2) > img:nth-of-type(1)`). Both sides write it with
 * this function, so the same element gets the same name; ids are not used, because a page may repeat them.
 */
export type PathStep = { name: string; /** Counted from 1 among siblings of the same name. */ nth: number };

export function elementPath(steps: readonly PathStep[]): string {
  return steps.map(({ name, nth }) => (name === 'html' || name === 'body' ? name : `${escapeName(name)}:nth-of-type(${nth})`)).join(' > ');
}

/** CSSOM `serialize an identifier`, for what HTML and SVG names can hold. */
function escapeName(name: string): string {
  return name.replace(/[^\w-]/gu, (character) => `\\${character}`);
}
