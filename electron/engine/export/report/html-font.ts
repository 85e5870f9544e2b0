import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const arabic = /\p{Script=Arabic}/u;

/**
 * Readers of Arabic should not depend on the fonts of a stranger's computer: a page with Arabic words carries the font
 * they were read in, 125 KB as a data URI. A page without them carries none.
 */
export function arabicFace(markup: string): string {
  if (!arabic.test(markup)) return '';
  const bytes = readFileSync(
    createRequire(import.meta.url).resolve('@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2'),
  );
  return `@font-face { font-family: "Report Naskh"; font-weight: 400 700; unicode-range: U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC; src: url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2"); }\n`;
}
